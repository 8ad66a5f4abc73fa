// The graph: a list of which only the rows that are seen, and a few more, are in the document.

import { el } from './dom.js';
import { pictureWidth, spacing, strokeWidth } from './drawing.js';
import { placeAfter } from './keys.js';
import { rowOf } from './row.js';

const MORE = 8;

/**
 * @param {HTMLElement} scroller the list box; it scrolls
 * @param {{choose(id: string), open(byKey: boolean)}} listener told what is chosen, and that it is opened
 */
export function graphIn(scroller, listener) {
  const canvas = el('div.canvas', { role: 'presentation' });
  scroller.replaceChildren(canvas);
  const shown = new Map();
  let model;
  let chosen = -1;
  let found = new Set();
  let shape;
  let planned = false;
  let stale = false;
  let following = false;

  /** Draws once before the next picture of the screen, however much happens until then. */
  const plan = () => {
    if (!planned) {
      planned = true;
      requestAnimationFrame(() => {
        planned = false;
        if (stale) {
          redraw();
        } else {
          draw();
        }
      });
    }
  };
  scroller.addEventListener('scroll', plan, { passive: true });
  new ResizeObserver(() => measure()).observe(scroller);

  for (const touch of ['wheel', 'pointerdown', 'keydown']) {
    scroller.addEventListener(touch, () => (following = false), { passive: true });
  }
  scroller.addEventListener('click', (event) => {
    const row = event.target.closest('.row');
    if (row) {
      choose(Number(row.dataset.place));
      listener.open(false);
    }
  });
  scroller.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !model) {
      return;
    }
    if (event.key === 'Enter' && chosen >= 0) {
      listener.open(true);
    } else {
      const page = Math.max(1, Math.floor(scroller.clientHeight / shape.height) - 1);
      const place = placeAfter(event.key, model, chosen, page);
      if (place === undefined) {
        return;
      }
      choose(place);
    }
    event.preventDefault();
  });

  function choose(place, tell = true) {
    const before = chosen;
    chosen = place;
    if (place < 0) {
      scroller.removeAttribute('aria-activedescendant');
    } else {
      reveal(place);
      draw();
      scroller.setAttribute('aria-activedescendant', `row-${place}`);
    }
    [before, place].forEach((one) => mark(one));
    if (tell && place >= 0 && place !== before) {
      listener.choose(model.items[place].id);
    }
  }

  function reveal(place) {
    const top = place * shape.height;
    const bottom = top + shape.height;
    const { scrollTop, clientHeight } = scroller;
    if (top < scrollTop || bottom > scrollTop + clientHeight) {
      const near = Math.abs(top - scrollTop) < 2 * clientHeight;
      const edge = top < scrollTop ? top - shape.height : bottom + shape.height - clientHeight;
      scroller.scrollTop = near ? edge : top - clientHeight / 3;
    }
  }

  function mark(place) {
    const row = shown.get(place);
    row?.setAttribute('aria-selected', String(place === chosen));
    row?.classList.toggle('found', found.has(place));
  }

  /** The rows that should be seen take their places; the others leave. */
  function draw() {
    if (!model || !shape) {
      return;
    }
    const { scrollTop, clientHeight } = scroller;
    const first = Math.max(0, Math.floor(scrollTop / shape.height) - MORE);
    const end = Math.min(
      model.items.length,
      Math.ceil((scrollTop + clientHeight) / shape.height) + MORE,
    );
    for (const [place, row] of shown) {
      if ((place < first || place >= end) && place !== chosen) {
        row.remove();
        shown.delete(place);
      }
    }
    for (let place = first; place < end; place++) {
      show(place);
    }
    if (chosen >= 0) {
      show(chosen);
    }
  }

  function show(place) {
    if (!shown.has(place)) {
      const row = rowOf(model.items[place], place, model.items.length, shape);
      row.style.transform = `translateY(${place * shape.height}px)`;
      shown.set(place, row);
      mark(place);
      canvas.append(row);
    }
  }

  function measure() {
    if (!model) {
      return;
    }
    const height = parseFloat(getComputedStyle(scroller).getPropertyValue('--row'));
    const gap = spacing(model.width, scroller.clientWidth * 0.3);
    const isPending = model.isPending;
    const before = shape;
    shape = { height, gap, width: pictureWidth(model.width, gap), isPending };
    if (before && before.height !== height) {
      scroller.scrollTop = (scroller.scrollTop / before.height) * height;
    }
    scroller.style.setProperty('--stroke', strokeWidth(gap));
    canvas.style.height = `${model.items.length * height}px`;
    redraw();
  }

  function redraw() {
    stale = false;
    shown.forEach((row) => row.remove());
    shown.clear();
    draw();
  }

  return {
    /** Shows another model, and keeps what was chosen if it is still there. */
    show(next) {
      const id = model?.items[chosen]?.id;
      model = next;
      chosen = id === undefined ? -1 : model.placeOf(id);
      found = new Set();
      measure();
      choose(chosen, false);
    },
    /** Draws the same rows anew: revisions moved. */
    redraw() {
      stale = true;
      plan();
    },
    /** Keeps what moves in view, from now on until a person looks elsewhere. */
    follow: () => (following = true),
    moved(id) {
      if (following && model.placeOf(id) >= 0) {
        reveal(model.placeOf(id));
      }
    },
    choose: (id) => choose(model.placeOf(id), false),
    /** Chooses a row and tells so. */
    go: (place) => choose(place),
    chosen: () => chosen,
    highlight(places) {
      found = new Set(places);
      shown.forEach((row, place) => mark(place));
    },
    focus: () => scroller.focus({ preventScroll: true }),
  };
}
