import { Problem } from '../assets/api.js';
import { follow, parser } from '../assets/events.js';
import { same } from './check.js';

const TEXT =
  ': hello\n\nid: 1\nevent: started\ndata: {"number":1}\n\nid: 2\r\nevent: done\r\ndata: {"rows":\r\ndata: ["a"]}\r\n\r\n';

function read(pieces) {
  const heard = [];
  const text = parser((event) => heard.push(event));
  pieces.forEach(text);
  return heard;
}

/** Answers the requests one after the other, and keeps what they sent. */
async function answering(answers, action) {
  const real = globalThis.fetch;
  const sent = [];
  globalThis.fetch = async (path, { headers }) => {
    sent.push({ path, last: headers['Last-Event-ID'] });
    return answers.shift()();
  };
  try {
    await action();
  } finally {
    globalThis.fetch = real;
  }
  return sent;
}

const events =
  (...numbers) =>
  () =>
    new Response(
      numbers.map(([id, name]) => `id: ${id}\nevent: ${name}\ndata: {"id":${id}}\n\n`).join(''),
    );

function watcher() {
  const told = [];
  return {
    told,
    event: (name, data) => told.push(`${name} ${data.id}`),
    lost: () => told.push('lost'),
    found: () => told.push('found'),
  };
}

export const tests = {
  'events are read from text in one piece'() {
    same(read([TEXT]), [
      { id: 1, event: 'started', data: '{"number":1}' },
      { id: 2, event: 'done', data: '{"rows":\n["a"]}' },
    ]);
  },

  'events are read from text in any pieces'() {
    for (let size = 1; size < 20; size++) {
      const pieces = TEXT.match(new RegExp(`[^]{1,${size}}`, 'g'));
      same(read(pieces), read([TEXT]), `pieces of ${size}`);
    }
  },

  async 'a connection that is lost is taken up after the last event'() {
    const seen = watcher();

    const sent = await answering(
      [
        events([1, 'started'], [2, 'statement']),
        () => Promise.reject(new TypeError()),
        events([3, 'done']),
      ],
      () => follow('op 1', seen),
    );

    same(seen.told, ['started 1', 'statement 2', 'lost', 'lost', 'found', 'done 3']);
    same(
      sent.map((request) => request.last ?? ''),
      ['', '2', '2'],
    );
    same(sent[0].path, 'api/operations/op%201/events');
  },

  async 'an event that comes twice is told once'() {
    const seen = watcher();

    await answering([events([1, 'started']), events([1, 'started'], [2, 'failed'])], () =>
      follow('x', seen),
    );

    same(seen.told, ['started 1', 'lost', 'found', 'failed 2']);
  },

  async 'an operation that the server does not know is given up'() {
    const unknown = () =>
      new Response('{"detail":"No such operation.","remedy":"Look."}', { status: 404 });
    let refusal;

    const sent = await answering([unknown], () =>
      follow('x', watcher()).catch((problem) => (refusal = problem)),
    );

    same(
      [refusal instanceof Problem, refusal.message, refusal.remedy],
      [true, 'No such operation.', 'Look.'],
    );
    same(sent.length, 1);
  },
};
