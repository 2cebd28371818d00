// ------------------------------------------------------------------ drawing

const colours = {};

/** Takes the colours of the style, which depend on the scheme that the reader prefers. */
function readColours() {
  const style = getComputedStyle(root);
  ["idle", "tail", "plan", "lit", "now", "veil", "quiet"].forEach(name =>
    colours[name] = style.getPropertyValue("--" + name).trim());
}

let isAsked = false;

/** Draws pictures too, because what is lit or the time is another. */
function changedPictures() {
  sides.forEach(side => side.isPictureOld = true);
  changed();
}

/** Draws as soon as the browser wants a frame; once, however much has changed. */
function changed() {
  if (!isAsked) {
    isAsked = true;
    requestAnimationFrame(draw);
  }
}

function draw() {
  isAsked = false;
  const begin = performance.now();
  for (const side of shown()) {
    if (side.isLayerOld) {
      drawLayer(side);
      showTotals(side);
    }
    drawTimeline(side);
    if (side.isPictureOld) {
      drawPicture(side);
    }
  }
  record(performance.now() - begin);
}

/** What is shown, for whoever looks from outside. */
function record(millis) {
  const shownChunks = side => side.lit ? side.lit.chunks.slice(0, 100).join(",") : "";
  root.dataset.litA = shownChunks(sides[0]);
  root.dataset.litB = shownChunks(sides[1]);
  root.dataset.litCells = state.lit ? state.lit.side.lit.rectangles.slice(0, 100).join(" ") : "";
  root.dataset.from = Math.round(state.from);
  root.dataset.to = Math.round(state.to);
  root.dataset.time = Math.round(state.time);
  root.dataset.frameMillis = millis.toFixed(1);
}

function showTotals(side) {
  const totals = totalsOf(side.run);
  Object.keys(totals).forEach(name => side.totals.querySelector("." + name).textContent = totals[name]);
}

const xOf = (canvas, nanos) => (nanos - state.from) / (state.to - state.from) * canvas.width;
const dots = () => window.devicePixelRatio || 1;
const laneHeight = side => (side.bars.height - AXIS_HEIGHT * dots()) / side.run.workers;

/** All bars of the visible span, kept until that changes. */
function drawLayer(side) {
  const { run, layer, bars } = side;
  layer.width = bars.width;
  layer.height = bars.height;
  side.isLayerOld = false;
  const pen = layer.getContext("2d");
  const height = laneHeight(side), gap = height > 6 ? dots() : 0;
  const box = (from, to, lane) => {
    const left = Math.max(0, xOf(bars, from)), right = Math.min(bars.width, xOf(bars, to));
    pen.fillRect(left, lane * height, Math.max(0, right - left), height - gap);
  };
  run.lanes.forEach((lane, i) => {
    pen.fillStyle = colours.idle;
    box(0, run.end, i);
    pen.fillStyle = colours.plan;
    box(0, run.plan, i);
    pen.fillStyle = colours.tail;
    box(lane.lastEnd, run.lastEnd, i);
    drawLane(side, pen, lane, i * height, height - gap);
  });
  drawAxis(side, pen);
}

/** The bars of a lane; of those that share a pixel only the first is drawn, so that time is bounded by pixels. */
function drawLane(side, pen, lane, top, height) {
  const { run, bars } = side;
  const scale = bars.width / (state.to - state.from);
  let done = 0;
  for (let i = countWhile(lane.chunks.length, k => run.ends[lane.chunks[k]] <= state.from); i < lane.chunks.length; i++) {
    const chunk = lane.chunks[i];
    if (run.start[chunk] >= state.to) {
      break;
    }
    const right = Math.min(bars.width, (run.ends[chunk] - state.from) * scale);
    if (right - done < 1) {
      continue;
    }
    const left = Math.max(done, (run.start[chunk] - state.from) * scale);
    pen.fillStyle = data.palette[run.levels[chunk]];
    pen.fillRect(left, top, Math.max(1, right - left - (right - left > 4 * dots() ? dots() : 0)), height);
    done = right;
  }
}

function drawAxis(side, pen) {
  const { bars } = side;
  const top = bars.height - AXIS_HEIGHT * dots();
  const step = stepOf((state.to - state.from) * 90 * dots() / bars.width);
  pen.fillStyle = colours.quiet;
  pen.font = 12 * dots() + "px system-ui, sans-serif";
  pen.textBaseline = "bottom";
  for (let nanos = Math.ceil(state.from / step) * step; nanos <= state.to; nanos += step) {
    const x = xOf(bars, nanos);
    pen.fillRect(x, top, dots(), 5 * dots());
    const text = nanos === 0 ? "0" : tick(nanos, step);
    pen.textAlign = x < 20 * dots() ? "left" : x > bars.width - 30 * dots() ? "right" : "center";
    pen.fillText(text, x, bars.height);
  }
}

