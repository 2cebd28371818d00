#!/usr/bin/env python3
"""Makes the reference escape counts that every kernel is compared with.

    python3 src/test/python/make_fixtures.py [FOLDER]

Needs Python 3.8 or newer and NumPy, nothing of this project. FOLDER is src/test/resources/fixtures unless given; it
gets one .npy file (int32, little-endian, C order, shape (height, width), row 0 at ymin) for each small fixture, and
fixtures.json, which lists all of them with their parameters, CRC32C and sum. Each run writes the same bytes.

Every count is computed twice, by code that shares nothing: a plain loop over Python floats, pixel by pixel, with its
own coordinates; and passes over whole NumPy arrays, with numpy.linspace. The script stops if one pixel differs.
Only real float64 products, sums and differences occur, one operation at a time, so nothing can be fused or reordered.
"""

import json
import math
import sys
from pathlib import Path

import numpy as np

DEFAULT_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fixtures"

# One block of the array version: its passes stay in the cache, and pixels that escaped leave it.
COMPACT_EVERY = 16


def around(re, im, width, height):
    """The region of a centre and its extents."""
    return (re - width / 2, re + width / 2, im - height / 2, im + height / 2)


WHOLE_SET = (-2.0, 0.5, -1.25, 1.25)
SEAHORSE = (-0.743643887037151, 0.131825904205330)
MINIBROT = -1.7548776662466927  # the centre of the period-3 component on the needle

# name, region (xmin, xmax, ymin, ymax), width, height, maxIter, whether the array itself is kept, what it is for, and a
# formula where it is not the Mandelbrot set
FIXTURES = [
    ("magpi", WHOLE_SET, 1000, 1000, 50, False, "the MagPi listing at its full size"),
    ("headtohead", WHOLE_SET, 400, 400, 400, False, "the view of the kernel table"),
    ("seahorse", around(*SEAHORSE, 1e-4, 1e-4 * 9 / 16), 64, 36, 10000, True, "boundary, counts of many sizes"),
    ("odd-size", (-2.0, 0.6, -1.5, 1.5), 37, 53, 1000, True, "neither side is a multiple of any vector length"),
    ("one-row", WHOLE_SET, 101, 1, 500, True, "height 1: the row is ymin"),
    ("one-row-needle", (-2.0, 0.5, 0.0, 1.0), 101, 1, 500, True, "height 1 along the real axis"),
    ("one-column", (-0.75, 1.0, -1.25, 1.25), 1, 77, 500, True, "width 1: the column is xmin"),
    ("one-pixel", (-0.1, 0.5, 0.65, 1.0), 1, 1, 1000, True, "an escaping pixel alone"),
    ("one-pixel-interior", (0.0, 1.0, 0.0, 1.0), 1, 1, 1000, True, "an interior pixel alone"),
    ("radius-two", (-2.0, 2.0, -2.0, 2.0), 33, 33, 200, True, "|c| = 2 exactly, where 4 > 4 is false; the tip -2"),
    ("outside", (10.0, 14.0, 3.0, 5.0), 19, 11, 100, True, "every pixel escapes at 0"),
    ("overflow", (-1e200, 1e200, -1e200, 1e200), 9, 9, 10, True, "squares that overflow to infinity"),
    ("max-iter-1", (-2.5, 2.5, -2.5, 2.5), 23, 21, 1, True, "counts are 0 or 1"),
    ("interior", around(-0.1, 0.1, 0.1, 0.1), 24, 24, 5000, True, "no pixel escapes"),
    ("cardioid-cusp", around(0.25, 0.0, 1e-3, 1e-3), 31, 31, 2000, True, "slow escape beside slow convergence"),
    ("minibrot", around(MINIBROT, 0.0, 0.04, 0.04), 49, 49, 3000, True, "a small copy of the set, period 3"),
    ("deep", around(*SEAHORSE, 2e-13, 1e-13), 40, 20, 3000, True, "pixels less than a hundred doubles apart"),
    ("julia", (-1.6, 1.6, -1.2, 1.2), 64, 48, 1500, True, "a rabbit with an interior", "julia:-0.12,0.75"),
    ("julia-dust", (-1.6, 1.6, -1.2, 1.2), 41, 33, 800, True, "a Julia set without interior", "julia:-0.8,0.156"),
    ("julia-far", (-3.0, 3.0, -2.5, 2.5), 29, 31, 300, True, "c on the circle, orbits that come back", "julia:-2.0,0.0"),
    ("multibrot-3", (-1.5, 1.5, -1.5, 1.5), 47, 45, 700, True, "z^3 + c", "multibrot:3"),
    ("multibrot-4", (-1.5, 1.5, -1.5, 1.5), 47, 45, 700, True, "z^4 + c", "multibrot:4"),
    ("multibrot-5", (-1.5, 1.5, -1.5, 1.5), 31, 29, 700, True, "z^5 + c", "multibrot:5"),
    ("multibrot-6", (-1.5, 1.5, -1.5, 1.5), 31, 29, 700, True, "z^6 + c", "multibrot:6"),
    ("multibrot-7", (-1.5, 1.5, -1.5, 1.5), 31, 29, 700, True, "z^7 + c", "multibrot:7"),
    ("multibrot-8", (-2.1, 2.1, -2.1, 2.1), 43, 41, 700, True, "z^8 + c, with all of the circle", "multibrot:8"),
    ("burning-ship", (-2.2, 1.3, -2.0, 1.5), 61, 57, 1500, True, "the whole ship", "burning-ship"),
    ("tricorn", (-2.3, 1.8, -2.0, 2.0), 61, 57, 1500, True, "the whole Tricorn", "tricorn"),
]

