// What the page knows about the scripts and where the database stands among them. Pure.

import { layOut } from './lanes.js';

/** The row below all revisions: a database without any. */
export const BASE = 'base';

/** All heads together, where there are several: no row, but somewhere to go. */
export const HEADS = 'heads';

/**
 * The rows of the graph, from top to bottom: what the database knows and the scripts do not, the
 * revisions newest first, and base.
 *
 * @param {object} status the answer of /api/status
 * @param {object[]} revisions the answer of /api/revisions
 */
export function modelOf(status, revisions) {
  const byId = new Map(revisions.map((revision) => [revision.revision, revision]));
  const drawing = layOut(revisions.map((revision) => resolved(revision, revisions, byId)));
  const items = [
    ...status.unknown.map((id) => ({ kind: 'unknown', id, current: true })),
    ...revisions.map((revision, at) => ({
      kind: 'revision',
      id: revision.revision,
      revision,
      row: drawing.rows[at],
      labels: labelsAt(revision, byId),
    })),
    { kind: 'base', id: BASE, current: status.rows.length === 0 },
  ];
  const places = new Map(items.map((item, place) => [item.id, place]));
  const first = status.unknown.length;

  return {
    items,
    width: Math.max(1, drawing.width),
    placeOf: (id) => places.get(id) ?? -1,
    item: (id) => (id === HEADS ? { kind: 'heads', id } : items[places.get(id)]),
    /** A line is as far as the database has come if the revision that it leaves is applied. */
    isPending: (line) => revisions[line.child].state === 'pending',
    places: (test) => revisions.flatMap((revision, at) => (test(revision) ? [at + first] : [])),
    move: (id, applied) => move(items, places, id, applied),
    find: (words) => find(items, words),
  };
}

/** The labels to be drawn beside a revision: all of a branch have them, its ends show them. */
function labelsAt(revision, byId) {
  const below = revision.down.flatMap((id) => byId.get(id)?.branch_labels ?? []);
  return revision.branch_labels.filter((label) => revision.is_head || !below.includes(label));
}

/** Marks a revision as applied or not, and tells anew where the database stands. */
function move(items, places, id, applied) {
  const moved = items[places.get(id)]?.revision;
  if (!moved) {
    return;
  }
  moved.state = applied ? 'applied' : 'pending';
  for (const other of [moved, ...moved.down.map((down) => items[places.get(down)]?.revision)]) {
    if (other) {
      const above = other.next.map((next) => items[places.get(next)].revision.state);
      other.current = other.state === 'applied' && !above.includes('applied');
    }
  }
  items.at(-1).current = !items.some((item) => item.current ?? item.revision?.current);
}

/** @returns {number[]} the places of the revisions whose id, message, label or file has all these words */
function find(items, words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (!wanted.length) {
    return [];
  }
  return items.flatMap((item, place) => {
    const { message = '', branch_labels: labels = [], path = '' } = item.revision ?? {};
    const text = `${item.id} ${message} ${labels.join(' ')} ${path}`.toLowerCase();
    return wanted.every((word) => text.includes(word)) ? [place] : [];
  });
}

/** Dependencies may be named by a label, or by the beginning of an id; lines need the id. */
function resolved({ revision, down, depends_on: dependencies }, revisions, byId) {
  const idOf = (name) =>
    byId.has(name)
      ? name
      : (
          revisions.findLast((other) => other.branch_labels.includes(name)) ??
          revisions.find((other) => other.revision.startsWith(name))
        )?.revision;
  return { revision, down, depends_on: dependencies.map(idOf).filter((id) => id !== undefined) };
}
