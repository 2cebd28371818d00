// ------------------------------------------------------------------ choice of runs and sizes

function choose(side, index) {
  side.run = index < 0 ? null : prepared(data.runs[index]);
  side.section.querySelector(".totals").hidden = side.section.querySelector(".stage").hidden = index < 0;
  play(false);
  unlight();
  state.horizon = Math.max(1, ...shown().map(each => each.run.end));
  if (side.run) {
    side.bars.setAttribute("aria-label", `Timeline of ${side.run.name}: ${side.run.workers} lanes, ${side.run.start.length} chunks.`);
    side.picture.setAttribute("aria-label", `Picture of ${side.run.picture.title}, coloured by cost.`);
  }
  shown().forEach(resize);
  showLegend();
  show(0, state.horizon);
  setTime(state.horizon);
}

function fillSelect(side, chosen) {
  const groups = new Map();
  const option = (text, value) => {
    const made = document.createElement("option");
    made.textContent = text;
    made.value = value;
    return made;
  };
  if (side === sides[1]) {
    side.select.append(option("none: one run alone", -1));
  }
  data.runs.forEach((run, index) => {
    if (!groups.has(run.group)) {
      const group = document.createElement("optgroup");
      group.label = run.group;
      groups.set(run.group, group);
      side.select.append(group);
    }
    groups.get(run.group).append(option(`${run.name}: ${time(run.end)}`, index));
  });
  side.select.value = chosen;
  side.select.addEventListener("change", () => choose(side, Number(side.select.value)));
}

/** Gives canvases the size that there is room for, in the screen's own dots. */
function resize(side) {
  const { run, bars, picture } = side;
  const isNarrow = side.section.clientWidth < 640;
  const [columns, rows] = run.whole;
  const shape = Math.min(3, Math.max(1 / 3, columns / rows));
  const most = Math.min(MOST_PICTURE, Math.max(LEAST_PICTURE, isNarrow ? 0 : (window.innerHeight - BESIDES) / 2));
  const width = Math.min(most, most * shape), height = width / shape;
  const least = isNarrow ? LEAST_PICTURE * 0.75 : Math.max(LEAST_PICTURE, height);
  setSize(picture, Math.round(width), Math.round(height));
  setSize(bars, 0, Math.round(Math.min(MOST_BARS, Math.max(least, run.workers * LANE_HEIGHT + AXIS_HEIGHT))));
}

function setSize(canvas, width, height) {
  if (width) {
    canvas.style.width = width + "px";
  }
  canvas.style.height = height + "px";
  canvas.width = Math.max(1, Math.round(canvas.clientWidth * dots()));
  canvas.height = Math.max(1, Math.round(canvas.clientHeight * dots()));
}

function showLegend() {
  const canvas = element("scale");
  canvas.width = data.palette.length;
  canvas.height = 1;
  data.palette.forEach((entry, x) => {
    canvas.getContext("2d").fillStyle = entry;
    canvas.getContext("2d").fillRect(x, 0, 1, 1);
  });
  const { least, most } = sides[0].run.picture;
  element("least").textContent = counted(least);
  element("most").textContent = counted(most) + " iterations a cell";
}

/** Draws at once: canvases of another size are empty until they are drawn. */
function refresh() {
  readColours();
  shown().forEach(resize);
  changedPictures();
  show(state.from, state.to);
  draw();
}

sides.forEach((side, i) => {
  fillSelect(side, data.chosen[i]);
  follow(side, side.bars, chunkAt);
  follow(side, side.picture, chunkOfPicture);
  side.bars.addEventListener("wheel", event => wheel(side, event), { passive: false });
  side.bars.addEventListener("keydown", keys(side, moveInTimeline));
  side.picture.addEventListener("keydown", keys(side, moveInPicture));
});
element("in").addEventListener("click", () => zoom(2, middle()));
element("out").addEventListener("click", () => zoom(0.5, middle()));
element("whole").addEventListener("click", () => show(0, state.horizon));
element("play").addEventListener("click", () => play(!state.playing));
element("slider").addEventListener("input", event => {
  play(false);
  setTime(event.target.value / 1000 * state.horizon);
});
document.addEventListener("keydown", event => {
  if (event.key === " " && !["BUTTON", "SELECT", "SUMMARY", "A"].includes(event.target.tagName)) {
    event.preventDefault();
    play(!state.playing);
  }
});
const observer = new ResizeObserver(refresh);
sides.forEach(side => observer.observe(side.section));
window.addEventListener("resize", refresh);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
readColours();
say([["quiet", element("box").dataset.hint]]);
sides.forEach((side, i) => choose(side, data.chosen[i]));
