package org.mandelspark.picture.pyramid;

/**
 * Halves pictures in linear light: the mean of what pixels emit, not of the numbers that stand for it, which are about
 * its square root and would make fine patterns too dark.
 *
 * <p>A pixel is the mean of those of the four pixels above it that exist; a channel v of 0 to 255 emits
 * {@code s = v/255}, {@code s ≤ 0.04045 ? s/12.92 : ((s + 0.055)/1.055)^2.4} (IEC 61966-2-1), and a mean becomes the
 * nearest v, the larger of two. The powers are StrictMath's, so every machine gives the same.
 */
final class LinearLight {
    private static final int LEVELS = 256;

    /** Channels up to this value emit light in proportion to it. */
    private static final int LINEAR = 10;

    private static final int GUESSES = 1 << 12;

    private static final double[] EMITTED = new double[LEVELS];

    /** The least mean that becomes v. */
    private static final double[] FROM = new double[LEVELS + 1];

    /** A value from which the right one is a few steps up, by the mean in {@value #GUESSES} parts. */
    private static final short[] GUESS = new short[GUESSES + 1];

    static {
        for (int v = 0; v < LEVELS; v++) {
            EMITTED[v] = emitted(v / 255.0);
            FROM[v] = v == 0 ? 0 : emitted((v - 0.5) / 255);
        }
        FROM[LEVELS] = Double.POSITIVE_INFINITY;
        for (int i = 0, v = 0; i <= GUESSES; i++) {
            while (FROM[v + 1] <= i / (double) GUESSES) {
                v++;
            }
            GUESS[i] = (short) v;
        }
    }

    private LinearLight() {}

    /**
     * Halves a tile into a part of a larger one.
     *
     * @param from pixels 0xRRGGBB, row by row
     * @param width of it
     * @param height of it
     * @param into pixels of the larger tile
     * @param stride pixels between its rows
     * @param first index of the first pixel that is written; (width + 1)/2 times (height + 1)/2 of them are
     */
    static void halve(int[] from, int width, int height, int[] into, int stride, int first) {
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

    private static int channel(int first, int second, int third, int fourth) {
        int a = first & 0xff;
        int b = second & 0xff;
        int c = third & 0xff;
        int d = fourth & 0xff;
        if (a <= LINEAR && b <= LINEAR && c <= LINEAR && d <= LINEAR) {
            // Only here can a mean lie half-way between two values.
            return (a + b + c + d + 2) >> 2;
        }
        double mean = (EMITTED[a] + EMITTED[b] + (EMITTED[c] + EMITTED[d])) / 4;
        int v = GUESS[(int) (mean * GUESSES)];
        while (mean >= FROM[v + 1]) {
            v++;
        }
        return v;
    }

    private static double emitted(double s) {
        return s <= 0.04045 ? s / 12.92 : StrictMath.pow((s + 0.055) / 1.055, 2.4);
    }
}
