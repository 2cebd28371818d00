#!/usr/bin/env python3
"""Makes the reference products that the matrix product is compared with.

    python3 src/test/python/make_matmul_fixtures.py [FOLDER]

Needs Python 3.8 or newer and NumPy, nothing of this project. FOLDER is src/test/resources/matmul unless given; it gets
a.npy (37x53), b.npy (53x41) and c.npy, their product by NumPy; and c-seeded.npy, the product by NumPy of two 64x64
matrices of SplitMix64 with the seeds 1 and 2, which are made here once more, with Python's integers.

Before c.npy is written it is compared with sums of exact fractions, so that it is known how far NumPy itself is off.
"""

import sys
from fractions import Fraction
from pathlib import Path

import numpy as np

DEFAULT_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "matmul"
MASK = (1 << 64) - 1


def splitmix64(seed, count):
    """Doubles in [-1, 1)."""
    state = seed
    cells = []
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        cells.append((z >> 11) / 2.0**52 - 1)
    return np.array(cells)


def exact(a, b):
    """The product by exact arithmetic, rounded once."""
    rows = [[Fraction(x) for x in row] for row in a.tolist()]
    columns = [[Fraction(x) for x in column] for column in b.T.tolist()]
    return np.array([[float(sum(x * y for x, y in zip(row, column))) for column in columns] for row in rows])


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(20261121)
    a = random.random((37, 53))
    b = random.random((53, 41))
    c = a @ b
    error = np.max(np.abs(c - exact(a, b)) / c)
    print("NumPy is off by", error)
    assert error < 1e-14
    np.save(folder / "a.npy", a)
    np.save(folder / "b.npy", b)
    np.save(folder / "c.npy", c)
    np.save(folder / "c-seeded.npy", splitmix64(1, 64 * 64).reshape(64, 64) @ splitmix64(2, 64 * 64).reshape(64, 64))


if __name__ == "__main__":
    main()
