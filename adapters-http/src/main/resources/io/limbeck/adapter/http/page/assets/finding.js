// The field that finds revisions: it marks all that match and goes from one to the next.

import { part } from './dom.js';

/** @param page model, and graph with go(place), chosen() and highlight(places) */
export function finding(page) {
  const field = part('find');
  const matches = part('matches');

  /** Goes to the first match after a place, or the last before it; from the end it goes on at the start. */
  const find = (from, back) => {
    // Asked anew each time: scripts may have come since.
    const places = page.model?.find(field.value) ?? [];
    page.graph.highlight(places);
    const next = back
      ? places.findLast((place) => place < from)
      : places.find((place) => place > from);
    const place = next ?? (back ? places.at(-1) : places[0]);
    if (place !== undefined) {
      page.graph.go(place);
    }
    matches.textContent = !field.value.trim()
      ? ''
      : places.length
        ? `${places.indexOf(place) + 1} of ${places.length}`
        : 'none';
  };

  field.addEventListener('input', () => find(-1, false));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      find(page.graph.chosen(), event.shiftKey);
    } else if (event.key === 'Escape') {
      page.graph.focus();
    }
  });
}
