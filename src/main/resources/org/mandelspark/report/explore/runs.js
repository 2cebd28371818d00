/*
 * Explores recorded runs: two timelines on one time axis, each with the picture that it computed.
 *
 * Pointing at a bar lights its rows or tiles in both runs; pointing at a picture lights the bars. Text of the data is
 * written by textContent and nothing else. Times are nanoseconds since planning began; columns and rows are those of
 * the array of cells. A rectangle is [column, row, columns, rows].
 */
"use strict";

const root = document.documentElement;
const element = id => document.getElementById(id);
const data = JSON.parse(element("data").textContent);

const LAST_LEVEL = 255;
const LEAST_SPAN = 100;
const REPLAY_MILLIS = 8000;
const AXIS_HEIGHT = 22;
const LEAST_PICTURE = 160;
const MOST_PICTURE = 360;
const MOST_BARS = 480;
const LANE_HEIGHT = 12;

/** Height of what stands above and below both pictures on a wide screen. */
const BESIDES = 440;

const state = { from: 0, to: 1, horizon: 1, time: 1, playing: false, lit: null };
const sides = ["a", "b"].map(name => ({
  name, run: null, lit: null,
  section: element("side-" + name), select: element("run-" + name), totals: element("totals-" + name),
  bars: element("bars-" + name), picture: element("picture-" + name),
  layer: document.createElement("canvas"), isLayerOld: true, isPictureOld: true,
  pixels: document.createElement("canvas"),
}));
const shown = () => sides.filter(side => side.run);
const otherOf = side => sides[1 - sides.indexOf(side)];

// ------------------------------------------------------------------ what is derived from a run

/** A run with what drawing and searching need, computed when it is first shown. */
function prepared(run) {
  if (run.lanes) {
    return run;
  }
  const chunks = run.start.length;
  run.picture = data.pictures[run.pictureIndex];
  run.across = Math.ceil(run.whole[0] / run.unit[0]);
  run.owner = ownersOf(run, chunks);
  run.ends = run.start.map((start, chunk) => start + run.span[chunk]);
  run.lastEnd = run.ends.reduce((last, end) => Math.max(last, end), 0);
  run.levels = run.iterations.map((sum, chunk) =>
    run.second[chunk] ? LAST_LEVEL : levelOf(run.picture, sum / cellsOf(run, chunk)));
  const lanes = Array.from({ length: run.workers }, () => []);
  Array.from(run.start.keys()).sort((a, b) => run.start[a] - run.start[b]).forEach(chunk => lanes[run.lane[chunk]].push(chunk));
  run.lanes = lanes.map(lane => ({ chunks: lane, workBefore: sumsBefore(lane.map(chunk => run.work[chunk])),
    lastEnd: lane.reduce((last, chunk) => Math.max(last, run.ends[chunk]), 0) }));
  run.pixels = pixelsOf(run);
  return run;
}

/** The chunk of each unit, or -1. */
function ownersOf(run, chunks) {
  const owner = new Int32Array(run.across * Math.ceil(run.whole[1] / run.unit[1])).fill(-1);
  for (let chunk = 0; chunk < chunks; chunk++) {
    for (let k = 0; !run.second[chunk] && k < run.count[chunk]; k++) {
      owner[unitOf(run, chunk, k)] = chunk;
    }
  }
  return owner;
}

/** The k-th unit of a chunk; a modulus of 0 stands for units that only ascend. */
function unitOf(run, chunk, k) {
  return (run.first[chunk] + k * run.stride[chunk]) % (run.modulus[chunk] || Infinity);
}

function rectangleOf(run, unit) {
  const column = unit % run.across * run.unit[0];
  const before = Math.floor(unit / run.across) * run.unit[1];
  const rows = Math.min(run.unit[1], run.whole[1] - before);
  const row = run.countedFrom === "last" ? run.whole[1] - before - rows : before;
  return [column, row, Math.min(run.unit[0], run.whole[0] - column), rows];
}

function unitAt(run, column, row) {
  const before = run.countedFrom === "last" ? run.whole[1] - 1 - row : row;
  return Math.floor(before / run.unit[1]) * run.across + Math.floor(column / run.unit[0]);
}

/** The rectangles of a chunk; neighbours that make one rectangle are one. Nobody recorded which pixels a second job has. */
function rectanglesOf(run, chunk) {
  const rectangles = [];
  for (let k = 0; !run.second[chunk] && k < run.count[chunk]; k++) {
    const next = rectangleOf(run, unitOf(run, chunk, k));
    const last = rectangles[rectangles.length - 1];
    if (last && last[0] === next[0] && last[2] === next[2] && (last[1] + last[3] === next[1] || next[1] + next[3] === last[1])) {
      last[1] = Math.min(last[1], next[1]);
      last[3] += next[3];
    } else if (last && last[1] === next[1] && last[3] === next[3] && last[0] + last[2] === next[0]) {
      last[2] += next[2];
    } else {
      rectangles.push(next);
    }
  }
  return rectangles;
}

