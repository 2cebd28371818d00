#!/usr/bin/env python3
"""Makes the reference densities that the Gauss map is compared with.

    python3 src/test/python/make_gauss_fixtures.py [FOLDER]

Needs Python 3.8 or newer and NumPy, nothing of this project. FOLDER is src/test/resources/gauss unless given; it gets
one .npy file (float64, shape (bins, betas), row 0 the highest bin) for each case, made with numpy.exp and
numpy.histogram, and cases.json, which lists the cases and says of each column

  periods   the period of its orbit (at most 64, to 1e-9), or 0 if it has none: it is chaotic, or still settling
  noise     how far such columns lie apart by chance: the mean total variation distance between the density and those
            of RUNS other runs of NumPy, whose starts lie within 2e-4 of 0 (nearer, the bell is so flat that the first
            step could end at the same double). Orbits that differ in the last bits of one exponential are no more
            alike than these.

and of each case

  excess    the greatest distance that any column of any of these runs has, over its noise and one point: a measure
            that another exponential is another run. If it is nothing else, its own excess is greater than that of all
            RUNS runs with a probability of 1 in RUNS + 1.

The figures depend on the last bits of numpy.exp; another NumPy may give other chaotic columns, and the same periods.
"""

import json
import sys
from pathlib import Path

import numpy as np

DEFAULT_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "gauss"

LOW, HIGH = -1.0, 1.5
MAX_PERIOD = 64
RUNS = 199

# name, alpha, beta from and to, betas, bins, skip, points
CASES = [
    ("qmul", 5.8, -1.0, 1.0, 161, 100, 200, 1000),
    ("mouse", 4.9, -1.0, 1.0, 83, 61, 300, 700),
    ("chaos", 7.5, -0.75, -0.35, 57, 50, 500, 2000),
    ("calm", 2.0, -1.0, 1.0, 29, 40, 100, 64),
    ("one-column", 6.2, -0.6, -0.6, 1, 90, 200, 900),
]


def orbits(alpha, beta, start, skip, points):
    """Points of the orbits, shape (points, betas)."""
    x = np.full(beta.shape, start)
    kept = np.empty((points,) + beta.shape)
    for step in range(skip + points):
        x = np.exp(-alpha * (x * x)) + beta
        if step >= skip:
            kept[step - skip] = x
    return kept


def densities(points, bins):
    """Shape (bins, betas), highest bin first; what lies outside counts in no bin."""
    columns = [np.histogram(column, bins=bins, range=(LOW, HIGH))[0] for column in points.T]
    return np.array(columns).T[::-1] / len(points)


def periods(points):
    """The least period of the last points of each column, or 0."""
    found = np.zeros(points.shape[1], dtype=int)
    half = len(points) // 2
    for period in range(min(MAX_PERIOD, half), 0, -1):
        same = np.all(np.abs(points[half:] - points[half - period : len(points) - period]) < 1e-9, axis=0)
        found[same] = period
    return found


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    cases = []
    for name, alpha, first, last, betas, bins, skip, points in CASES:
        beta = np.linspace(first, last, betas)
        orbit = orbits(alpha, beta, 0.0, skip, points)
        density = densities(orbit, bins)
        distances = []
        for run in range(1, RUNS + 1):
            other = densities(orbits(alpha, beta, run * 1e-6, skip, points), bins)
            distances.append(np.abs(other - density).sum(axis=0) / 2)
        noise = np.round(np.mean(distances, axis=0), 6)
        excess = np.max(np.array(distances) / (noise + 1 / points))
        found = periods(orbit)
        file = name + ".npy"
        np.save(folder / file, np.ascontiguousarray(density))
        cases.append(
            {
                "name": name,
                "alpha": alpha,
                "first": first,
                "last": last,
                "betas": betas,
                "bins": bins,
                "skip": skip,
                "points": points,
                "periods": found.tolist(),
                "noise": noise.tolist(),
                "excess": round(float(excess), 6),
                "file": file,
            }
        )
        print(name, "periodic", int((found > 0).sum()), "of", betas, "excess", excess)
    (folder / "cases.json").write_text(json.dumps(cases) + "\n")


if __name__ == "__main__":
    main()
