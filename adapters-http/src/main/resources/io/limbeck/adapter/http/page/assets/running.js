// Starts what a person asked for, and watches what runs, whoever started it.

import { write } from './api.js';
import { askToRun } from './dialogs.js';
import { part } from './dom.js';
import { notice } from './notices.js';
import { watch } from './operation.js';
import { heads } from './words.js';

/** @param page as main.js has it */
export function running(page) {
  function follow(operation) {
    if (operation?.state !== 'running' || page.running) {
      return;
    }
    page.running = operation;
    page.graph.follow();
    page.showChosen();
    watch(operation, {
      moved(id, kind) {
        if (kind !== 'stamp') {
          page.model.move(id, kind === 'upgrade');
          page.graph.redraw();
          page.graph.moved(id);
        }
        page.lookSoon();
      },
      ended() {
        page.running = undefined;
        page.refresh();
      },
    });
  }

  /** Asks for what it needs, then starts it. */
  function run(wanted) {
    const { direction, target, plan } = wanted;
    askToRun(wanted, page.status, async (confirm) => {
      try {
        const { operation } = await write(direction, { target, heads: plan.from, confirm });
        follow({ id: operation, kind: direction, target, state: 'running' });
        part('operation').focus();
      } catch (problem) {
        if (problem.status !== 409) {
          throw problem;
        }
        // The database is not as this page believed: it shows how it is, and nothing was run.
        await page.refresh();
        notice('bad', 'moved', problem.message, remedyOf(problem));
      }
    });
  }

  return { follow, run };
}

function remedyOf({ facts, remedy }) {
  return facts.heads
    ? `Someone moved it: it stands at ${heads(facts.heads)} now. Nothing was run. Look at the plan again.`
    : remedy;
}
