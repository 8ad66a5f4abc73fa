// What the tests of the page's modules share.

/** Fails unless both are equal, as JSON. */
export function same(actual, expected, about = '') {
  const [one, other] = [actual, expected].map((value) => JSON.stringify(value, null, 1));
  if (one !== other) {
    throw new Error(`${about}\nexpected: ${other}\nbut was:  ${one}`);
  }
}

/** Fails unless it is so. */
export function holds(fact, about) {
  if (!fact) {
    throw new Error(about);
  }
}

/** Numbers that look like chance and are the same for the same seed. */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Revisions as /api/revisions tells them, from lines such as 'a -> b' (b builds on a) and 'a => c' (c
 * depends on a); newest first, as the lines name them from the last to the first.
 */
export function lineage(...lines) {
  const revisions = new Map();
  const revision = (id) => {
    if (!revisions.has(id)) {
      revisions.set(id, {
        revision: id,
        down: [],
        depends_on: [],
        next: [],
        branch_labels: [],
        message: '',
        path: `versions/${id}.sql`,
        state: 'pending',
        current: false,
        is_head: true,
      });
    }
    return revisions.get(id);
  };
  for (const line of lines) {
    const [first, ...others] = line.split(/\s*(->|=>)\s*/);
    let below = revision(first);
    for (let at = 0; at < others.length; at += 2) {
      const above = revision(others[at + 1]);
      if (others[at] === '=>') {
        above.depends_on.push(below.revision);
      } else {
        above.down.push(below.revision);
        below.next.push(above.revision);
        below.is_head = false;
      }
      below = above;
    }
  }
  return [...revisions.values()].reverse();
}
