#!/usr/bin/env python3
"""Makes the reference fractions that smooth colours are compared with.

    python3 src/test/python/make_fraction_fixtures.py [FILE]

Needs Python 3.8 or newer and what make_fixtures.py needs, nothing of this project. FILE is
src/test/resources/fractions/fractions.json unless given: for each small view its parameters, and the count and the fraction
of each pixel, row by row from ymin on. Each run writes the same bytes.

The definition is that of FractionKernel and SmoothCount, followed here with Python's floats, one operation at a time. The
script stops if a fraction is more than 0.55 away from what math.log gives with the same z.
"""

import json
import math
import struct
import sys
from pathlib import Path

from make_fixtures import axis, split, step_of_floats

DEFAULT_FILE = Path(__file__).resolve().parent.parent / "resources" / "fractions" / "fractions.json"

# name, formula, region (xmin, xmax, ymin, ymax), width, height, maxIter
VIEWS = [
    ("whole", "mandelbrot", (-2.0, 0.6, -1.5, 1.5), 29, 23, 300),
    ("far", "mandelbrot", (-40.0, 300.0, -20.0, 20.0), 23, 9, 10),
    ("tip", "mandelbrot", (-2.0001, -1.99, -1e-3, 1e-3), 25, 9, 500),
    ("overflow", "mandelbrot", (-1e200, 1e200, -1e160, 1e160), 7, 7, 10),
    ("seahorse", "mandelbrot", (-0.743694, -0.743593, 0.131797, 0.131854), 19, 13, 2000),
    ("rabbit", "julia:-0.12,0.75", (-1.6, 1.6, -1.2, 1.2), 21, 17, 300),
    ("julia-far", "julia:-2.5,3.5", (-3.0, 3.0, -2.5, 2.5), 21, 17, 100),
    ("multibrot-3", "multibrot:3", (-1.5, 1.5, -1.5, 1.5), 19, 17, 200),
    ("multibrot-4", "multibrot:4", (-1.5, 1.5, -1.5, 1.5), 19, 17, 200),
    ("multibrot-5", "multibrot:5", (-1.5, 1.5, -1.5, 1.5), 19, 17, 200),
    ("multibrot-6", "multibrot:6", (-1.5, 1.5, -1.5, 1.5), 19, 17, 200),
    ("multibrot-7", "multibrot:7", (-1.5, 1.5, -1.5, 1.5), 19, 17, 200),
    ("multibrot-8", "multibrot:8", (-2.1, 2.1, -2.1, 2.1), 19, 17, 200),
    ("burning-ship", "burning-ship", (-2.2, 1.3, -2.0, 1.5), 23, 21, 300),
    ("tricorn", "tricorn", (-2.3, 1.8, -2.0, 2.0), 23, 21, 300),
]

UNITS = 8192
LEAD = 2
EXTRA_STEPS = {2: 5, 3: 2, 4: 2, 5: 1, 6: 1, 7: 1, 8: 1}
COEFFICIENTS = [
    float.fromhex(text)
    for text in (
        "0x1.c52a80684b686p-2",
        "-0x1.1a36f79c2b8e2p-2",
        "0x1.74a19b5aee63ap-3",
        "-0x1.89099d4335edcp-4",
        "0x1.a762d7a395b9ap-6",
    )
]


def log2(x):
    """An approximation of the logarithm."""
    (bits,) = struct.unpack("<q", struct.pack("<d", x))
    (significand,) = struct.unpack("<d", struct.pack("<q", bits & (1 << 52) - 1 | 1023 << 52))
    r = significand - 1.0
    s = 0.0
    for coefficient in reversed(COEFFICIENTS):
        s = s * r + coefficient
    return ((bits >> 52) - 1023) + (r + r * (1.0 - r) * s)


def fraction(norm, degree):
    """The fraction of |z|² after the extra steps, and what the library's logarithm gives."""
    if not norm < 2.0**1023:
        norm = 2.0**1023
    elif not norm > 4.0:
        norm = 4.0
    per_log = UNITS / math.log2(degree)
    origin = (EXTRA_STEPS[degree] + LEAD + 1) * float(UNITS) + per_log
    units = origin - log2(log2(norm)) * per_log
    exact = (EXTRA_STEPS[degree] + LEAD + 1 - math.log(math.log2(norm) / 2) / math.log(degree)) * UNITS
    return round(min(max(units, 0.0), 65535.0)), min(max(exact, 0.0), 65535.0)


def pixel(formula, x, y, max_iter):
    name, parameter = split(formula)
    degree = parameter if name == "multibrot" else 2
    zr, zi = x, y
    cr, ci = parameter if name == "julia" else (x, y)
    for n in range(max_iter):
        if zr * zr + zi * zi > 4.0:
            break
        zr, zi = step_of_floats(name, parameter, zr, zi, cr, ci)
    else:
        return max_iter, 0
    for _ in range(EXTRA_STEPS[degree]):
        zr, zi = step_of_floats(name, parameter, zr, zi, cr, ci)
    rounded, exact = fraction(zr * zr + zi * zi, degree)
    assert abs(rounded - exact) < 0.55, (formula, x, y, rounded, exact)
    return n, rounded


def make(name, formula, region, width, height, max_iter):
    xmin, xmax, ymin, ymax = region
    pixels = [pixel(formula, x, y, max_iter) for y in axis(ymin, ymax, height) for x in axis(xmin, xmax, width)]
    return {
        "name": name,
        "formula": formula,
        "region": ",".join(repr(bound) for bound in region),
        "width": width,
        "height": height,
        "maxIter": max_iter,
        "counts": [count for count, _ in pixels],
        "fractions": [part for _, part in pixels],
    }


def main():
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "w", encoding="utf-8", newline="\n") as out:
        out.write("[\n" + ",\n".join(json.dumps(make(*view)) for view in VIEWS) + "\n]\n")


if __name__ == "__main__":
    main()
