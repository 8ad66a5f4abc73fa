// Where each revision and each line between revisions stands, as one would draw it on paper.
// Pure: it knows neither the document nor which revisions are applied.

/**
 * A line from a revision down to one that it builds on or depends on.
 * @typedef {{lane: number, color: number, child: number, wants: string, dependency: boolean}} Line
 */

/**
 * One row of the drawing: its revision's lane; the lines that only pass, those that end at the revision
 * from above, and those that leave it downwards.
 * @typedef {{lane: number, color: number, passing: Line[], arriving: Line[], leaving: Line[]}} Row
 */

/**
 * Gives every revision and every line a lane. A line keeps its lane from the revision that it leaves to
 * the one at which it ends; a lane that has become free is taken again, the leftmost first.
 *
 * @param {{revision: string, down: string[], depends_on: string[]}[]} revisions newest first: each before
 *     everything it builds on; what is named but not among them gets no line
 * @returns {{rows: Row[], width: number}} a row for each revision, and how many lanes there are
 */
export function layOut(revisions) {
  const known = new Set(revisions.map((revision) => revision.revision));
  const lanes = [];
  const rows = [];
  let width = 0;
  let colors = 0;

  const free = () => {
    const lane = lanes.findIndex((line) => line === undefined);
    return lane < 0 ? lanes.length : lane;
  };
  const leave = (child, wants, lane, color, dependency) => {
    const line = { lane, color, child, wants, dependency };
    lanes[lane] = line;
    width = Math.max(width, lanes.length);
    return line;
  };

  revisions.forEach((revision, index) => {
    const open = lanes.filter((line) => line !== undefined);
    const arriving = open.filter((line) => line.wants === revision.revision);
    const passing = open.filter((line) => line.wants !== revision.revision);
    // A dependency leads to a revision of another line of history, which keeps a lane of its own.
    const heir = arriving.find((line) => !line.dependency);
    const lane = heir ? heir.lane : free();
    const color = heir ? heir.color : colors++;
    arriving.forEach((line) => (lanes[line.lane] = undefined));

    const down = revision.down.filter((id) => known.has(id));
    const dependencies = revision.depends_on.filter((id) => known.has(id) && !down.includes(id));
    const leaving = [];
    // The first keeps the lane: a line of history is straight, and what was merged comes from the side.
    down.forEach((id, at) => {
      leaving.push(leave(index, id, at ? free() : lane, at ? colors++ : color, false));
    });
    dependencies.forEach((id) => leaving.push(leave(index, id, free(), color, true)));
    while (lanes.length && lanes.at(-1) === undefined) {
      lanes.pop();
    }
    width = Math.max(width, lane + 1);
    rows.push({ lane, color, passing, arriving, leaving });
  });
  return { rows, width };
}
