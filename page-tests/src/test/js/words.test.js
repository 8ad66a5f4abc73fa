import { pieces } from '../assets/sql.js';
import { onColor } from '../assets/standing.js';
import { count, duration, heads, list, loss, moment, size } from '../assets/words.js';
import { same } from './check.js';

const kinds = (sql) =>
  pieces(sql)
    .filter((piece) => piece.kind)
    .map((piece) => `${piece.kind} ${piece.text}`);

export const tests = {
  'numbers are told as a person tells them'() {
    same(
      [count(1, 'row'), count(1204, 'row'), count(0, 'pending', 'pending')],
      ['1 row', '1,204 rows', '0 pending'],
    );
    same(
      [size(0), size(4096), size(98_304), size(5_452_595)],
      ['0 bytes', '4 KiB', '96 KiB', '5.2 MiB'],
    );
    same(
      [duration(12.4), duration(3210), duration(250_000), duration(7_380_000)],
      ['12 ms', '3.2 s', '4 min 10 s', '2 h 3 min'],
    );
  },

  'a moment is told in the zone of the reader'() {
    const at = new Date(2026, 10, 25, 9, 5);

    same(moment(at.toISOString()), '2026-11-25 09:05');
    same(moment('some day'), 'some day');
  },

  'positions and lists are told as sentences have them'() {
    same([heads([]), heads(['a', 'b'])], ['base', 'a, b']);
    same([list([]), list(['a']), list(['a', 'b', 'c'])], ['', 'a', 'a, b and c']);
    same(
      [loss({ table: 't', rows: 2 }), loss({ table: 't', column: 'c', rows: 1 })],
      ['t (2 rows)', 't.c (1 value)'],
    );
  },

  'SQL in pieces is the same text'() {
    const texts = [
      "INSERT INTO t VALUES ('it''s', 1.5); -- so\n",
      'SELECT "select" FROM [from] /* all\nof it */',
      "DO $body$ BEGIN 'x'; END $body$ -- end",
      "unterminated 'text and $tag$ more",
      '',
    ];

    same(
      texts.map((sql) =>
        pieces(sql)
          .map((piece) => piece.text)
          .join(''),
      ),
      texts,
    );
  },

  'SQL has keywords, strings, numbers, names and comments'() {
    same(kinds('CREATE TABLE t2 ("key" TEXT DEFAULT \'a\' CHECK (n > 10)) -- b'), [
      'keyword CREATE',
      'keyword TABLE',
      'name "key"',
      'keyword DEFAULT',
      "string 'a'",
      'keyword CHECK',
      'number 10',
      'comment -- b',
    ]);
  },

  'text on a mark is black or white, whichever is read better'() {
    same(
      [
        'rgb(198, 40, 40)',
        'rgb(255, 215, 0)',
        'rgb(0, 0, 0)',
        'rgb(255, 255, 255)',
        'rgba(11, 102, 96, 1)',
      ].map(onColor),
      ['#fff', '#000', '#fff', '#000', '#fff'],
    );
  },
};
