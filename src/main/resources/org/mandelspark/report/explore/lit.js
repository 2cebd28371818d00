// ------------------------------------------------------------------ what is lit

/** Lights a chunk, and in the other run whatever computed the same cells. */
function light(side, chunk, isPinned) {
  if (!isPinned && state.lit && state.lit.side === side && state.lit.chunk === chunk) {
    return;
  }
  const run = side.run, other = otherOf(side);
  const rectangles = rectanglesOf(run, chunk);
  state.lit = { side, chunk, isPinned };
  side.lit = { chunks: [chunk], rectangles };
  other.lit = null;
  let shares = null;
  if (other.run && areComparable(run, other.run) && !run.second[chunk]) {
    shares = sharesIn(other.run, rectangles);
    other.lit = { chunks: [...shares.keys()].sort((a, b) => a - b), rectangles };
  }
  describe(side, chunk, shares);
  changedPictures();
}

function unlight() {
  if (state.lit) {
    state.lit = null;
    sides.forEach(side => side.lit = null);
    say([["quiet", element("box").dataset.hint]]);
    changedPictures();
  }
}

function areComparable(run, other) {
  return run.picture === other.picture && run.whole[0] === other.whole[0] && run.whole[1] === other.whole[1];
}

/** For each chunk of a run that computed some of these cells, the weight of those. */
function sharesIn(run, rectangles) {
  const shares = new Map();
  for (const [column, row, columns, rows] of rectangles) {
    for (let y = row, next; y < row + rows; y = next) {
      for (let x = column; x < column + columns;) {
        const unit = unitAt(run, x, y), rectangle = rectangleOf(run, unit), chunk = run.owner[unit];
        if (chunk >= 0) {
          const weight = weightOf(run, common(rectangle, [column, row, columns, rows]));
          shares.set(chunk, (shares.get(chunk) || 0) + weight);
        }
        x = rectangle[0] + rectangle[2];
        next = rectangle[1] + rectangle[3];
      }
    }
  }
  return shares;
}

function common([aColumn, aRow, aColumns, aRows], [column, row, columns, rows]) {
  const left = Math.max(aColumn, column), low = Math.max(aRow, row);
  return [left, low, Math.min(aColumn + aColumns, column + columns) - left, Math.min(aRow + aRows, row + rows) - low];
}

// ------------------------------------------------------------------ words

function time(nanos) {
  const [unit, size] = nanos < 1e3 ? ["ns", 1] : nanos < 1e6 ? ["µs", 1e3] : nanos < 1e9 ? ["ms", 1e6] : ["s", 1e9];
  const value = nanos / size;
  return value.toFixed(value === 0 || size === 1 || value >= 100 ? 0 : value < 10 ? 2 : 1) + " " + unit;
}

const counted = n => Math.round(n).toLocaleString("en-GB");
const percent = share => (100 * share).toFixed(1) + " %";
const ending = n => n % 100 > 10 && n % 100 < 14 ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th";
const range = (first, count) => count === 1 ? String(first) : first + "–" + (first + count - 1);

const areRows = run => run.across === 1 && run.unit[1] === 1;
const nounOf = (run, chunk) => (areRows(run) ? "row" : "tile") + (run.count[chunk] === 1 ? "" : "s");
const ranges = (noun, first, count) => noun + (count === 1 ? " " : "s ") + range(first, count);

/** The units of a chunk in words, such as "rows 12–19". */
function unitsOf(run, chunk) {
  const first = run.first[chunk], count = run.count[chunk], noun = nounOf(run, chunk);
  const rectangles = rectanglesOf(run, chunk);
  if (areRows(run)) {
    return rectangles.length === 1 ? noun + " " + range(first, count)
      : run.modulus[chunk] ? `${count} ${noun} in scattered order from row ${first}`
      : `${count} ${noun} from row ${first}, every ${run.stride[chunk]}${ending(run.stride[chunk])}`;
  }
  const [column, row, columns, rows] = rectangles[0];
  return rectangles.length === 1
    ? `${noun} of ${ranges("column", column, columns)}, ${ranges("row", row, rows)}` : `${counted(count)} ${noun} from tile ${first}`;
}