def split(formula):
    """The formula's name, and its c or degree."""
    name, _, parameters = formula.partition(":")
    if name == "julia":
        return name, [float(part) for part in parameters.split(",")]
    return name, int(parameters or 2)


def step_of_floats(name, degree, zr, zi, cr, ci):
    """One step, with Python's floats."""
    if name == "multibrot":
        wr, wi = zr, zi
        for digit in bin(degree)[3:]:
            wr, wi = wr * wr - wi * wi, wr * wi + wr * wi
            if digit == "1":
                wr, wi = wr * zr - wi * zi, wr * zi + wi * zr
        return wr + cr, wi + ci
    if name == "burning-ship":
        t = abs(zr) * abs(zi)
    elif name == "tricorn":
        t = zr * -zi
    else:
        assert name in ("mandelbrot", "julia"), name
        t = zr * zi
    return (zr * zr - zi * zi) + cr, (t + t) + ci


def step_of_arrays(name, degree, zr, zi, cr, ci):
    """One step, with NumPy's arrays, the power by a recursion instead of a loop."""

    def power(d):
        if d == 1:
            return zr, zi
        wr, wi = power(d // 2)
        t = np.multiply(wr, wi)
        wr, wi = np.subtract(np.multiply(wr, wr), np.multiply(wi, wi)), np.add(t, t)
        if d % 2:
            wr, wi = (
                np.subtract(np.multiply(wr, zr), np.multiply(wi, zi)),
                np.add(np.multiply(wr, zi), np.multiply(wi, zr)),
            )
        return wr, wi

    if name == "multibrot":
        wr, wi = power(degree)
    else:
        assert name in ("mandelbrot", "julia", "burning-ship", "tricorn"), name
        if name == "burning-ship":
            zr, zi = np.abs(zr), np.abs(zi)
        wr, wi = power(2)
    return np.add(wr, cr), np.subtract(ci, wi) if name == "tricorn" else np.add(wi, ci)


def axis(first, last, n):
    """numpy.linspace(first, last, n), written out."""
    if n == 1:
        return [first]
    step = (last - first) / (n - 1)
    points = [i * step + first for i in range(n)]
    points[-1] = last
    return points


def counts_by_loop(formula, region, width, height, max_iter):
    """Pixel by pixel, as a beginner would write it."""
    xmin, xmax, ymin, ymax = region
    xs = axis(xmin, xmax, width)
    name, parameter = split(formula)
    rows = []
    for y in axis(ymin, ymax, height):
        row = []
        for x in xs:
            zr, zi = x, y
            cr, ci = parameter if name == "julia" else (x, y)
            count = max_iter
            for n in range(max_iter):
                if zr * zr + zi * zi > 4.0:
                    count = n
                    break
                zr, zi = step_of_floats(name, parameter, zr, zi, cr, ci)
            row.append(count)
        rows.append(row)
    return rows


def counts_by_arrays(formula, region, width, height, max_iter):
    """All pixels at once; a mask says which are still at it, and now and then the others are left out."""
    xmin, xmax, ymin, ymax = region
    zi, zr = np.meshgrid(np.linspace(ymin, ymax, height), np.linspace(xmin, xmax, width), indexing="ij")
    name, parameter = split(formula)
    counts = np.full(width * height, max_iter, dtype=np.int32)
    where = np.arange(width * height)
    zr, zi = zr.ravel(), zi.ravel()
    cr, ci = (np.full(zr.size, part) for part in parameter) if name == "julia" else (zr.copy(), zi.copy())
    running = np.ones(width * height, dtype=bool)
    with np.errstate(over="ignore", invalid="ignore"):
        for n in range(max_iter):
            escapes = running & (np.add(np.multiply(zr, zr), np.multiply(zi, zi)) > 4.0)
            counts[where[escapes]] = n
            running &= ~escapes
            if n % COMPACT_EVERY == 0:
                if not running.any():
                    break
                where, cr, ci = where[running], cr[running], ci[running]
                zr, zi = zr[running], zi[running]
                running = running[running]
            zr, zi = step_of_arrays(name, parameter, zr, zi, cr, ci)
    return counts.reshape(height, width)


def crc32c_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = (byte >> 1) ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


CRC32C_TABLE = crc32c_table()


def crc32c(octets):
    """The Castagnoli checksum (RFC 3720, appendix B.4), reflected, polynomial 1EDC6F41."""
    crc = 0xFFFFFFFF
    for octet in octets:
        crc = (crc >> 8) ^ CRC32C_TABLE[(crc ^ octet) & 0xFF]
    return crc ^ 0xFFFFFFFF


def make(folder, name, region, width, height, max_iter, keep, purpose, formula="mandelbrot"):
    assert all(math.isfinite(bound) for bound in region), name
    xmin, xmax, ymin, ymax = region
    assert axis(xmin, xmax, width) == np.linspace(xmin, xmax, width).tolist(), f"{name}: the x axes differ"
    assert axis(ymin, ymax, height) == np.linspace(ymin, ymax, height).tolist(), f"{name}: the y axes differ"
    counts = counts_by_arrays(formula, region, width, height, max_iter).astype("<i4")
    by_loop = np.array(counts_by_loop(formula, region, width, height, max_iter), dtype="<i4")
    assert counts.shape == by_loop.shape == (height, width), name
    assert np.array_equal(counts, by_loop), f"{name}: {np.count_nonzero(counts != by_loop)} pixels differ"
    file = f"{name}.npy" if keep else None
    if file:
        with open(folder / file, "wb") as out:
            np.lib.format.write_array(out, counts, version=(1, 0))
    return {
        "name": name,
        "purpose": purpose,
        "formula": formula,
        "region": ",".join(repr(float(bound)) for bound in region),
        "width": width,
        "height": height,
        "maxIter": max_iter,
        "checksum": f"{crc32c(counts.tobytes(order='C')):08x}",
        "sum": int(counts.sum(dtype=np.int64)),
        "file": file,
    }


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    assert crc32c(b"123456789") == 0xE3069283
    manifest = []
    for fixture in FIXTURES:
        manifest.append(make(folder, *fixture))
        entry = manifest[-1]
        print(f"{entry['name']:20} {entry['width']:5}x{entry['height']:<5} {entry['checksum']} {entry['sum']}")
    with open(folder / "fixtures.json", "w", encoding="utf-8", newline="\n") as out:
        json.dump(manifest, out, indent=2)
        out.write("\n")


if __name__ == "__main__":
    main()
