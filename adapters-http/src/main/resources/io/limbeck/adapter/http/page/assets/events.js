// An operation's events, followed over a stream of fetch: EventSource cannot send a token.

import { Problem, stream } from './api.js';

const PATIENCE = [500, 1000, 2000, 5000];

/**
 * Follows an operation to its end, and connects again after the last event it got.
 *
 * @param {string} id the operation's
 * @param {{event(name: string, data: object), lost(), found()}} watcher told each event, when the
 *     connection is lost and when it is back
 * @throws {Problem} if the server does not know the operation, or refuses the token
 */
export async function follow(id, watcher) {
  let last = 0;
  let failures = 0;
  let ended = false;
  const hear = ({ id: number, event, data }) => {
    if (number <= last) {
      return;
    }
    last = number;
    ended = event === 'done' || event === 'failed';
    watcher.event(event, JSON.parse(data));
  };
  while (!ended) {
    try {
      const headers = {
        Accept: 'text/event-stream',
        ...(last ? { 'Last-Event-ID': String(last) } : {}),
      };
      const body = await stream(`api/operations/${encodeURIComponent(id)}/events`, { headers });
      if (failures) {
        watcher.found();
      }
      failures = 0;
      await hearAll(body, hear);
    } catch (failure) {
      if (!(failure instanceof Problem && mayPass(failure.status))) {
        throw failure;
      }
    }
    if (!ended) {
      watcher.lost();
      await new Promise((done) =>
        setTimeout(done, PATIENCE[Math.min(failures++, PATIENCE.length - 1)]),
      );
    }
  }
}

/** Nobody answers, too many ask, or the server has a fault of its own. */
const mayPass = (status) => status === 0 || status === 429 || status >= 500;

async function hearAll(body, hear) {
  const text = parser(hear);
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  // A connection that breaks is one that ends: the events themselves say when all is told.
  const next = () => reader.read().catch(() => ({ done: true }));
  for (let piece = await next(); !piece.done; piece = await next()) {
    text(piece.value);
  }
}

/**
 * A reader of text/event-stream that takes the text in any pieces.
 *
 * @param {(event: {id: number, event: string, data: string}) => void} hear
 * @returns {(piece: string) => void}
 */
export function parser(hear) {
  let rest = '';
  let id = 0;
  let event = '';
  let data = [];
  const line = (text) => {
    if (text === '') {
      if (data.length) {
        hear({ id, event: event || 'message', data: data.join('\n') });
      }
      event = '';
      data = [];
      return;
    }
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(text);
    if (name === 'id') {
      id = Number(value);
    } else if (name === 'event') {
      event = value;
    } else if (name === 'data') {
      data.push(value);
    }
  };
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n/);
    rest = lines.pop();
    lines.forEach(line);
  };
}
