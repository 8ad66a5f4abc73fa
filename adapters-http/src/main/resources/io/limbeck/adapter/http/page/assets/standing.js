// The head of the page: which database this is, and where it stands.

import { el, part } from './dom.js';
import { count, heads } from './words.js';

const KINDS = { sqlite: 'SQLite', h2: 'H2', postgresql: 'PostgreSQL' };

/**
 * @param {string} database its name, as messages have it
 * @param status the answer of /api/status
 * @param {{at(), pending(), revision(id: string)}} open shows what is behind a fact
 */
export function showStanding(database, status, open) {
  showMark(status.mark);
  part('database').textContent = status.short_name;
  part('database').title = database;
  part('kind').textContent = KINDS[status.dialect] ?? status.dialect;
  const mark = status.mark ? `[${status.mark.name}] ` : '';
  const where = status.at_heads ? 'at head' : `${status.pending} pending`;
  document.title = `${mark}${status.short_name} · ${where}`;

  const fact = (kind, text, title, onclick) =>
    onclick
      ? el(`button.fact.${kind}`, { type: 'button', title, onclick }, text)
      : el(`span.fact.${kind}`, { title }, text);
  const { rows, unknown, changed } = status;
  part('standing').replaceChildren(
    ...[
      fact('at', ['at ', el('code', {}, heads(rows))], 'Where the database stands', open.at),
      !status.exists && fact('info', 'not made yet', 'An upgrade makes it'),
      status.at_heads
        ? fact('good', 'at head', 'Nothing is pending')
        : fact(
            'info',
            count(status.pending, 'pending', 'pending'),
            'What an upgrade would run',
            open.pending,
          ),
      changed.length > 0 &&
        fact('warn', `${changed.length} changed`, 'Scripts that changed after they ran', () =>
          open.revision(changed[0].revision),
        ),
      unknown.length > 0 &&
        fact('bad', `${unknown.length} unknown`, 'Rows that no script here knows', () =>
          open.revision(unknown[0]),
        ),
    ].filter(Boolean),
  );
}

/** The database's mark, such as Production in red: its text black or white, whichever is read better. */
function showMark(mark) {
  const band = part('mark');
  band.hidden = !mark;
  if (!mark) {
    return;
  }
  band.textContent = mark.name;
  band.style.backgroundColor = 'var(--bad)';
  band.style.backgroundColor = mark.color;
  band.style.color = onColor(getComputedStyle(band).backgroundColor);
}

/** @returns black or white, by WCAG's relative luminance */
export function onColor(color) {
  const [red, green, blue] = color
    .match(/[\d.]+/g)
    .slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000' : '#fff';
}
