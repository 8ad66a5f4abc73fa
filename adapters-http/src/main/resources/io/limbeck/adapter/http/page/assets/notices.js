// What a person should hear: a line that stays until it is closed, or a word for screen readers only.

import { el, part } from './dom.js';

/** Says something to those who do not see the page. */
export function say(text) {
  part('said').textContent = text;
}

/**
 * Shows a notice above the graph.
 *
 * @param {'info' | 'bad'} kind
 * @param {string} key a later notice of the same key takes this one's place
 */
export function notice(kind, key, text, remedy = '') {
  const words = el('p', {}, el('strong', {}, text), remedy && ` ${remedy}`);
  const before = find(key);
  if (before?.querySelector('p').textContent === words.textContent) {
    return; // Nothing is said twice, least of all aloud.
  }
  before?.remove();
  const close = el(
    'button.plain',
    { type: 'button', 'aria-label': 'Close this notice', onclick: () => clear(key) },
    '✕',
  );
  part('notices').append(
    el(
      `div.notice.${kind}`,
      { role: kind === 'bad' ? 'alert' : 'status', 'data-key': key },
      words,
      close,
    ),
  );
}

/** Shows a failure as its problem and its remedy. */
export function failed(key, problem) {
  notice('bad', key, problem.message, problem.remedy ?? 'Reload the page.');
}

export function clear(key) {
  find(key)?.remove();
}

const find = (key) => part('notices').querySelector(`[data-key="${key}"]`);
