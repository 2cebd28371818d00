"""Makes golden studies of the test resources from study folders, each under the name of its folder.

    python3 golden_studies.py STUDY_DIR... OUT_DIR

Answers and steps stay as they were computed. Times are made up from the steps, so that they say the same on a busy
machine as on a quiet one: a step takes 3 ns, a chunk's overhead is fixed, each repeat is a bit slower than the last,
and chunks are handed out to whichever slot is free first. What could tell where the runs were made is replaced.
"""

import json
import pathlib
import sys

NANOS_PER_STEP = 3.0
LAUNCH_NANOS = 60_000
TASK_NANOS = 25_000
STITCH_NANOS = 150_000
PLAN_NANOS = 90_000


def made_up(run):
    workers = run["workers"]
    serial = run["engine"] == "serial"
    free = [0 if serial else LAUNCH_NANOS] * workers
    # Cores that work at the same time slow each other down a bit.
    slower = 1 + 0.01 * run["study"]["repeat"] + 0.02 * (workers - 1)
    for chunk in run["chunks"]:
        slot = free.index(min(free))
        kernel = max(100, round(chunk["steps"] * NANOS_PER_STEP * slower))
        start = free[slot] + (0 if serial else TASK_NANOS)
        end = start + kernel + 500
        chunk.update(slot=slot, start_ns=start, end_ns=end, kernel_ns=kernel, host="golden", executor="driver")
        free[slot] = end
    wall = max(chunk["end_ns"] for chunk in run["chunks"]) + (0 if serial else STITCH_NANOS)
    run["totals"].update(retries=0, speculative=0)
    run["totals"].update(plan_ns=0 if serial else PLAN_NANOS, wall_ns=wall, wall_seconds={"compute": wall / 1e9})
    run["environment"].update(
        cpu="Golden CPU",
        cores=8,
        granted_cores=8,
        memory_bytes=16 << 30,
        heap_bytes=2 << 30,
        os="Linux amd64",
        jvm="Golden Java 25",
        jvm_flags=["-Xmx2g"],
        version="0.1.0",
        git_commit="0123456789ab",
    )
    return run


def golden(folder):
    runs = json.loads((pathlib.Path(folder) / "runs.json").read_text())
    kept = []
    calibrated = set()
    for run in runs:
        if run["study"]["phase"] == "calibration":
            # One of each kind is enough to learn an engine from.
            kind = run["problem"]["row_cells"]
            if kind in calibrated:
                continue
            calibrated.add(kind)
        kept.append(made_up(run))
    return kept


def write(runs, study, folder):
    folder.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(run, separators=(",", ":")) for run in runs)
    (folder / "runs.json").write_text("[\n" + lines + "\n]\n")
    (folder / "study.json").write_text(json.dumps(study, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    *studies, out = map(pathlib.Path, sys.argv[1:])
    for study in studies:
        write(golden(study), json.loads((study / "study.json").read_text()), out / study.name)
