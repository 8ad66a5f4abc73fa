// SQL with its words told apart, to be read more easily.

import { el } from './dom.js';

const KEYWORDS = new Set(
  `add all alter always and as asc autoincrement begin between by cascade case cast check collate column
  concurrently constraint create cross current_date current_time current_timestamp default deferrable delete
  desc distinct drop each else end except exists for foreign from full function generated group having if
  in index inner insert into is join key left like limit materialized not null of on or order outer primary
  references rename replace restrict returning right row schema select set stored strict table temporary then
  to trigger type union unique update using values view virtual when where with without`.split(
    /\s+/,
  ),
);

const TOKEN =
  /(--[^\n]*|\/\*[\s\S]*?\*\/)|('(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\3\$)|("(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\])|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)|(\s+|[^\w\s])/g;

/**
 * Cuts SQL into pieces that together are the same text.
 *
 * @returns {{text: string, kind: 'comment' | 'string' | 'name' | 'number' | 'keyword' | ''}[]}
 */
export function pieces(sql) {
  const found = [];
  let end = 0;
  for (const match of sql.matchAll(TOKEN)) {
    if (match.index > end) {
      found.push({ text: sql.slice(end, match.index), kind: '' });
    }
    found.push({ text: match[0], kind: kindOf(match) });
    end = match.index + match[0].length;
  }
  if (end < sql.length) {
    found.push({ text: sql.slice(end), kind: '' });
  }
  return found;
}

/** A block of one statement. */
export function statement(sql) {
  const code = el('code');
  for (const { text, kind } of pieces(sql)) {
    code.append(kind && kind !== 'name' ? el(`span.sql-${kind}`, {}, text) : text);
  }
  return el('pre.sql', {}, code);
}

function kindOf([, comment, string, , name, number, word]) {
  if (comment !== undefined) {
    return 'comment';
  }
  if (string !== undefined) {
    return 'string';
  }
  if (name !== undefined) {
    return 'name';
  }
  if (number !== undefined) {
    return 'number';
  }
  return word !== undefined && KEYWORDS.has(word.toLowerCase()) ? 'keyword' : '';
}
