// The steps that were ever taken, newest first, a page at a time.

import { read } from './api.js';
import { el } from './dom.js';
import { duration, heads, moment } from './words.js';

const ARROWS = { upgrade: '↑', downgrade: '↓', stamp: '•' };

/** @param {(id: string) => void} choose shows a revision */
export function historyIn(panel, choose) {
  const list = el('ol.history');
  const rest = el('div');

  const load = async (before) => {
    const question = new URLSearchParams({ limit: 50, ...(before ? { before } : {}) });
    try {
      const { result } = await read(`api/history?${question}`);
      if (!before) {
        list.replaceChildren();
      }
      list.append(...result.steps.map((step) => stepOf(step, choose)));
      rest.replaceChildren(
        result.next
          ? el(
              'button.plain',
              { type: 'button', onclick: () => load(result.next) },
              'Show older steps',
            )
          : el('p.hint', {}, list.childElementCount ? 'That is all.' : 'No step was taken yet.'),
      );
    } catch (failure) {
      rest.replaceChildren(
        el('p.problem', {}, el('strong', {}, failure.message), ` ${failure.remedy ?? ''}`),
      );
    }
  };
  panel.replaceChildren(el('h2.unseen', {}, 'History'), list, rest);
  return { load: () => load() };
}

function stepOf(
  { number, direction, revision, from, to, message, at, took_ms: took, by, limbeck },
  choose,
) {
  const id = revision ?? heads(to);
  return el(
    'li',
    { title: `Step ${number}, Limbeck ${limbeck}` },
    el(`span.way.${direction}`, { 'aria-hidden': 'true' }, ARROWS[direction]),
    el(
      'div',
      {},
      el(
        'p',
        {},
        el('span.unseen', {}, `${direction} `),
        el('a', { href: `#${id}`, onclick: (event) => (event.preventDefault(), choose(id)) }, id),
        ` ${message}`,
      ),
      el(
        'p.small',
        {},
        el('time', { datetime: at, title: at }, moment(at)),
        ` by ${by}, ${heads(from)} → ${heads(to)}, ${duration(took)}`,
      ),
    ),
  );
}
