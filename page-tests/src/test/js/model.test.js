import { BASE, HEADS, modelOf } from '../assets/model.js';
import { lineage, same } from './check.js';

function model(revisions, { rows = [], unknown = [] } = {}) {
  for (const revision of revisions) {
    revision.state = rows.includes(revision.revision) ? 'applied' : revision.state;
    revision.current = rows.includes(revision.revision);
  }
  return modelOf({ rows, unknown }, revisions);
}

const current = ({ items }) =>
  items.filter((item) => item.current || item.revision?.current).map((item) => item.id);

export const tests = {
  'the rows are what is unknown, the revisions, and base'() {
    const shown = model(lineage('a -> b'), { rows: ['zz'], unknown: ['zz'] });

    same(
      shown.items.map((item) => [item.kind, item.id]),
      [
        ['unknown', 'zz'],
        ['revision', 'b'],
        ['revision', 'a'],
        ['base', BASE],
      ],
    );
    same(shown.placeOf('a'), 2);
    same(shown.placeOf('nowhere'), -1);
  },

  'a database without revisions stands at base'() {
    same(current(model(lineage('a -> b'))), [BASE]);
  },

  'all heads are somewhere to go, but no row'() {
    const shown = model(lineage('a -> b'));

    same(shown.item(HEADS).kind, 'heads');
    same(shown.placeOf(HEADS), -1);
  },

  'each step of an upgrade moves where the database stands'() {
    const shown = model(lineage('a -> b -> c'));

    shown.move('a', true);
    same(current(shown), ['a']);
    shown.move('b', true);
    same(current(shown), ['b']);
  },

  'a merge takes the place of what it merges'() {
    const shown = model(lineage('a -> m', 'b -> m'), { rows: ['a', 'b'] });
    same(current(shown), ['b', 'a']);

    shown.move('m', true);

    same(current(shown), ['m']);
  },

  'a downgrade moves it back, down to base'() {
    const revisions = lineage('a -> b');
    revisions.at(-1).state = 'applied';
    const shown = model(revisions, { rows: ['b'] });

    shown.move('b', false);
    same(current(shown), ['a']);
    shown.move('a', false);
    same(current(shown), [BASE]);
  },

  'a revision that the scripts do not have moves nothing'() {
    const shown = model(lineage('a'), { rows: ['a'] });

    shown.move('zz', false);

    same(current(shown), ['a']);
  },

  'revisions are found by words of the id, message, label or file'() {
    const revisions = lineage('a1 -> b2 -> c3');
    revisions[0].message = 'Add api keys';
    revisions[1].branch_labels = ['networking'];
    const shown = model(revisions);

    same(shown.find('KEYS add'), [0]);
    same(shown.find('network'), [1]);
    same(shown.find('versions/a1'), [2]);
    same(shown.find('b2 c3'), []);
    same(shown.find('  '), []);
  },

  'a label is told where its branch begins and at its head'() {
    const revisions = lineage('a -> b -> c -> d');
    revisions.slice(0, 3).forEach((revision) => (revision.branch_labels = ['net']));

    const labels = model(revisions).items.map((item) => item.labels);

    same(labels.slice(0, 4), [['net'], [], ['net'], []]);
  },

  'a dependency by label or by the beginning of an id gets its line'() {
    const revisions = lineage('a1', 'b1', 'c1');
    revisions[0].depends_on = ['net', 'b'];
    revisions[2].branch_labels = ['net'];

    const [top] = model(revisions).items;

    same(
      top.row.leaving.map((line) => line.wants),
      ['a1', 'b1'],
    );
  },
};
