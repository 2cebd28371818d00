// ------------------------------------------------------------------ zoom and time

function show(from, to) {
  const span = Math.min(state.horizon, Math.max(LEAST_SPAN, to - from));
  state.from = Math.min(Math.max(0, from), state.horizon - span);
  state.to = state.from + span;
  sides.forEach(side => side.isLayerOld = true);
  changed();
}

/** Zooms so that a time stays where it is. */
function zoom(factor, around) {
  show(around - (around - state.from) / factor, around + (state.to - around) / factor);
}

const middle = () => {
  const lit = state.lit;
  return lit ? (lit.side.run.start[lit.chunk] + lit.side.run.ends[lit.chunk]) / 2 : (state.from + state.to) / 2;
};

const pan = part => show(state.from + part * (state.to - state.from), state.to + part * (state.to - state.from));

function setTime(nanos) {
  state.time = Math.min(state.horizon, Math.max(0, nanos));
  element("slider").value = Math.round(1000 * state.time / state.horizon);
  const text = time(state.time) + " of " + time(state.horizon);
  element("slider").setAttribute("aria-valuetext", text);
  element("time").textContent = text;
  changedPictures();
}

function play(isOn) {
  state.playing = isOn;
  element("play").textContent = isOn ? "❚❚" : "▶";
  element("play").setAttribute("aria-label", isOn ? "Pause" : "Play");
  if (isOn) {
    if (state.time >= state.horizon) {
      setTime(0);
    }
    let last = performance.now();
    const step = now => {
      if (state.playing) {
        setTime(state.time + Math.max(0, now - last) / REPLAY_MILLIS * state.horizon);
        last = now;
        if (state.time >= state.horizon) {
          play(false);
        } else {
          requestAnimationFrame(step);
        }
      }
    };
    requestAnimationFrame(step);
  }
}

// ------------------------------------------------------------------ pointer and keys

/** The chunk under a point of a timeline, found by lane and by start; nothing between chunks. */
function chunkAt(side, event) {
  const bounds = side.bars.getBoundingClientRect();
  const lane = side.run.lanes[Math.floor((event.clientY - bounds.top) * dots() / laneHeight(side))];
  if (!lane) {
    return -1;
  }
  const nanosPerDot = (state.to - state.from) / bounds.width;
  const nanos = state.from + (event.clientX - bounds.left) * nanosPerDot;
  const begun = countWhile(lane.chunks.length, i => side.run.start[lane.chunks[i]] <= nanos);
  const near = [lane.chunks[begun - 1], lane.chunks[begun]].filter(chunk => chunk !== undefined
    && side.run.start[chunk] <= nanos + 2 * nanosPerDot && side.run.ends[chunk] >= nanos - 2 * nanosPerDot);
  return near.length ? near[0] : -1;
}

function cellAt(side, event) {
  const bounds = side.picture.getBoundingClientRect();
  const x = (event.clientX - bounds.left) / bounds.width, y = (event.clientY - bounds.top) / bounds.height;
  const [columns, rows] = side.run.whole;
  const clamp = (share, length) => Math.min(length - 1, Math.max(0, Math.floor(share * length)));
  return [clamp(x, columns), clamp(side.run.picture.firstRow === "bottom" ? 1 - y : y, rows)];
}

const chunkOfCell = (run, [column, row]) => run.owner[unitAt(run, column, row)];
const chunkOfPicture = (side, event) => chunkOfCell(side.run, cellAt(side, event));

