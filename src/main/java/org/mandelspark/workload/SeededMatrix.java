package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A matrix of pseudorandom doubles in [−1, 1), each a function of the seed and its place alone, so that every machine
 * makes the same.
 *
 * <p>Cell i of the row-major array is the i-th output of SplitMix64 (G. Steele, D. Lea and C. Flood, Fast splittable
 * pseudorandom number generators, 2014), of which the upper 53 bits over 2⁵² make a number in [0, 2), less 1.
 *
 * @param seed any
 * @param rows at least 1
 * @param columns at least 1
 */
public record SeededMatrix(
        @JsonProperty(required = true) long seed,
        @JsonProperty(required = true) int rows,
        @JsonProperty(required = true) int columns)
        implements MatrixSource {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final int UNUSED_BITS = 11;
    private static final double UNIT = 0x1p-52;

    public SeededMatrix {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a matrix is at least 1x1, not " + rows + "x" + columns);
        }
    }

    @Override
    public double[] cells() {
        double[] cells = new double[Math.multiplyExact(rows, columns)];
        long state = seed;
        for (int i = 0; i < cells.length; i++) {
            state += GOLDEN_GAMMA;
            cells[i] = (mix(state) >>> UNUSED_BITS) * UNIT - 1;
        }
        return cells;
    }

    @Override
    public String label() {
        return "seed " + seed;
    }

    private static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