/** The box: the chunk, then how long the same cells took in either run. */
function describe(side, chunk, shares) {
  const run = side.run;
  const what = run.second[chunk] ? "Task of the second job, " + counted(run.count[chunk]) + " pixel" + (run.count[chunk] === 1 ? "" : "s")
    : `Chunk ${chunk} of ${counted(run.start.length)}, ${unitsOf(run, chunk)}`;
  const cells = run.second[chunk] ? run.count[chunk] : cellsOf(run, chunk);
  const lines = [["", `${what}: ${time(run.work[chunk])} of work from `
    + `${time(run.start[chunk])} to ${time(run.ends[chunk])}, ${counted(run.iterations[chunk])} iterations, `
    + `${counted(run.iterations[chunk] / cells)} a cell`],
    ["quiet", `${data.places[run.place[chunk]]}, lane ${run.lane[chunk]}; ${run.name}`]];
  if (shares) {
    lines.push(["compared", comparison(run, chunk, otherOf(side).run, shares)]);
  } else if (run.second[chunk]) {
    lines.push(["compared", "Pixels that the chunks had left undecided; nobody recorded which."]);
  } else if (otherOf(side).run) {
    lines.push(["compared", "The other run computes something else, so nothing is lit there."]);
  }
  say(lines);
}

function comparison(run, chunk, other, shares) {
  let nanos = 0, whole = 0;
  shares.forEach((share, there) => {
    const all = rectanglesOf(other, there).reduce((sum, rectangle) => sum + weightOf(other, rectangle), 0);
    nanos += other.work[there] * Math.min(1, share / all);
    whole += other.work[there];
  });
  const isShare = whole - nanos > 1e-6 * whole;
  const by = run.picture.levels ? "iterations" : "cells";
  return `The same ${nounOf(run, chunk)} took ${time(run.work[chunk])} here, ${isShare ? "about " : ""}`
    + `${time(nanos)} there` + (isShare ? ` (their share, by ${by}, of ${shares.size === 1 ? "one chunk" : shares.size + " chunks"}`
    + ` of ${time(whole)})` : shares.size > 1 ? ` (in ${shares.size} chunks)` : "") + ".";
}

/** Shows lines of a class and a text each. */
function say(lines) {
  element("box").replaceChildren(...lines.map(([kind, text]) => {
    const line = document.createElement("p");
    line.className = kind;
    line.textContent = text;
    return line;
  }));
}

/** Efficiency, imbalance and tail of the part of a run that is visible. */
function totalsOf(run) {
  const from = Math.min(state.from, run.end), to = Math.min(state.to, run.end);
  const work = run.lanes.map(lane => workUntil(run, lane, to) - workUntil(run, lane, from));
  const sum = work.reduce((a, b) => a + b, 0), core = run.workers * (to - from);
  const tail = run.lanes.reduce((idle, lane) =>
    idle + Math.max(0, Math.min(to, run.lastEnd) - Math.max(from, lane.lastEnd)), 0);
  return { seconds: time(to - from), efficiency: core ? percent(sum / core) : "–",
    imbalance: sum ? (Math.max(...work) * work.length / sum - 1).toFixed(3) : "–", tail: core ? percent(tail / core) : "–" };
}

/** Work of a lane before a time; within a chunk in proportion. */
function workUntil(run, lane, nanos) {
  const begun = countWhile(lane.chunks.length, i => run.start[lane.chunks[i]] < nanos);
  if (begun === 0) {
    return 0;
  }
  const last = lane.chunks[begun - 1];
  const missing = Math.max(0, run.ends[last] - nanos) / Math.max(1, run.span[last]);
  return lane.workBefore[begun] - run.work[last] * missing;
}
