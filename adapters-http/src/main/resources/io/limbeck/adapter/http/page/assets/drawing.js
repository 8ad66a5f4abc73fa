// One row of the graph as a picture: the lines that pass, arrive and leave, and the revision's dot.

import { svg } from './dom.js';

const COLORS = 7;
const MARGIN = 14;

/** How wide a lane is where there are so many: a graph of forty lanes still fits a phone. */
export function spacing(lanes, room) {
  return Math.max(3, Math.min(16, (room - 2 * MARGIN) / Math.max(1, lanes - 1)));
}

/** Thinner where lanes are close, so that there is something between them. */
export const strokeWidth = (gap) => Math.max(0.8, Math.min(2, gap / 3));

/** How wide the picture of a row is. */
export const pictureWidth = (lanes, gap) => Math.ceil(2 * MARGIN + (lanes - 1) * gap);

/**
 * @param item a row of the model
 * @param {{height: number, gap: number, width: number, isPending: (line) => boolean}} shape
 */
export function picture(item, shape) {
  const { height, width } = shape;
  const middle = height / 2;
  const drawing = svg('svg.lanes', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true',
  });
  if (item.kind !== 'revision') {
    drawing.append(item.kind === 'base' ? baseMark(middle) : unknownMark(middle));
    return drawing;
  }
  const x = (lane) => MARGIN + lane * shape.gap;
  const { row, revision } = item;
  const at = x(row.lane);
  drawing.append(
    ...row.passing.map((line) => stroke(line, `M${x(line.lane)} 0V${height}`, shape)),
    ...row.arriving.map((line) => stroke(line, bend(x(line.lane), 0, at, middle), shape)),
    ...row.leaving.map((line) => stroke(line, bend(at, middle, x(line.lane), height), shape)),
    ...dot(revision, row, at, middle),
  );
  return drawing;
}

function stroke(line, d, { isPending }) {
  const kind = `${line.dependency ? '.dependency' : ''}${isPending(line) ? '.pending' : ''}`;
  return svg(`path.line.lane-${line.color % COLORS}${kind}`, { d });
}

/** Straight down, or from one lane to another, upright at both ends. */
function bend(x1, y1, x2, y2) {
  if (x1 === x2) {
    return `M${x1} ${y1}V${y2}`;
  }
  const half = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${half} ${x2} ${half} ${x2} ${y2}`;
}

function dot(revision, row, cx, cy) {
  const color = `lane-${row.color % COLORS}`;
  const dots = [];
  if (revision.current) {
    dots.push(svg(`circle.halo.${color}`, { cx, cy, r: 9 }));
  }
  const r = revision.current ? 5.5 : 4.5;
  if (revision.is_merge_point) {
    // A merge is a diamond, so that it is told from the rest without its colour.
    const half = r + 1;
    const d = `M${cx} ${cy - half}L${cx + half} ${cy}L${cx} ${cy + half}L${cx - half} ${cy}Z`;
    dots.push(svg(`path.dot.${color}.${revision.state}`, { d }));
  } else {
    dots.push(svg(`circle.dot.${color}.${revision.state}`, { cx, cy, r }));
  }
  if (revision.changed) {
    dots.push(svg('circle.changed', { cx: cx + 5, cy: cy - 5, r: 3.5 }));
  }
  return dots;
}

function baseMark(cy) {
  return svg('path.base-mark', { d: `M${MARGIN - 6} ${cy}H${MARGIN + 6}` });
}

function unknownMark(cy) {
  return svg(
    'g.unknown-mark',
    {},
    svg('circle', { cx: MARGIN, cy, r: 8 }),
    svg('text', { x: MARGIN, y: cy + 4, 'text-anchor': 'middle' }, '?'),
  );
}
