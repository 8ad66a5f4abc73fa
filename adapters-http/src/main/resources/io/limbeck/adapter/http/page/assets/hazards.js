// What the database will do about statements that it cannot simply carry out as they are written. Pure.

import { count, size } from './words.js';

/** Ways that neither copy a table nor keep others waiting. What is not known to be harmless is a hazard. */
const HARMLESS = new Set(['nothing to do', 'in place', 'SQLite does it']);

/** @returns the forecasts of a plan that one should know before it runs */
export const dangers = (forecasts) => forecasts.filter(({ way }) => !HARMLESS.has(way));

/** @returns those about one statement of a step; a plan without SQL has none for a statement */
export function about(forecasts, step, sql) {
  return forecasts.filter(
    ({ revision = step.revision, statement = '' }) =>
      revision === step.revision && bare(statement) === bare(sql),
  );
}

/** users: rebuild, its keys change (1,204 rows, 96 KiB) */
export function inWords({ table, way, why, rows, bytes }) {
  const what = [table && `${table}: `, way, why && `, ${why}`].filter(Boolean).join('');
  return rows || bytes ? `${what} (${count(rows, 'row')}, ${size(bytes)})` : what;
}

/** @returns each of them in words once, in order, with how often where it is more than once */
export function summary(forecasts) {
  const times = new Map();
  for (const words of forecasts.map(inWords)) {
    times.set(words, (times.get(words) ?? 0) + 1);
  }
  return [...times].map(([words, number]) => (number > 1 ? `${words}, ${number} times` : words));
}

const bare = (sql) => sql.trim().replace(/;$/, '');
