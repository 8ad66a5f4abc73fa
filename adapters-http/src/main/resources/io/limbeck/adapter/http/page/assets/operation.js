// A running operation: which revision, which statement, how many rows, how long; then how it ended.

import { follow } from './events.js';
import { el, part } from './dom.js';
import { say } from './notices.js';
import { count, duration, heads } from './words.js';

/** Three hundred revisions that run in a second are not read out one by one. */
const PAUSE = 3000;
/** The history has the rest. */
const LOGGED = 50;
const DONE = { upgrade: 'Upgraded', downgrade: 'Downgraded', stamp: 'Stamped' };

/**
 * Shows an operation and follows it to its end.
 *
 * @param {{id: string, kind: string, target: string}} operation
 * @param {{moved(id: string, kind: string), ended()}} listener told each revision that is finished
 */
export async function watch({ id, kind, target }, listener) {
  const view = viewOf(kind, target);
  const started = Date.now();
  const clock = setInterval(() => view.elapsed(Date.now() - started), 1000);
  let step = {};
  let said = 0;
  const on = {
    started: (event) => {
      step = event;
      view.step(event);
      if (Date.now() - said > PAUSE) {
        said = Date.now();
        say(`Revision ${event.number} of ${event.count}: ${event.message}`);
      }
    },
    statement: (event) => view.statement(event),
    copied: (event) => view.copied(event),
    finished: (event) => {
      view.finished(step, event);
      listener.moved(event.revision, step.kind ?? kind);
    },
    done: ({ rows }) => {
      const outcome = `${DONE[kind]}. The database stands at ${heads(rows)}.`;
      view.end('good', outcome);
      say(outcome);
    },
    failed: ({ problem, remedy }) => {
      view.end('bad', problem, remedy);
      say(`Failed. ${problem} ${remedy}`);
    },
  };
  try {
    await follow(id, {
      event: (name, data) => on[name]?.(data),
      lost: () => view.connection('The connection is lost. Asking again…'),
      found: () => view.connection(''),
    });
  } catch (problem) {
    view.end('bad', problem.message, problem.remedy);
  } finally {
    clearInterval(clock);
    listener.ended();
  }
}

function viewOf(kind, target) {
  const panel = part('operation');
  const title = el('strong', {}, `${kind} to ${target}`);
  const where = el('span.where', {}, 'starting');
  const time = el('span.time');
  const bar = el('progress', { max: 1, 'aria-label': `Progress of the ${kind}` });
  const doing = el('code.doing');
  const lost = el('span.connection');
  const log = el('ol.log', { 'aria-label': 'Finished revisions', tabindex: 0 });
  const outcome = el('p.outcome', { hidden: true });
  const close = el(
    'button.plain',
    {
      type: 'button',
      'aria-label': 'Close',
      hidden: true,
      onclick: () => (panel.hidden = true),
    },
    '✕',
  );
  panel.className = 'running';
  panel.replaceChildren(
    el('div.progress-line', {}, title, where, lost, time, close),
    bar,
    doing,
    outcome,
    log,
  );
  panel.hidden = false;

  let number = 0;
  let all = 1;
  return {
    step(event) {
      ({ number, count: all } = event);
      where.textContent = `${number} of ${all}: ${event.revision} ${event.message}`;
      bar.max = all;
      bar.value = number - 1;
      doing.textContent = '';
    },
    statement({ number: at, sql }) {
      doing.textContent = sql ? sql.replaceAll(/\s+/g, ' ') : `statement ${at}`;
    },
    copied({ table, rows, of }) {
      doing.textContent = `${table}: ${rows.toLocaleString('en')} of ${count(of, 'row')} copied`;
      bar.value = number - 1 + (of ? (0.9 * rows) / of : 0);
    },
    finished({ message = '' }, { revision, took_ms: took }) {
      bar.value = number;
      log.prepend(
        el('li', {}, el('code', {}, revision), ` ${message} `, el('span.took', {}, duration(took))),
      );
      if (log.childElementCount > LOGGED) {
        log.lastChild.remove();
      }
    },
    elapsed: (ms) => (time.textContent = duration(ms).replace(/\.\d/, '')),
    connection(text) {
      lost.textContent = text;
      panel.classList.toggle('lost', text !== '');
    },
    end(how, text, remedy = '') {
      panel.className = how;
      bar.hidden = true;
      doing.hidden = true;
      where.textContent = '';
      lost.textContent = '';
      outcome.hidden = false;
      close.hidden = false;
      outcome.replaceChildren(el('strong', {}, text), remedy && ` ${remedy}`);
    },
  };
}
