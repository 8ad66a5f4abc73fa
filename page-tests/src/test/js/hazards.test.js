import { about, dangers, inWords, summary } from '../assets/hazards.js';
import { same } from './check.js';

const REBUILD = {
  revision: 'a1',
  statement: 'ALTER TABLE t DROP COLUMN c',
  table: 't',
  way: 'rebuild',
  why: 'column c goes',
  rows: 1204,
  bytes: 98_304,
};
const HARMLESS = { ...REBUILD, way: 'in place', why: 'no stored row changes' };

export const tests = {
  'what is harmless is no danger, and what nobody knows is one'() {
    same(
      dangers([HARMLESS, REBUILD, { ...REBUILD, way: 'something new' }]).map(({ way }) => way),
      ['rebuild', 'something new'],
    );
  },

  'a forecast belongs to the statement of its own revision'() {
    const sql = 'ALTER TABLE t DROP COLUMN c;\n';

    same(about([REBUILD], { revision: 'a1' }, sql).length, 1);
    same(about([REBUILD], { revision: 'b2' }, sql).length, 0);
    same(about([REBUILD], { revision: 'a1' }, 'DROP TABLE t;').length, 0);
    same(about([{ ...REBUILD, statement: undefined }], { revision: 'a1' }, sql).length, 0);
  },

  'a forecast is told with the size of its table'() {
    same(inWords(REBUILD), 't: rebuild, column c goes (1,204 rows, 96 KiB)');
    same(inWords({ table: '', way: 'not known', why: '', rows: 0, bytes: 0 }), 'not known');
  },

  'the same twice is told once'() {
    same(summary([REBUILD, HARMLESS, REBUILD]), [
      't: rebuild, column c goes (1,204 rows, 96 KiB), 2 times',
      't: in place, no stored row changes (1,204 rows, 96 KiB)',
    ]);
  },
};
