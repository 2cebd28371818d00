package org.mandelspark.picture;

/**
 * Makes pictures smaller in linear light: by the mean of what pixels emit, not of the numbers that stand for it, which are
 * about its square root and would make fine patterns too dark.
 *
 * <p>A pixel is the mean of those of a square block that exist. A channel v of 0 to 255 emits {@code s = v/255},
 * {@code s ≤ 0.04045 ? s/12.92 : ((s + 0.055)/1.055)^2.4} (IEC 61966-2-1), and a mean becomes the nearest v, the larger of
 * two. Light is a whole number of units so small that sums are exact, whatever their order; the powers are StrictMath's,
 * so every machine gives the same.
 */
public final class LinearLight {
    private static final int LEVELS = 256;

    /** Channels up to this value emit light in proportion to it. Only among them can a mean lie half-way between two. */
    private static final int LINEAR = 10;

    /** Units that a channel of 1 emits. */
    private static final long UNIT = 1L << 36;

    /** Units that a channel of 255 emits; sums of hundreds of them fit a long. */
    private static final double FULL = 255 * 12.92 * UNIT;

    private static final int GUESSES = 1 << 12;

    /** Guesses are never too high, as they are rounded down from a little less than the mean. */
    private static final double LESS = 1 - 1e-12;

    private static final long[] EMITTED = new long[LEVELS];

    /** The least mean that becomes v. */
    private static final long[] FROM = new long[LEVELS + 1];

    /** A value from which the right one is a few steps up, by the mean in {@value #GUESSES} parts. */
    private static final short[] GUESS = new short[GUESSES + 1];

    static {
        for (int v = 0; v < LEVELS; v++) {
            EMITTED[v] = v <= LINEAR ? v * UNIT : emitted(v);
            FROM[v] = v <= LINEAR ? Math.max(0, v * UNIT - UNIT / 2) : emitted(v - 0.5);
        }
        FROM[LEVELS] = 2 * EMITTED[LEVELS - 1];
        for (int i = 0, v = 0; i <= GUESSES; i++) {
            while (FROM[v + 1] <= i * (FULL / GUESSES)) {
                v++;
            }
            GUESS[i] = (short) v;
        }
    }

    private LinearLight() {}

    /**
     * Makes a pixel of each block of a tile, as a part of another one.
     *
     * @param side pixels on a side of a block, from 1 to 16
     * @param from pixels 0xRRGGBB, row by row
     * @param width of the tile
     * @param height of it
     * @param into pixels of the other tile
     * @param stride pixels between its rows
     * @param first index of the first pixel that is written; as many are as there are blocks, also those at the right and
     *     lower edges that are not whole
     */
    public static void shrink(int side, int[] from, int width, int height, int[] into, int stride, int first) {
        if (side == 2) {
            halve(from, width, height, into, stride, first);
            return;
        }
        for (int y = 0; side * y < height; y++) {
            int rows = Math.min(side, height - side * y);
            for (int x = 0; side * x < width; x++) {
                int columns = Math.min(side, width - side * x);
                into[first + y * stride + x] = mean(from, side * (y * width + x), width, columns, rows);
            }
        }
    }

    /** Makes the levels of pyramids, where the loops over blocks would take half as long again. */
    private static void halve(int[] from, int width, int height, int[] into, int stride, int first) {
        for (int y = 0; 2 * y < height; y++) {
            int upper = 2 * y * width;
            int lower = 2 * y + 1 < height ? upper + width : upper;
            int to = first + y * stride;
            for (int x = 0; 2 * x < width; x++) {
                int left = 2 * x;
                int right = Math.min(left + 1, width - 1);
                // A pixel that stands for a missing neighbour leaves the mean as it is.
                into[to + x] = mean(from[upper + left], from[upper + right], from[lower + left], from[lower + right]);
            }
        }
    }

    private static int mean(int a, int b, int c, int d) {
        if (a == b && c == d && a == c) {
            return a;
        }
        return channel(a >> 16, b >> 16, c >> 16, d >> 16) << 16
                | channel(a >> 8, b >> 8, c >> 8, d >> 8) << 8
                | channel(a, b, c, d);
    }

    private static int channel(int a, int b, int c, int d) {
        return nearest(
                EMITTED[a & 0xff] + EMITTED[b & 0xff] + EMITTED[c & 0xff] + EMITTED[d & 0xff],
                4,
                GUESSES * LESS / (FULL * 4));
    }

    private static int mean(int[] from, int start, int width, int columns, int rows) {
        if (isPlain(from, start, width, columns, rows)) {
            return from[start];
        }
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int row = 0; row < rows; row++) {
            int left = start + row * width;
            for (int i = left; i < left + columns; i++) {
                int pixel = from[i];
                red += EMITTED[pixel >> 16 & 0xff];
                green += EMITTED[pixel >> 8 & 0xff];
                blue += EMITTED[pixel & 0xff];
            }
        }
        int n = rows * columns;
        double guesses = GUESSES * LESS / (FULL * n);
        return nearest(red, n, guesses) << 16 | nearest(green, n, guesses) << 8 | nearest(blue, n, guesses);
    }

    private static boolean isPlain(int[] from, int start, int width, int columns, int rows) {
        int colour = from[start];
        for (int row = 0; row < rows; row++) {
            int left = start + row * width;
            for (int i = left; i < left + columns; i++) {
                if (from[i] != colour) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int nearest(long sum, int n, double guesses) {
        int v = GUESS[(int) (sum * guesses)];
        while (sum >= n * FROM[v + 1]) {
            v++;
        }
        return v;
    }

    private static long emitted(double v) {
        return Math.round(StrictMath.pow((v / 255 + 0.055) / 1.055, 2.4) * FULL);
    }
}
