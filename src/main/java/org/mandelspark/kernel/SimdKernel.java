package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.GROUP;

import java.util.Arrays;

/**
 * Vector API lanes: the first steps of a row in the row, where most points of most views end, and the rest in waves of
 * points that have survived them, from many rows ({@link SimdWave}).
 */
final class SimdKernel implements EscapeKernel {
    /** Steps that a point makes in its row before it joins a wave: two blocks. */
    private static final int FIRST_STEPS = 2 * SimdSteps.BLOCK;

    /** A point that escapes at once, for lanes beyond the end of a short row. */
    private static final double OUTSIDE = 3;

    private final Interior interior;
    private final int bits;

    /** Fails as {@link SimdShape} does where vectors cannot be had. */
    SimdKernel(Interior interior) {
        this.interior = interior;
        this.bits = SimdShape.bits();
    }

    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int offset, int rowStride) {
        Rows rows = new Rows(x, maxIter, interior, counts);
        for (int k = 0; k < y.length; k++) {
            rows.fill(y[k], offset + k * rowStride);
        }
        return rows.finish();
    }

    @Override
    public String description() {
        return "simd (" + SimdShape.VECTORS + " × " + bits + " bits, interior " + interior.label() + ")";
    }

    /** Rows of one call, and the wave that their survivors gather in. */
    private static final class Rows {
        private final double[] x;
        private final int width;
        private final int maxIter;
        private final Interior interior;
        private final int[] counts;
        private final int first;
        private final SimdWave wave;
        private final SimdPoints points;
        private final SimdFirstSteps firstSteps = new SimdFirstSteps();
        private final int[] groupCounts = new int[GROUP];
        private long calmSteps;
        private long rimSteps;

        Rows(double[] x, int maxIter, Interior interior, int[] counts) {
            this.x = padToGroup(x);
            this.width = x.length;
            this.maxIter = maxIter;
            this.interior = interior;
            this.counts = counts;
            this.first = Math.min(FIRST_STEPS, maxIter - 1);
            this.wave = new SimdWave(maxIter, interior, counts);
            this.points = wave.points();
        }

        /** The counts of a row go to {@code counts[row]} and on, some of them at once, the others later. */
        void fill(double y, int row) {
            // Among points that all survive, steps need no test each; where one does not, they are made again with
            // tests.
            boolean calm = false;
            for (int i = 0; i < width; i += GROUP) {
                if (!calm || !addCalmly(i, y, row)) {
                    int before = points.size();
                    fillGroup(i, y, row);
                    calm = points.size() == before + GROUP && first == FIRST_STEPS && interior != Interior.CLOSED_FORM;
                }
                if (points.size() > SimdWave.CAPACITY - GROUP) {
                    wave.finish(first);
                }
            }
        }

        /** Counts the points that are still under way; returns all steps made. */
        long finish() {
            wave.finish(first);
            return firstSteps.steps() + calmSteps + wave.steps() + rimSteps;
        }

        /** Makes the first steps of a group without a test each; false, and nothing done, if a point escapes. */
        private boolean addCalmly(int i, double y, int row) {
            if (i + GROUP > width || !isOffTheRim(x[i], y) || !isOffTheRim(x[i + GROUP - 1], y)) {
                return false;
            }
            int blocks = FIRST_STEPS / SimdSteps.BLOCK;
            points.addRow(x, i, GROUP, y, row + i);
            int made = SimdSteps.untested(points, points.size() - GROUP, blocks);
            calmSteps += (long) GROUP * SimdSteps.BLOCK * Math.min(made + 1, blocks);
            if (made < blocks) {
                points.dropLast(GROUP);
            }
            return made == blocks;
        }

        private void fillGroup(int i, double y, int row) {
            int start = i;
            int survivors;
            if (i + GROUP <= width) {
                survivors = firstSteps.advance(x, i, y, first, counts, row + i);
            } else {
                // The last group of a row overlaps the one before, and leaves out what that has done.
                start = Math.max(0, width - GROUP);
                survivors = firstSteps.advance(x, start, y, first, groupCounts, 0) & -1 << (i - start);
                System.arraycopy(groupCounts, i - start, counts, row + i, width - i);
            }
            for (int left = survivors; left != 0; left &= left - 1) {
                int place = Integer.numberOfTrailingZeros(left);
                survive(x[start + place], y, firstSteps.zr[place], firstSteps.zi[place], row + start + place);
            }
        }

        private void survive(double cr, double ci, double zReal, double zImaginary, int place) {
            if (first == maxIter - 1 || (interior == Interior.CLOSED_FORM && isKnownInside(cr, ci))) {
                counts[place] = maxIter;
            } else if (!isOffTheRim(cr, ci)) {
                // Steps with a test each, whatever it takes: such points are few.
                counts[place] = NaiveKernel.escapeCount(zReal, zImaginary, cr, ci, first, maxIter);
                rimSteps += counts[place] - first;
            } else {
                points.add(cr, ci, zReal, zImaginary, place);
            }
        }

        private static boolean isOffTheRim(double cr, double ci) {
            return cr * cr + ci * ci <= SimdSteps.RIM;
        }

        /** The equations of the main cardioid and of the disc of period 2. */
        private static boolean isKnownInside(double cr, double ci) {
            double p = cr - 0.25;
            double q = p * p + ci * ci;
            return q * (q + p) <= 0.25 * ci * ci || (cr + 1) * (cr + 1) + ci * ci <= 0.0625;
        }

        private static double[] padToGroup(double[] x) {
            if (x.length >= GROUP) {
                return x;
            }
            double[] padded = Arrays.copyOf(x, GROUP);
            Arrays.fill(padded, x.length, GROUP, OUTSIDE);
            return padded;
        }
    }
}
