// What going to a revision would do: the plan first, then the button that does it.

import { readSoon } from './api.js';
import { el } from './dom.js';
import { HEADS } from './model.js';
import { planOf } from './plan.js';
import { heads } from './words.js';

const NAMED = 4;
const NAMES = { upgrade: 'Upgrade', downgrade: 'Downgrade', stamp: 'Stamp' };

/**
 * @param item where to
 * @param page status, and run({direction, target, plan}) for the button
 * @param {AbortSignal} signal another item was chosen
 */
export function goingTo(item, page, signal) {
  const directions = directionsTo(item);
  if (item.kind === 'unknown') {
    return '';
  }
  if (page.running || !directions.length) {
    const why = page.running
      ? el(
          'p.hint',
          {},
          `The ${page.running.kind} to ${page.running.target} is running. What comes next is told at its end.`,
        )
      : standsHere(item, page);
    return el('section.going', { 'aria-label': 'Going there' }, why);
  }
  const body = el('div');
  let asked = new AbortController();
  signal.addEventListener('abort', () => asked.abort());

  const show = async (direction) => {
    asked.abort();
    asked = new AbortController();
    try {
      const question = new URLSearchParams({ direction, target: item.id });
      const { result: plan } = await readSoon(`api/plan?${question}`, { signal: asked.signal });
      body.replaceChildren(planOf(plan, direction), ending(direction, item, plan, page));
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        body.replaceChildren(
          el('p.problem', {}, el('strong', {}, failure.message), ` ${failure.remedy ?? ''}`),
        );
      }
    }
  };
  body.append(el('p.hint', {}, 'Asking what it would do…'));
  show(directions[0]);
  return el(
    'section.going',
    { 'aria-label': 'Going there' },
    el('div.going-head', {}, el('h3', {}, 'Going there'), choice(directions, show)),
    body,
  );
}

function directionsTo(item) {
  if (item.kind === 'unknown' || item.current || item.revision?.current) {
    return [];
  }
  const back = item.kind === 'base' || item.revision?.state === 'applied';
  return [back ? 'downgrade' : 'upgrade', 'stamp'];
}

function choice(directions, show) {
  return el(
    'fieldset.choice',
    {},
    el('legend.unseen', {}, 'How to go there'),
    directions.map((direction, at) =>
      el(
        'label',
        {},
        el('input', {
          type: 'radio',
          name: 'direction',
          value: direction,
          checked: at === 0,
          onchange: () => show(direction),
        }),
        NAMES[direction],
      ),
    ),
  );
}

/** Under the plan: the button, or how to do it elsewhere. */
function ending(direction, item, plan, page) {
  if (!plan.steps.length) {
    return '';
  }
  if (!page.status.writes) {
    return el(
      'p.hint',
      {},
      'This server only shows. To do it: ',
      el('code', {}, `limbeck ${direction} ${item.id}`),
      ', or start the server with ',
      el('code', {}, '--allow-writes'),
      '.',
    );
  }
  const dangerous = plan.losses.length > 0;
  return el(
    `button.${dangerous ? 'danger' : 'primary'}`,
    { type: 'button', onclick: () => page.run({ direction, target: item.id, plan }) },
    `${NAMES[direction]} to ${item.id}…`,
  );
}

/** Heads to go to: each, and all of them; where there are many, only all. */
function together(heads) {
  if (heads.length > NAMED) {
    return [HEADS];
  }
  return heads.length > 1 ? [...heads, HEADS] : heads;
}

function standsHere(item, { status, model, choose }) {
  const down = item.revision?.down ?? [];
  const links = (ids) =>
    ids.map((id, at) => [
      at > 0 && ' or ',
      el('a', { href: `#${id}`, onclick: (event) => (event.preventDefault(), choose(id)) }, id),
    ]);
  const ahead = status.heads.filter((id) => model.item(id)?.revision.state === 'pending');
  const below = item.kind === 'base' ? [] : down.length ? down : ['base'];
  return el(
    'p.hint',
    {},
    item.kind === 'base'
      ? 'The database stands here: nothing is applied.'
      : 'The database stands here.',
    below.length > 0 && [' To undo it, go to ', links(below), '.'],
    status.rows.length > 1 &&
      ` It also stands at ${heads(status.rows.filter((id) => id !== item.id))}.`,
    ahead.length > 0 && [' To go on: ', links(together(ahead)), '.'],
  );
}