/** The least of 1, 2, 5, 10, … that is not below a number. */
function stepOf(least) {
  const power = Math.pow(10, Math.floor(Math.log10(least)));
  return power * [1, 2, 5, 10].find(factor => factor * power >= least);
}

/** A time on the axis, with the digits that its step needs. */
function tick(nanos, step) {
  const [unit, size] = state.to < 1e3 ? ["ns", 1] : state.to < 1e6 ? ["µs", 1e3] : state.to < 1e9 ? ["ms", 1e6] : ["s", 1e9];
  return (nanos / size).toFixed(Math.max(0, Math.ceil(-Math.log10(step / size) - 1e-9))) + " " + unit;
}

/** The bars, then what is lit, then the time. */
function drawTimeline(side) {
  const { run, bars, layer, lit } = side;
  const pen = bars.getContext("2d");
  const height = laneHeight(side), bottom = bars.height - AXIS_HEIGHT * dots();
  pen.clearRect(0, 0, bars.width, bars.height);
  pen.drawImage(layer, 0, 0);
  pen.fillStyle = colours.veil;
  const now = xOf(bars, state.time);
  if (lit) {
    pen.fillRect(0, 0, bars.width, bottom);
    lit.chunks.forEach(chunk => drawLit(side, pen, chunk, height));
    pen.fillStyle = colours.veil;
  }
  if (state.time < state.horizon) {
    pen.fillRect(now, 0, bars.width - now, bottom);
    pen.fillStyle = colours.now;
    pen.fillRect(now - dots(), 0, 2 * dots(), bars.height);
  }
}

function drawLit(side, pen, chunk, height) {
  const { run, bars } = side;
  const left = Math.max(-9, xOf(bars, run.start[chunk])), right = Math.min(bars.width + 9, xOf(bars, run.ends[chunk]));
  if (right < 0 || left > bars.width) {
    return;
  }
  const width = Math.max(3 * dots(), right - left), top = run.lane[chunk] * height, line = 2 * dots();
  pen.fillStyle = colours.lit;
  pen.fillRect(left, top, width, Math.max(line, height - 1));
  if (width > 3 * line && height > 3 * line) {
    pen.fillStyle = data.palette[run.levels[chunk]];
    pen.fillRect(left + line, top + line, width - 2 * line, height - 1 - 2 * line);
  }
}

/** The picture as far as it is computed at the time, with what is lit brighter than the rest. */
function drawPicture(side) {
  const { run, lit, picture, pixels } = side;
  side.isPictureOld = false;
  const { width, height, levels, doneAt } = run.pixels;
  const image = new ImageData(width, height);
  const target = new Uint32Array(image.data.buffer);
  const table = lit ? dim : bright;
  const nanos = state.time >= run.lastEnd ? Infinity : state.time;
  for (let i = 0; i < levels.length; i++) {
    target[i] = doneAt[i] <= nanos ? table[levels[i]] : 0;
  }
  if (lit) {
    lit.rectangles.forEach(rectangle => fill(run.pixels, run, rectangle, Math.floor, target, at => bright[levels[at]]));
  }
  pixels.width = width;
  pixels.height = height;
  pixels.getContext("2d").putImageData(image, 0, 0);
  const pen = picture.getContext("2d");
  pen.imageSmoothingEnabled = width > picture.width;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = colours.idle;
  pen.fillRect(0, 0, picture.width, picture.height);
  if (run.picture.firstRow === "bottom") {
    pen.setTransform(1, 0, 0, -1, 0, picture.height);
  }
  pen.drawImage(pixels, 0, 0, picture.width, picture.height);
  outlineRunning(side, pen);
  if (lit && lit.rectangles.length <= 400) {
    outline(side, pen, lit.rectangles, colours.lit);
  }
}

/** A border around what the workers are computing at the time. */
function outlineRunning(side, pen) {
  const { run } = side;
  if (state.time < run.lastEnd) {
    for (const lane of run.lanes) {
      const chunk = lane.chunks[countWhile(lane.chunks.length, i => run.start[lane.chunks[i]] <= state.time) - 1];
      if (chunk !== undefined && run.ends[chunk] > state.time && run.count[chunk] <= 400) {
        outline(side, pen, rectanglesOf(run, chunk), colours.now);
      }
    }
  }
}

function outline(side, pen, rectangles, strokeStyle) {
  const { run, picture } = side;
  pen.strokeStyle = strokeStyle;
  pen.lineWidth = 2 * dots();
  const inset = dots();
  for (const [column, row, columns, rows] of rectangles) {
    const x = column * picture.width / run.whole[0], y = row * picture.height / run.whole[1];
    const width = columns * picture.width / run.whole[0], height = rows * picture.height / run.whole[1];
    if (width > 6 * inset && height > 6 * inset) {
      pen.strokeRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset);
    }
  }
}
