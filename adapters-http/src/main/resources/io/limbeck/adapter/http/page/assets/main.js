// The page: one object that its parts share, and what a person does with it.

import { part } from './dom.js';
import { finding } from './finding.js';
import { graphIn } from './graph.js';
import { historyIn } from './history.js';
import { loading } from './loading.js';
import { BASE, HEADS } from './model.js';
import { notice } from './notices.js';
import { revisionIn } from './revision.js';
import { running } from './running.js';
import { tabs } from './tabs.js';

const PAUSE = 200;

/** status and model: as the server last told; running: the operation that is watched; chosen: an id. */
const page = { status: undefined, model: undefined, running: undefined, chosen: undefined };

const show = revisionIn(part('revision'), page);
const history = historyIn(part('history'), (id) => page.choose(id));
const beside = tabs((name) => name === 'history' && history.load());
let addressing;
let addressed = 0;
const narrow = matchMedia('(width < 860px)');

/** Shows again what is beside the graph: what it tells may have changed. */
page.showChosen = () => {
  show(page.model.item(page.chosen));
  if (!part('history').hidden) {
    history.load();
  }
};

/** Chooses a row of the graph, or all heads, by id, and opens it. */
page.choose = (id) => {
  if (!page.model.item(id)) {
    notice('info', 'gone', `No script here has the id ${id}.`, 'The history tells what it did.');
    return;
  }
  page.graph.choose(id);
  shown(id);
  open(true);
};

page.graph = graphIn(part('graph'), { choose: shown, open });
Object.assign(page, running(page), loading(page));

function shown(id) {
  page.chosen = id;
  // Browsers refuse many addresses a second, as a held arrow key makes them.
  clearTimeout(addressing);
  addressing = setTimeout(() => address(), Date.now() - addressed > PAUSE ? 0 : PAUSE);
  beside.show('revision');
  page.showChosen();
}

function address(state = window.history.state) {
  clearTimeout(addressing);
  addressed = Date.now();
  window.history.replaceState(state, '', `#${page.chosen}`);
}

/** Shows what is chosen: on a phone in place of the graph, until one goes back. */
function open(withFocus) {
  if (narrow.matches && !document.body.classList.contains('aside')) {
    address();
    window.history.pushState({ aside: true }, '', location.hash);
  }
  document.body.classList.add('aside');
  if (withFocus || narrow.matches) {
    part(narrow.matches ? 'back' : 'revision').focus({ preventScroll: true });
  }
}

function close() {
  if (window.history.state?.aside && narrow.matches) {
    window.history.back();
  } else {
    closed();
  }
}

function closed() {
  document.body.classList.remove('aside');
  page.graph.focus();
}

function onClick(id, act) {
  part(id).addEventListener('click', act);
}

/** The revision that the address names, if there is one. */
page.addressed = () => {
  const id = location.hash.slice(1);
  return page.model.item(id) ? id : undefined;
};

/** Where the database stands, as one row; the first where it stands at several. */
page.current = () => page.status.rows.find((id) => page.model.item(id)) ?? BASE;

/** What an upgrade goes to: the head, or all of them where there are several. */
page.ahead = () => {
  const pending = page.status.heads.filter(
    (id) => page.model.item(id)?.revision.state === 'pending',
  );
  return pending.length === 1 ? pending[0] : HEADS;
};

onClick('to-current', () => page.graph.go(page.model.placeOf(page.current())));
onClick('to-top', () => page.graph.go(0));
onClick('to-base', () => page.graph.go(page.model.placeOf(BASE)));
onClick('back', close);
onClick('drift', () => page.checkDrift());
onClick('skip', (event) => {
  event.preventDefault();
  close();
});
part('side').addEventListener('keydown', (event) => event.key === 'Escape' && close());
addEventListener('popstate', ({ state }) => {
  if (page.chosen && !state?.aside && document.body.classList.contains('aside') && narrow.matches) {
    address(null);
    closed();
  }
});
addEventListener('hashchange', () => {
  const id = page.model && page.addressed();
  if (id && id !== page.chosen) {
    page.choose(id);
  }
});

finding(page);
page.start();
