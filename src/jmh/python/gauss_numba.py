"""Times the Gauss map's published diagram with Numba and NumPy, to set beside GaussBenchmark in the same minutes.

    python3 src/jmh/python/gauss_numba.py [density.npy]

Needs NumPy and Numba (Debian: python3-numba). Prints milliseconds: the median and the least of some runs after a first
one that compiles. With a file that `gauss --out density.npy` has written for the same diagram, it also says how many
columns agree in every bin, and the largest total variation distance of the others, whose orbits are chaotic: there the
last bit of exp decides where each single point falls.
"""

import math
import statistics
import sys
import time

import numba
import numpy as np

ALPHA, BETAS, BINS, SKIP, POINTS = 5.8, 640, 400, 200, 4000
LOW, HIGH = -1.0, 1.5
RUNS = 15


def column(beta, shares):
    x = 0.0
    for _ in range(SKIP):
        x = math.exp(-ALPHA * (x * x)) + beta
    scale = BINS / (HIGH - LOW)
    for _ in range(POINTS):
        x = math.exp(-ALPHA * (x * x)) + beta
        if LOW <= x <= HIGH:
            shares[min(int((x - LOW) * scale), BINS - 1)] += 1
    for i in range(BINS):
        shares[i] /= POINTS


def kernel(**options):
    one = numba.njit(**{k: v for k, v in options.items() if k != "parallel"})(column)

    @numba.njit(**options)
    def diagram(betas):
        shares = np.zeros((betas.size, BINS))
        for j in numba.prange(betas.size):
            one(betas[j], shares[j])
        return shares

    return diagram


def with_numpy(betas):
    x = np.zeros(betas.size)
    for _ in range(SKIP):
        x = np.exp(-ALPHA * (x * x)) + betas
    shares = np.zeros((betas.size, BINS))
    rows = np.arange(betas.size)
    scale = BINS / (HIGH - LOW)
    for _ in range(POINTS):
        x = np.exp(-ALPHA * (x * x)) + betas
        inside = (x >= LOW) & (x <= HIGH)
        bins = np.minimum(((x[inside] - LOW) * scale).astype(int), BINS - 1)
        shares[rows[inside], bins] += 1
    return shares / POINTS


def timed(name, diagram, betas):
    shares = diagram(betas)
    runs = []
    for _ in range(RUNS):
        start = time.perf_counter()
        diagram(betas)
        runs.append((time.perf_counter() - start) * 1e3)
    print(f"{name:32} median {statistics.median(runs):7.2f} ms, least {min(runs):7.2f} of {RUNS}")
    return shares


betas = np.linspace(-1, 1, BETAS)
shares = timed("numba, one thread", kernel(), betas)
timed("numba, one thread, fastmath", kernel(fastmath=True), betas)
timed(f"numba, {numba.get_num_threads()} threads", kernel(parallel=True), betas)
timed("numpy", with_numpy, betas)
if len(sys.argv) > 1:
    ours = np.load(sys.argv[1])[::-1].T
    distance = np.abs(ours - shares).sum(axis=1) / 2
    occupied = ((ours > 0) == (shares > 0)).all(axis=1)
    print(
        f"of {BETAS} columns {np.count_nonzero(distance == 0)} agree in every share, {np.count_nonzero(occupied)} in"
        f" the bins that are not empty; largest total variation distance {distance.max():.3f}"
    )
