#!/usr/bin/env python3
"""Makes the colour tables that the program carries.

    python3 src/test/python/make_palettes.py [FOLDER]

Needs Python 3.8 or newer, NumPy and Matplotlib (Debian: python3-matplotlib). FOLDER is src/main/resources/palettes
unless given; it gets NAME.txt: a comment with source and licence, then 256 lines RRGGBB.

Five tables are Matplotlib's, whose makers gave them to the public domain (CC0). The others are our own: a closed or open
line through a few colours in OKLab (Björn Ottosson, 2020), walked at an even pace, so that equal steps look equal.
"""

import sys
from pathlib import Path

import numpy as np

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "main" / "resources" / "palettes"
SIZE = 256

BIDS = "by Stefan van der Walt, Nathaniel Smith and, for viridis, Eric Firing (github.com/BIDS/colormap); licence CC0-1.0"
PUBLISHED = {
    "viridis": BIDS,
    "magma": BIDS,
    "inferno": BIDS,
    "plasma": BIDS,
    "cividis": "by Jamie Nunez, Christopher Anderton and Ryan Renslow (doi 10.1371/journal.pone.0199239); licence CC0-1.0",
}

OURS = "made for Mandelspark by make_palettes.py; licence Apache-2.0"
DRAWN = {
    # from night through daylight to the embers of the evening
    "dusk": (["#0a1033", "#23539e", "#6fb3d8", "#f6f3e4", "#f3b33d", "#c2501d", "#4a1026"], False),
    # round and round, without a seam: ink, sea, foam, rose
    "tide": (["#12122b", "#16538f", "#39a9a5", "#f1efdc", "#e58f76", "#8c2f63"], True),
    # the others are blue on one side only, and on the other gold, fire or grey: without a sense of red and green, too
    "gilt": (["#0d1b3e", "#2a5c99", "#8fc0dd", "#fdf6e0", "#f2b23a", "#b0650f", "#4a2609"], True),
    "ember": (["#140b14", "#5b1a2b", "#b5421f", "#f0a12c", "#fff0bf", "#b9c3c0", "#4f7189", "#1a2a4a"], True),
    "frost": (["#081026", "#1c3f77", "#5b8fc9", "#cfe4f2", "#ffffff", "#d5d4d2", "#8e8c8f", "#3f3c45"], True),
}

# OKLab: linear sRGB to cone responses, and their cube roots to lightness, green-red, blue-yellow.
TO_CONES = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929],
     [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)
TO_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468],
     [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)


def oklab(colours):
    srgb = np.array([[int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)] for colour in colours])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return np.cbrt(linear @ TO_CONES.T) @ TO_LAB.T


def octets(lab):
    cones = (lab @ np.linalg.inv(TO_LAB).T) ** 3
    linear = np.clip(cones @ np.linalg.inv(TO_CONES).T, 0, 1)
    srgb = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.rint(srgb * 255).astype(int)


def smooth_line(stops, closed, fine=200):
    """A Catmull-Rom line through the stops."""
    before, after = (stops[-1:], stops[:2]) if closed else (stops[:1], stops[-1:])
    points = np.concatenate([before, stops, after])
    u = np.linspace(0, 1, fine, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(points, points[1:], points[2:], points[3:]):
        pieces.append(b + u * (c - a) / 2 + u**2 * (a - 2.5 * b + 2 * c - d / 2) + u**3 * (-a + 3 * b - 3 * c + d) / 2)
    return np.concatenate(pieces + [points[-2][None]])


def drawn(colours, closed):
    line = smooth_line(oklab(colours), closed)
    way = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0, way[-1], SIZE, endpoint=not closed)
    return octets(np.stack([np.interp(at, way, line[:, i]) for i in range(3)], axis=1))


def published(name):
    from matplotlib import _cm_listed

    return np.rint(np.array(_cm_listed.cmaps[name].colors) * 255).astype(int)


def write(folder, name, source, table):
    assert table.shape == (SIZE, 3), name
    lines = [f"# {name}, {source}"] + ["%02X%02X%02X" % tuple(rgb) for rgb in table]
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="ascii")


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in PUBLISHED.items():
        write(folder, name, source, published(name))
    write(folder, "grey", f"black to white; {OURS}", np.repeat(np.arange(SIZE)[:, None], 3, axis=1))
    for name, (colours, closed) in DRAWN.items():
        write(folder, name, f"{'cyclic; ' if closed else ''}{OURS}", drawn(colours, closed))


if __name__ == "__main__":
    main()
