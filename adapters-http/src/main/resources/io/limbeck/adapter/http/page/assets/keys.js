// Where a key leads to in the graph. Pure.

/**
 * Up and down go through the rows; left and right go along a line, to the newer and the older side.
 *
 * @param {string} key its name
 * @param model the rows
 * @param {number} from the place of the chosen row; -1 for none
 * @param {number} page how many rows are seen at once
 * @returns {number | undefined} the place of a row; undefined for a key that leads nowhere
 */
export function placeAfter(key, model, from, page) {
  const { revision } = model.items[from] ?? {};
  const along = (id) => (model.placeOf(id) < 0 ? from : model.placeOf(id));
  const places = {
    ArrowDown: () => from + 1,
    ArrowUp: () => from - 1,
    PageDown: () => from + page,
    PageUp: () => from - page,
    Home: () => 0,
    End: () => model.items.length - 1,
    ArrowRight: () => along(revision?.down[0]),
    ArrowLeft: () => along(revision?.next[0]),
  };
  const place = places[key]?.();
  return place === undefined ? undefined : Math.max(0, Math.min(model.items.length - 1, place));
}
