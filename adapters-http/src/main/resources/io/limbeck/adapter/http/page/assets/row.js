// One row of the graph: its picture, and what it says of its revision.

import { el } from './dom.js';
import { picture } from './drawing.js';
import { list } from './words.js';

/**
 * @param item a row of the model
 * @param place its place from the top, from 0
 * @param count of all rows
 */
export function rowOf(item, place, count, shape) {
  return el(
    `div.row.${item.kind}${item.revision ? `.${item.revision.state}` : ''}`,
    {
      id: `row-${place}`,
      role: 'option',
      'aria-setsize': count,
      'aria-posinset': place + 1,
      'data-place': place,
    },
    picture(item, shape),
    item.kind === 'revision' ? revisionText(item) : otherText(item),
  );
}

function revisionText({ revision, labels }) {
  const message = revision.message || 'Without a message';
  return el(
    'div.text',
    {},
    el(
      'span.what',
      {},
      revision.current && el('span.tag.here', {}, 'current'),
      revision.changed && el('span.tag.warn', {}, 'changed'),
      el('span.message', { title: message }, message),
      revision.is_head && el('span.tag', {}, 'head'),
      labels.map((label) => el('span.tag.label', {}, label)),
      el('span.unseen', {}, drawn(revision)),
    ),
    el('span.id', {}, revision.revision),
    el('span.day', {}, (revision.created ?? '').slice(0, 10)),
  );
}

function otherText(item) {
  const unknown = item.kind === 'unknown';
  return el(
    'div.text',
    {},
    el(
      'span.what',
      {},
      item.current && el('span.tag.here', {}, 'current'),
      unknown && el('span.tag.bad', {}, 'unknown'),
      el(
        'span.message',
        {},
        unknown ? 'No script here has this id' : 'base: before the first revision',
      ),
    ),
    el('span.id', {}, unknown ? item.id : ''),
    el('span.day', {}),
  );
}

/** What only the picture shows, in words. */
function drawn(revision) {
  const facts = [
    revision.state,
    revision.is_merge_point && `merges ${list(revision.down)}`,
    revision.is_branch_point && 'branch point',
  ];
  return facts.filter(Boolean).join(', ');
}
