import { layOut } from '../assets/lanes.js';
import { chance, holds, lineage, same } from './check.js';

/** A row for each revision: o where it is, | where a line passes, then its id and where lines come and go. */
function drawn(...lines) {
  const revisions = lineage(...lines);
  const { rows } = layOut(revisions);
  return rows.map((row, at) => {
    const passing = new Set(row.passing.map((line) => line.lane));
    const lanes = Array.from({ length: Math.max(row.lane, ...passing) + 1 }, (_, lane) =>
      lane === row.lane ? 'o' : passing.has(lane) ? '|' : ' ',
    );
    const ends = (sign, lines) =>
      lines.length
        ? ` ${sign}${lines.map((line) => line.lane + (line.dependency ? '*' : '')).join(',')}`
        : '';
    return `${lanes.join('')} ${revisions[at].revision}${ends('<', row.arriving)}${ends('>', row.leaving)}`;
  });
}

export const tests = {
  'a straight history is one lane'() {
    same(drawn('a -> b -> c'), ['o c >0', 'o b <0 >0', 'o a <0']);
  },

  'a branch gets a lane beside the one it left, down to its branch point'() {
    same(drawn('a -> b -> c', 'a -> x'), ['o x >0', '|o c >1', '|o b <1 >1', 'o a <0,1']);
  },

  'a merge point keeps the first of what it merges in its lane'() {
    same(drawn('a -> b', 'a -> c', 'b -> m', 'c -> m'), [
      'o m >0,1',
      '|o c <1 >1',
      'o| b <0 >0',
      'o a <0,1',
    ]);
  },

  'a lane that is free is taken again'() {
    same(drawn('a -> b', 'x -> y'), ['o y >0', 'o x <0', 'o b >0', 'o a <0']);
  },

  'a merge of three comes from three lanes'() {
    same(drawn('a', 'b', 'c', 'a -> m', 'b -> m', 'c -> m'), [
      'o m >0,1,2',
      '||o c <2',
      '|o b <1',
      'o a <0',
    ]);
  },

  'a dependency is a line of its own that does not end in its lane'() {
    same(drawn('a -> b', 'x -> y', 'b => y'), ['o y >0,1*', 'o| x <0', 'o b <1* >0', 'o a <0']);
  },

  'a dependency on what is below anyway is not drawn twice'() {
    same(drawn('a -> b', 'a => b'), ['o b >0', 'o a <0']);
  },

  'what is not among the revisions gets no line'() {
    const [only] = layOut([{ revision: 'b', down: ['gone'], depends_on: ['net'] }]).rows;

    same(only.leaving, []);
  },

  'there is nothing to draw without revisions'() {
    same(layOut([]), { rows: [], width: 0 });
  },

  'every line goes from its revision to the next in a lane that nothing else is in'() {
    for (let seed = 1; seed <= 60; seed++) {
      const revisions = anyHistory(seed);
      checkLines(revisions, layOut(revisions), `seed ${seed}`);
    }
  },

  'five thousand revisions are laid out before one notices'() {
    const revisions = anyHistory(5, 5000);
    const before = performance.now();

    layOut(revisions);

    holds(performance.now() - before < 1000, 'more than a second');
  },
};

function anyHistory(seed, count = 40) {
  const next = chance(seed);
  const below = (at) => `r${Math.max(0, at - 1 - next(6))}`;
  return Array.from({ length: count }, (_, at) => ({
    revision: `r${at}`,
    down:
      at === 0 || next(12) === 0
        ? []
        : [...new Set(next(5) ? [below(at)] : [below(at), below(at)])],
    depends_on: at > 0 && next(9) === 0 ? [below(at)] : [],
  })).reverse();
}

function checkLines(revisions, { rows, width }, about) {
  const places = new Map(revisions.map((revision, at) => [revision.revision, at]));
  rows.forEach((row, at) => {
    const revision = revisions[at];
    const expected = new Set([...revision.down, ...revision.depends_on]);
    same(row.leaving.length, expected.size, `${about}: lines that leave ${revision.revision}`);
    const taken = [row.lane, ...row.passing.map((line) => line.lane)];
    same(new Set(taken).size, taken.length, `${about}: lanes of row ${at}`);
    holds(Math.max(...taken) < width, `${about}: row ${at} is wider than ${width}`);
    for (const line of row.leaving) {
      const end = places.get(line.wants);
      same(line.child, at, `${about}: where a line comes from`);
      holds(rows[end].arriving.includes(line), `${about}: a line to ${line.wants} does not arrive`);
      for (let between = at + 1; between < end; between++) {
        holds(rows[between].passing.includes(line), `${about}: a line has a gap in row ${between}`);
      }
    }
  });
}
