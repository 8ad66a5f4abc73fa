// A plan: from where to where, what would be lost, what is dangerous, and every step with its exact SQL.

import { el } from './dom.js';
import { about, dangers, inWords, summary } from './hazards.js';
import { statement } from './sql.js';
import { count, heads, loss } from './words.js';

const AT_ONCE = 50;
const OPEN = 3;
const SUMMED = 6;

/** @param plan the result of /api/plan */
export function planOf(plan, direction) {
  if (!plan.steps.length) {
    return el('p.hint', {}, `Nothing to do: the database is at ${heads(plan.from)}.`);
  }
  const steps = el('ol.steps');
  append(steps, plan, 0);
  return el('div.plan', {}, way(plan, direction), losses(plan), hazards(plan), steps);
}

function way(plan, direction) {
  const what =
    direction === 'stamp'
      ? 'Records the position. No SQL of a revision is run.'
      : `${count(plan.steps.length, 'revision')} would run, each in its own transaction where the database can.`;
  return el(
    'p',
    {},
    el('code', {}, heads(plan.from)),
    ' → ',
    el('code', {}, heads(plan.to)),
    el('br'),
    what,
  );
}

function losses({ losses }) {
  return (
    losses.length > 0 &&
    el(
      'div.problem',
      {},
      el('strong', {}, 'Rows would be lost'),
      el(
        'ul',
        {},
        losses.map((lost) => el('li', {}, loss(lost))),
      ),
    )
  );
}

function hazards({ hazards }) {
  const all = dangers(hazards);
  const told = summary(all);
  const more = told.length - SUMMED;
  return (
    all.length > 0 &&
    el(
      'div.warning',
      {},
      el('strong', {}, count(all.length, 'hazard')),
      el(
        'ul',
        {},
        told.slice(0, SUMMED).map((words) => el('li', {}, words)),
        more > 0 && el('li', {}, `and ${more.toLocaleString('en')} more, each with its step below`),
      ),
    )
  );
}

/** Adds the next steps: thousands at once would take longer to draw than to read. */
function append(list, plan, first) {
  const some = plan.steps.slice(first, first + AT_ONCE);
  list.append(...some.map((step) => stepOf(step, plan, plan.steps.length <= OPEN)));
  const left = plan.steps.length - first - some.length;
  if (left > 0) {
    const more = el(
      'button.plain',
      {
        type: 'button',
        onclick: () => (more.parentElement.remove(), append(list, plan, first + AT_ONCE)),
      },
      `Show ${Math.min(left, AT_ONCE)} more of ${count(left, 'step')}`,
    );
    list.append(el('li.more', {}, more));
  }
}

function stepOf(step, plan, open) {
  const own = (step.statements ?? []).flatMap((sql) => dangers(about(plan.hazards, step, sql)));
  const details = el(
    'details',
    {},
    el(
      'summary',
      {},
      el('span.way', {}, step.kind),
      el('code', {}, step.revision ?? heads(step.to)),
      el('span.message', {}, step.message),
      own.length > 0 && el('span.tag.warn', {}, count(own.length, 'hazard')),
    ),
  );
  // The SQL is drawn when it is looked at.
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(...sqlOf(step, plan));
    }
  });
  details.open = open;
  return el('li', {}, details);
}

function sqlOf(step, plan) {
  if (!step.statements) {
    return [el('p.hint', {}, 'This server does not show SQL.')];
  }
  if (!step.statements.length) {
    return [el('p.hint', {}, 'Nothing to run.')];
  }
  return step.statements.map((sql) => {
    const forecasts = about(plan.hazards, step, sql);
    const kind = dangers(forecasts).length ? 'p.forecast.hazard' : 'p.forecast';
    return el(
      'div',
      {},
      statement(sql),
      forecasts.map((one) => el(kind, {}, inWords(one))),
    );
  });
}