function cellsOf(run, chunk) {
  return rectanglesOf(run, chunk).reduce((sum, [, , columns, rows]) => sum + columns * rows, 0);
}

function sumsBefore(values) {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => sums[i + 1] = sums[i] + value);
  return sums;
}

/** Number of elements for which a condition holds that holds for none after the first for which it does not. */
function countWhile(length, holds) {
  let low = 0, high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// ------------------------------------------------------------------ cost: colours and weights

function levelOf(picture, iterationsPerCell) {
  const share = Math.log(Math.max(1, iterationsPerCell) / picture.least) / Math.log(picture.most / picture.least);
  return Math.round(LAST_LEVEL * Math.min(1, Math.max(0, share)));
}

const iterationsOf = (picture, level) => picture.least * Math.pow(picture.most / picture.least, level / LAST_LEVEL);

/** A palette's colour as a pixel of an image, with this part of its light. */
function pixelOf(level, light) {
  const rgb = parseInt(data.palette[level].slice(1), 16);
  const part = shift => Math.round((rgb >> shift & 255) * light);
  return (255 << 24 | part(0) << 16 | part(8) << 8 | part(16)) >>> 0;
}

const bright = Uint32Array.from(data.palette, (colour, level) => pixelOf(level, 1));
const dim = Uint32Array.from(data.palette, (colour, level) => pixelOf(level, 0.32));

/** The picture's levels of cost, first row first, or those of the chunks if no others are known; and when each is done. */
function pixelsOf(run) {
  const picture = run.picture;
  const [columns, rows] = run.whole;
  const width = picture.levels ? picture.width : Math.min(512, columns);
  const height = picture.levels ? picture.height : Math.min(512, rows);
  const levels = picture.levels ? Uint8Array.from(atob(picture.levels), c => c.charCodeAt(0)) : new Uint8Array(width * height);
  const pixels = { width, height, levels, doneAt: new Float64Array(width * height).fill(Infinity) };
  run.levels.forEach((level, chunk) => rectanglesOf(run, chunk).forEach(rectangle => {
    fill(pixels, run, rectangle, Math.round, pixels.doneAt, () => run.ends[chunk]);
    if (!picture.levels) {
      fill(pixels, run, rectangle, Math.floor, levels, () => level);
    }
  }));
  return pixels;
}

/**
 * Fills the pixels of a rectangle of cells. Rounding of the upper edges decides which: Math.round takes those whose
 * centre lies within, so that pixels of neighbours never overlap; Math.floor takes all that are touched.
 */
function fill(pixels, run, [column, row, columns, rows], rounding, target, value) {
  const touched = rounding === Math.floor ? Math.ceil : Math.round;
  const left = rounding(column * pixels.width / run.whole[0]);
  const right = touched((column + columns) * pixels.width / run.whole[0]);
  const end = touched((row + rows) * pixels.height / run.whole[1]);
  for (let y = rounding(row * pixels.height / run.whole[1]); y < end; y++) {
    for (let i = y * pixels.width + left; i < y * pixels.width + right; i++) {
      target[i] = value(i);
    }
  }
}

/** Iterations of a rectangle as the picture shows them, or its cells where it shows none. */
function weightOf(run, [column, row, columns, rows]) {
  const picture = run.picture;
  if (!picture.levels) {
    return columns * rows;
  }
  picture.sums = picture.sums || summed(run);
  const at = (x, y) => interpolated(picture, x * picture.width / run.whole[0], y * picture.height / run.whole[1]);
  return at(column + columns, row + rows) - at(column, row + rows) - at(column + columns, row) + at(column, row);
}

/** Sums of the iterations of all pixels before and below each corner. */
function summed(run) {
  const { width, height, levels } = run.pixels;
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let line = 0;
    for (let x = 0; x < width; x++) {
      line += iterationsOf(run.picture, levels[y * width + x]);
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + line;
    }
  }
  return sums;
}

function interpolated(picture, x, y) {
  const left = Math.min(picture.width - 1, Math.floor(x)), low = Math.min(picture.height - 1, Math.floor(y));
  const right = x - left, up = y - low;
  const sum = (dx, dy) => picture.sums[(low + dy) * (picture.width + 1) + left + dx];
  return (1 - up) * ((1 - right) * sum(0, 0) + right * sum(1, 0)) + up * ((1 - right) * sum(0, 1) + right * sum(1, 1));
}
