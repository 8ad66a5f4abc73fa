// Asks the server where the database stands, again and again, so that the page stays true.

import { Problem, read } from './api.js';
import { askForToken } from './dialogs.js';
import { part } from './dom.js';
import { modelOf } from './model.js';
import { clear, failed, notice, say } from './notices.js';
import { showStanding } from './standing.js';
import { heads } from './words.js';

const EVERY = 5000;
const SOON = 400;

/** What of a status tells that the graph is to be drawn anew. */
const place = ({ rows, heads, changed, unknown }) =>
  JSON.stringify([rows, heads, changed, unknown]);

/** @param page as main.js has it */
export function loading(page) {
  let database;

  /** Asks for everything, and shows it. */
  async function refresh() {
    const [standing, { result }] = await Promise.all([read('api/status'), read('api/revisions')]);
    const first = !page.model;
    database = standing.database;
    page.status = standing.result;
    page.model = modelOf(page.status, result.revisions);
    clear('unreachable');
    tell();
    page.graph.show(page.model);
    if (first && page.addressed()) {
      document.body.classList.add('aside');
    }
    if (!page.chosen || !page.model.item(page.chosen)) {
      page.chosen = page.addressed() ?? page.current();
    }
    page.graph.choose(page.chosen);
    page.showChosen();
    page.follow(page.status.operation);
  }

  /** Looks whether the database was moved, or a script came. */
  async function look() {
    const { result } = await read('api/status');
    clear('unreachable');
    const before = page.status;
    const moved = place(result) !== place(before);
    page.follow(result.operation);
    if (page.running) {
      page.status = result;
      tell();
    } else if (moved) {
      await refresh();
      if (heads(result.rows) !== heads(before.rows)) {
        say(`The database was moved. It stands at ${heads(result.rows)} now.`);
      }
    }
  }

  async function checkDrift() {
    part('drift').disabled = true;
    const { result } = await read('api/status?drift=true').finally(
      () => (part('drift').disabled = false),
    );
    const drift = result.drift ?? [];
    if (drift.length) {
      notice('bad', 'drift', 'The schema is not what its history says.', drift.join(' '));
    } else {
      notice('info', 'drift', 'The schema is what its history says.');
    }
  }

  function tell() {
    showStanding(database, page.status, {
      at: () => page.choose(page.current()),
      pending: () => page.choose(page.ahead()),
      revision: page.choose,
    });
  }

  /** Does something, and shows what stood in its way. */
  async function attempt(what) {
    try {
      await what();
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      if (failure.status !== 401) {
        failed('unreachable', failure);
      } else if (!part('unlock').open) {
        askForToken(refresh);
      }
    }
  }

  let soon;

  /** Looks in a moment, once for many that ask. */
  function lookSoon() {
    soon ??= setTimeout(() => {
      soon = undefined;
      attempt(look);
    }, SOON);
  }

  function start() {
    const now = () =>
      document.hidden || part('unlock').open || attempt(page.status ? look : refresh);
    document.addEventListener('visibilitychange', now);
    setInterval(now, EVERY);
    now();
  }

  return {
    start,
    lookSoon,
    refresh: () => attempt(refresh),
    checkDrift: () => attempt(checkDrift),
  };
}
