// Two tabs beside the graph, by the rules for them: arrows go from one to the other.

import { part } from './dom.js';

const NAMES = ['revision', 'history'];

/** @param {(name: string) => void} opened told which tab a person opened */
export function tabs(opened) {
  const show = (shown) => {
    for (const name of NAMES) {
      const tab = part(`tab-${name}`);
      tab.setAttribute('aria-selected', String(name === shown));
      tab.tabIndex = name === shown ? 0 : -1;
      part(name).hidden = name !== shown;
    }
  };
  NAMES.forEach((name, at) => {
    const tab = part(`tab-${name}`);
    tab.addEventListener('click', () => {
      show(name);
      opened(name);
    });
    tab.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        const other = part(`tab-${NAMES[1 - at]}`);
        other.focus();
        other.click();
      }
    });
  });
  return { show };
}
