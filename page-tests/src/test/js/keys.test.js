import { placeAfter } from '../assets/keys.js';
import { modelOf } from '../assets/model.js';
import { lineage, same } from './check.js';

/** m merges c and b, which both build on a: rows m, c, b, a, base. */
const model = modelOf({ rows: [], unknown: [] }, lineage('a -> b', 'a -> c', 'c -> m', 'b -> m'));

const after = (key, id, page = 3) =>
  model.items[placeAfter(key, model, model.placeOf(id), page)]?.id;

export const tests = {
  'up and down go from row to row, and end at the ends'() {
    same(
      ['m', 'c', 'b', 'a', 'base'].map((id) => after('ArrowDown', id)),
      ['c', 'b', 'a', 'base', 'base'],
    );
    same([after('ArrowUp', 'b'), after('ArrowUp', 'm')], ['c', 'm']);
  },

  'left and right go along a line'() {
    same([after('ArrowRight', 'm'), after('ArrowRight', 'c')], ['c', 'a']);
    same([after('ArrowLeft', 'a'), after('ArrowLeft', 'b')], ['b', 'm']);
    same([after('ArrowRight', 'a'), after('ArrowLeft', 'base')], ['a', 'base']);
  },

  'pages, the first and the last'() {
    same(
      [after('PageDown', 'm'), after('PageUp', 'a'), after('PageDown', 'b')],
      ['a', 'm', 'base'],
    );
    same([after('Home', 'a'), after('End', 'm')], ['m', 'base']);
  },

  'where nothing is chosen, the first key chooses the first row'() {
    same(placeAfter('ArrowDown', model, -1, 3), 0);
  },

  'other keys lead nowhere'() {
    same([placeAfter('x', model, 0, 3) ?? 'nowhere'], ['nowhere']);
  },
};
