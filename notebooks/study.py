"""What the notebooks share: where a study is, how it is made and read, and how plots look.

A study folder is what `submit/mandelspark` writes with `--out DIR`: CSV tables, among them every run and every chunk.
"""

import csv
import json
import logging
import os
import shlex
import subprocess
from pathlib import Path

import matplotlib.pyplot as plt
from IPython.display import Markdown, display

LAUNCHER = "../submit/mandelspark"

# As the plots of the studies have them: Okabe and Ito, Color Universal Design (2008), and two of Paul Tol's.
BLUE, VERMILION, GREEN, PINK, ORANGE, SKY = "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"
TEXT, GREY, IDLE = "#222222", "#777777", "#EEEEEE"
SCHEDULES = {
    "static": VERMILION,
    "cyclic": GREEN,
    "over": BLUE,
    "balanced": SKY,
    "lpt": PINK,
    "permuted": ORANGE,
    "self": "#332288",
    "mfsc": "#999933",
    "fsc": "#999933",
    "auto": TEXT,
}
SHRINKING = "#882255"  # guided, trapezoid, factoring and their kin

logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
plt.rcParams.update(
    {
        "figure.dpi": 100,
        "figure.figsize": (8.5, 4),
        "figure.constrained_layout.use": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.titlelocation": "left",
        "grid.color": "#D8D8D8",
        "legend.frameon": False,
    }
)


def folder(default):
    """The study folder: what MANDELSPARK_STUDY names, else the default; relative, as it is shown."""
    return Path(os.path.relpath(os.environ.get("MANDELSPARK_STUDY") or default))


def make(*words):
    """Shows a call of submit/mandelspark and makes it; what it says is shown only if it fails."""
    call = [LAUNCHER, *map(str, words)]
    print("$ " + shlex.join(call))
    done = subprocess.run(call, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"exit status {done.returncode}\n{done.stderr[-4000:]}")


def record(path):
    """What a JSON file holds: one run of a render."""
    return json.loads(Path(path).read_text(encoding="utf-8"))


def table(path):
    """The rows of a CSV file; numbers are numbers, an empty cell is None."""
    with open(path, newline="", encoding="utf-8") as lines:
        return [{name: value(cell) for name, cell in row.items()} for row in csv.DictReader(lines)]


def measured_runs(study):
    """The measured runs of a study folder that are not void: rows of runs.csv, each with its "parts", rows of chunks.csv."""
    parts = {}
    for chunk in table(study / "chunks.csv"):
        parts.setdefault(chunk["run"], []).append(chunk)
    valid = [run for run in table(study / "runs.csv") if run["phase"] == "measured" and run["valid"] == "true"]
    return [run | {"parts": parts[run["run"]]} for run in valid]


def value(cell):
    """A cell's number, or its text."""
    for number in (int, float):
        try:
            return number(cell)
        except ValueError:
            pass
    return cell or None


def view_of(run):
    """The view that a run computed, with its size in pixels and the region between its bounds."""
    flat = {key.removeprefix("problem_"): cell for key, cell in run.items() if key.startswith("problem_") and cell is not None}
    view = dict(run.get("problem") or flat)
    view["columns"], view["rows"] = map(int, view["size"].split("x"))
    if "region" in view:
        x_min, x_max, y_min, y_max = map(float, view["region"].split(","))
    else:
        (re, im), width = map(float, view["center"].split(",")), float(view["width"])
        half_width, half_height = width / 2, width * view["rows"] / view["columns"] / 2
        x_min, x_max, y_min, y_max = re - half_width, re + half_width, im - half_height, im + half_height
    return view | {"x": (x_min, x_max), "y": (y_min, y_max)}


def rows_of(chunk):
    """The rows of a chunk, in its order."""
    rows = chunk.get("units", chunk)
    return [(rows["first"] + k * rows["stride"]) % rows["modulus"] for k in range(rows["count"])]


def colour(schedule):
    """The colour of a schedule's family, the same in every plot."""
    return SCHEDULES.get(schedule.partition(":")[0], SHRINKING)


def say(text):
    """Shows Markdown, for sentences whose figures this machine decides."""
    display(Markdown(text))


def show_table(head, rows):
    """Shows a table of Markdown, texts to the left, numbers as they come."""
    lines = [head, ["---"] * len(head), *rows]
    say("\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines))
