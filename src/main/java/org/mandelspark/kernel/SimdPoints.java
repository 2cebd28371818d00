package org.mandelspark.kernel;

/**
 * Points under way, as parallel arrays: c, z, and where each point's count goes. Points that are done stay in their
 * places, resting at z = c = 0, until {@link #compact}.
 */
final class SimdPoints {
    private static final int NOWHERE = -1;

    final double[] cr;
    final double[] ci;
    final double[] zr;
    final double[] zi;
    private final int[] target;
    private final int[] counts;
    private int size;

    /**
     * An empty set of points.
     *
     * @param capacity how many there can be
     * @param padding how many resting ones there must be room for behind them
     * @param counts where counts go
     */
    SimdPoints(int capacity, int padding, int[] counts) {
        cr = new double[capacity + padding];
        ci = new double[capacity + padding];
        zr = new double[capacity + padding];
        zi = new double[capacity + padding];
        target = new int[capacity + padding];
        this.counts = counts;
    }

    int size() {
        return size;
    }

    /** Adds a point, whose count goes to {@code counts[place]}. */
    void add(double cReal, double cImaginary, double zReal, double zImaginary, int place) {
        cr[size] = cReal;
        ci[size] = cImaginary;
        zr[size] = zReal;
        zi[size] = zImaginary;
        target[size] = place;
        size++;
    }

    /**
     * Adds a group of neighbours in a row, which have made no step.
     *
     * @param cReal real parts of c, from index {@code start} on
     * @param cImaginary imaginary part of c
     * @param x real parts of the points, from index {@code start} on
     * @param y imaginary part of the points
     * @param place where the first of their counts goes
     */
    void addRow(double[] cReal, double cImaginary, double[] x, double y, int start, int length, int place) {
        System.arraycopy(cReal, start, cr, size, length);
        System.arraycopy(x, start, zr, size, length);
        for (int i = 0; i < length; i++) {
            ci[size + i] = cImaginary;
            zi[size + i] = y;
            target[size + i] = place + i;
        }
        size += length;
    }

    /** Forgets the points that were added last. */
    void dropLast(int length) {
        size -= length;
    }

    /** Writes the count of the point at an index and lays it to rest; one that rests already is left alone. */
    void finish(int index, int count) {
        if (target[index] != NOWHERE) {
            counts[target[index]] = count;
            rest(index);
        }
    }

    /** True if all points of a group are done. */
    boolean areDone(int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (target[i] != NOWHERE) {
                return false;
            }
        }
        return true;
    }

    /** Fills the last group with points at rest. */
    void pad(int padding) {
        for (int i = size; i < size + padding; i++) {
            rest(i);
        }
    }

    /** Moves the points that are not done to the front. */
    void compact() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (target[i] != NOWHERE) {
                if (kept < i) {
                    cr[kept] = cr[i];
                    ci[kept] = ci[i];
                    zr[kept] = zr[i];
                    zi[kept] = zi[i];
                    target[kept] = target[i];
                }
                kept++;
            }
        }
        size = kept;
    }

    private void rest(int index) {
        cr[index] = 0;
        ci[index] = 0;
        zr[index] = 0;
        zi[index] = 0;
        target[index] = NOWHERE;
    }
}
