// The panel of one revision: what it is, who applied it when, and its SQL.

import { readSoon } from './api.js';
import { el } from './dom.js';
import { goingTo } from './going.js';
import { statement } from './sql.js';
import { duration, list, moment } from './words.js';

/**
 * @param {HTMLElement} panel
 * @param page what the page knows: status, model; choose(id) and run(...) as going.js asks for them
 */
export function revisionIn(panel, page) {
  let asked = new AbortController();

  /** Shows an item of the model at once, and what only the server knows when it answers. */
  return async (item) => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    panel.scrollTop = 0;
    if (!item) {
      panel.replaceChildren(
        el('p.hint', {}, 'Choose a revision to see what it does, and what going there would do.'),
      );
      return;
    }
    const facts = el('div');
    const sql = el('div');
    const revision = item.revision ?? {};
    const isRow = item.kind === 'revision' || item.kind === 'unknown';
    if (item.revision) {
      facts.append(factsOf(item, revision, page));
    }
    panel.replaceChildren(
      head(item),
      explanation(item, page),
      facts,
      goingTo(item, page, signal),
      sql,
    );
    if (!isRow) {
      return;
    }
    try {
      const { result } = await readSoon(`api/revisions/${encodeURIComponent(item.id)}`, { signal });
      facts.replaceChildren(factsOf(item, result, page));
      sql.replaceChildren(...sections(result.sections ?? []));
    } catch (failure) {
      if (failure.name !== 'AbortError' && !(item.kind === 'unknown' && failure.status === 404)) {
        sql.replaceChildren(
          el('p.problem', {}, el('strong', {}, failure.message), ` ${failure.remedy ?? ''}`),
        );
      }
    }
  };
}

function head(item) {
  const titles = { base: 'Base', heads: 'All heads', unknown: 'Unknown to the scripts' };
  const { revision } = item;
  return el(
    'div.head',
    {},
    el('h2', {}, titles[item.kind] ?? (revision.message || 'Without a message')),
    el(
      'p.tags',
      {},
      el('code.id', {}, item.id),
      revision && el(`span.tag.${revision.state}`, {}, revision.state),
      (revision?.current || item.current) && el('span.tag.here', {}, 'current'),
      revision?.is_head && el('span.tag', {}, 'head'),
      revision?.is_merge_point && el('span.tag', {}, 'merge'),
      revision?.is_branch_point && el('span.tag', {}, 'branch point'),
    ),
  );
}

function explanation(item, { status }) {
  if (item.kind === 'base') {
    return el('p', {}, 'Below the first revision: the database before any of them.');
  }
  if (item.kind === 'heads') {
    return el('p', {}, `Every revision: the scripts end at ${list(status.heads)}.`);
  }
  if (item.kind === 'unknown') {
    return el(
      'p.problem',
      {},
      el('strong', {}, `The database stands at ${item.id}, and no script here has that id.`),
      ' A newer build probably applied it. Start the server with the scripts of that build, or downgrade:',
      ' the history keeps the scripts that ran.',
    );
  }
  const changed = status.changed.find((script) => script.revision === item.id);
  return changed
    ? el(
        'p.warning',
        {},
        el('strong', {}, 'The script changed after it ran.'),
        ` ${changed.applied_by} applied it on ${moment(changed.applied_at)}; what the file says now was never run here.`,
        ' Take the change back, and write a new revision for it.',
      )
    : '';
}

function factsOf(item, revision, { choose }) {
  const link = (id) =>
    el('a', { href: `#${id}`, onclick: (event) => (event.preventDefault(), choose(id)) }, id);
  const links = (ids) => ids.map((id, at) => [at > 0 && ', ', link(id)]);
  const {
    down = [],
    next = [],
    depends_on: dependencies = [],
    branch_labels: labels = [],
    applied,
  } = revision;
  const facts = [
    [
      'Builds on',
      item.kind === 'unknown' && !down.length
        ? undefined
        : down.length
          ? links(down)
          : link('base'),
    ],
    ['Depends on', dependencies.length && dependencies.join(', ')],
    ['Before', next.length && links(next)],
    ['Labels', labels.length && labels.join(', ')],
    [
      'Applied',
      applied && el('span', { title: `With Limbeck ${applied.limbeck}` }, appliedInWords(applied)),
    ],
    ['Written', revision.created?.slice(0, 16)],
    ['Script', revision.path && el('span', { title: revision.path }, ending(revision.path))],
    [
      'Checksum',
      revision.checksum && el('code', { title: revision.checksum }, revision.checksum.slice(0, 19)),
    ],
  ];
  return el(
    'dl.facts',
    {},
    facts
      .filter(([, value]) => value)
      .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );
}

const appliedInWords = ({ at, by, took_ms: took }) =>
  `${moment(at)} by ${by}, took ${duration(took)}`;

/** The script's folder and its name; the title has the whole path. */
const ending = (path) => path.split(/[\\/]/).slice(-2).join('/');

function sections(all) {
  if (all.length && !all.some((section) => section.statements)) {
    return [el('p.hint', {}, 'This server does not show SQL.')];
  }
  return all
    .filter((section) => section.statements)
    .map(({ direction, dialects, transactional, statements }) => {
      const notes = [dialects.join(', '), !transactional && 'outside a transaction']
        .filter(Boolean)
        .join(', ');
      return el(
        'details.section',
        { open: direction === 'upgrade' },
        el(
          'summary',
          {},
          direction === 'upgrade' ? 'Upgrade SQL' : 'Downgrade SQL',
          notes && ` (${notes})`,
        ),
        statements.length
          ? statements.map((sql) => statement(sql))
          : el('p.hint', {}, 'Nothing to run.'),
      );
    });
}
