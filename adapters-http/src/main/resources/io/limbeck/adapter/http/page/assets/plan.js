// A plan: from where to where, what would be lost, what is dangerous, and every step with its exact SQL.

import { el } from './dom.js';
import { statement } from './sql.js';
import { count, heads, loss, size } from './words.js';

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
  return el('div.plan', {}, summary(plan, direction), losses(plan), hazards(plan), steps);
}

function summary(plan, direction) {
  const what =
    direction === 'stamp'
      ? 'Records the position. No SQL of a revision is run.'
      : `${count(plan.steps.length, 'revision')} would run, each in its own transaction where the database can.`;
  return el('p', {}, el('code', {}, heads(plan.from)), ' → ', el('code', {}, heads(plan.to)), el('br'), what);
}

function losses({ losses }) {
  return losses.length > 0 && el(
    'div.problem',
    {},
    el('strong', {}, 'Rows would be lost'),
    el('ul', {}, losses.map((lost) => el('li', {}, loss(lost)))),
  );
}

function hazards({ hazards }) {
  const more = hazards.length - SUMMED;
  return hazards.length > 0 && el(
    'div.warning',
    {},
    el('strong', {}, count(hazards.length, 'hazard')),
    el(
      'ul',
      {},
      hazards.slice(0, SUMMED).map((hazard) => el('li', {}, hazardOf(hazard))),
      more > 0 && el('li', {}, `and ${more.toLocaleString('en')} more, each with its step below`),
    ),
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
      { type: 'button', onclick: () => (more.parentElement.remove(), append(list, plan, first + AT_ONCE)) },
      `Show ${Math.min(left, AT_ONCE)} more of ${count(left, 'step')}`,
    );
    list.append(el('li.more', {}, more));
  }
}

function stepOf(step, plan, open) {
  const statements = step.statements ?? [];
  const dangers = plan.hazards.filter(
    ({ revision, statement: sql }) =>
      (revision ?? step.revision) === step.revision && (!step.statements || statements.includes(sql)),
  );
  const details = el(
    'details',
    {},
    el(
      'summary',
      {},
      el('span.way', {}, step.kind),
      el('code', {}, step.revision ?? heads(step.to)),
      el('span.message', {}, step.message),
      dangers.length > 0 && el('span.tag.warn', {}, count(dangers.length, 'hazard')),
    ),
  );
  // The SQL is drawn when it is looked at.
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(...sqlOf(step, statements, dangers));
    }
  });
  details.open = open;
  return el('li', {}, details);
}

function sqlOf(step, statements, dangers) {
  if (!step.statements) {
    return [el('p.hint', {}, 'This server does not show SQL.')];
  }
  if (!statements.length) {
    return [el('p.hint', {}, 'Nothing to run.')];
  }
  return statements.map((sql) =>
    el('div', {}, statement(sql), dangers.filter((danger) => danger.statement === sql).map((danger) => el('p.hazard', {}, hazardOf(danger)))),
  );
}

/** users: rebuild, its keys change (1,204 rows, 96 KiB) */
function hazardOf({ table, way, why, rows, bytes }) {
  const what = [table && `${table}: `, way, why && `, ${why}`].filter(Boolean).join('');
  return `${what} (${count(rows, 'row')}, ${size(bytes)})`;
}