function follow(side, canvas, find) {
  const hover = event => {
    if (state.lit && state.lit.isPinned) {
      return;
    }
    const chunk = find(side, event);
    if (chunk >= 0) {
      light(side, chunk, false);
    } else {
      unlight();
    }
  };
  let drag = null;
  canvas.addEventListener("pointerdown", event => drag = { x: event.clientX, from: state.from, to: state.to, moved: false });
  canvas.addEventListener("pointermove", event => {
    if (drag && canvas === side.bars && (drag.moved || Math.abs(event.clientX - drag.x) > 4)) {
      if (!drag.moved) {
        drag.moved = true;
        canvas.setPointerCapture(event.pointerId);
        canvas.classList.add("drag");
      }
      const nanos = (drag.x - event.clientX) / canvas.clientWidth * (drag.to - drag.from);
      show(drag.from + nanos, drag.to + nanos);
    } else {
      hover(event);
    }
  });
  canvas.addEventListener("pointerup", event => {
    if (drag && !drag.moved) {
      const chunk = find(side, event);
      if (chunk >= 0 && !(state.lit && state.lit.isPinned && state.lit.side === side && state.lit.chunk === chunk)) {
        light(side, chunk, true);
      } else {
        unlight();
      }
    }
    drag = null;
    canvas.classList.remove("drag");
  });
  canvas.addEventListener("pointercancel", () => drag = null);
  canvas.addEventListener("pointerleave", () => state.lit && !state.lit.isPinned && unlight());
}

function wheel(side, event) {
  event.preventDefault();
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
    pan((event.deltaX || event.deltaY) / 1000);
    return;
  }
  const bounds = side.bars.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY / 500), state.from + (event.clientX - bounds.left) / bounds.width * (state.to - state.from));
}

/** Goes to a chunk by key, and shows it if it is out of sight. */
function select(side, chunk) {
  light(side, chunk, true);
  const { start, ends } = side.run;
  if (ends[chunk] < state.from || start[chunk] > state.to) {
    const half = (state.to - state.from) / 2, centre = (start[chunk] + ends[chunk]) / 2;
    show(centre - half, centre + half);
  }
}

/** From the chosen bar to the one before or after it in its lane, or the one at the same time in a lane above or below. */
function moveInTimeline(side, along, across) {
  const run = side.run;
  const chosen = state.lit && state.lit.side === side ? state.lit.chunk : -1;
  if (chosen < 0) {
    select(side, run.lanes.find(lane => lane.chunks.length).chunks[0]);
    return;
  }
  if (along) {
    const lane = run.lanes[run.lane[chosen]].chunks;
    const next = lane[lane.indexOf(chosen) + along];
    if (next !== undefined) {
      select(side, next);
    }
    return;
  }
  for (let i = run.lane[chosen] + across; run.lanes[i]; i += across) {
    const lane = run.lanes[i].chunks;
    if (lane.length) {
      select(side, lane[Math.max(0, countWhile(lane.length, k => run.start[lane[k]] <= run.start[chosen]) - 1)]);
      return;
    }
  }
}

/** From the chosen cells to those a unit further. */
function moveInPicture(side, along, across) {
  const run = side.run;
  const chosen = side.lit ? side.lit.rectangles[0] : [0, 0, run.unit[0], run.unit[1]];
  const down = run.picture.firstRow === "bottom" ? -across : across;
  const step = (first, length, direction, most) =>
    direction === 0 ? first : Math.min(most - 1, Math.max(0, direction > 0 ? first + length : first - 1));
  const cell = [step(chosen[0], chosen[2], along, run.whole[0]), step(chosen[1], chosen[3], down, run.whole[1])];
  const chunk = chunkOfCell(run, cell);
  if (chunk >= 0) {
    light(side, chunk, true);
  }
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const VIEW_KEYS = { "+": () => zoom(2, middle()), "=": () => zoom(2, middle()), "-": () => zoom(0.5, middle()),
  Home: () => show(0, state.horizon), PageUp: () => pan(-0.5), PageDown: () => pan(0.5), Escape: unlight };

function keys(side, move) {
  return event => {
    const arrow = ARROWS[event.key], action = VIEW_KEYS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || (!arrow && !action)) {
      return;
    }
    event.preventDefault();
    if (action) {
      action();
    } else if (event.shiftKey && arrow[0]) {
      pan(arrow[0] / 4);
    } else {
      move(side, ...arrow);
    }
  };
}
