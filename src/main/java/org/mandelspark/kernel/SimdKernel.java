package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.GROUP;

import java.util.Arrays;
import org.mandelspark.grid.Formula;

/**
 * Vector API lanes: the first steps of a row in the row, where most points of most views end, and the rest in waves of
 * points that have survived them, from many rows ({@link SimdWave}).
 */
final class SimdKernel implements EscapeKernel {
    /** Steps that a point makes in its row before it joins a wave: two blocks. */
    private static final int FIRST_STEPS = 2 * SimdSteps.BLOCK;

    /** A point that escapes at once, for lanes beyond the end of a short row. */
    private static final double OUTSIDE = 3;

    private final Formula formula;
    private final Interior interior;
    private final int bits;

    /** Fails as {@link SimdShape} does where vectors cannot be had. */
    SimdKernel(Formula formula, Interior interior) {
        this.formula = formula;
        this.interior = interior;
        this.bits = SimdShape.bits();
    }

    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int[] rowStarts) {
        Rows rows = new Rows(formula, x, maxIter, interior, counts);
        for (int k = 0; k < y.length; k++) {
            rows.fill(y[k], rowStarts[k]);
        }
        return rows.finish();
    }

    @Override
    public String description() {
        return "simd (" + SimdShape.VECTORS + " × " + bits + " bits, interior " + interior.label() + ")";
    }

    /** Rows of one call, and the wave that their survivors gather in. */
    private static final class Rows {
        private final Formula formula;
        private final double[] x;
        private final double[] cReal;
        private final int width;
        private final int maxIter;
        private final Interior interior;
        private final int[] counts;
        private final int first;
        private final SimdWave wave;
        private final SimdPoints points;
        private final EscapeLoop stepByStep;
        private final SimdFirstSteps firstSteps;
        private final int[] groupCounts = new int[GROUP];
        private long calmSteps;
        private long rimSteps;

        Rows(Formula formula, double[] x, int maxIter, Interior interior, int[] counts) {
            this.formula = formula;
            this.x = padToGroup(x);
            this.cReal = Arrays.stream(this.x).map(formula::cReal).toArray();
            this.width = x.length;
            this.maxIter = maxIter;
            this.interior = interior;
            this.counts = counts;
            this.wave = new SimdWave(formula, maxIter, interior, counts);
            this.points = wave.points();
            this.stepByStep = EscapeLoop.of(formula);
            this.firstSteps = new SimdFirstSteps(SimdQuadraticSteps.twist(formula));
            this.first = hasFirstSteps() ? Math.min(FIRST_STEPS, maxIter - 1) : 0;
        }

        /** The counts of a row go to {@code counts[row]} and on, some of them at once, the others later. */
        void fill(double y, int row) {
            double ci = formula.cImaginary(y);
            if (!hasFirstSteps()) {
                fillPoints(y, ci, row);
                return;
            }
            // Among points that all survive, steps need no test each; where one does not, they are made again with
            // tests.
            boolean calm = false;
            for (int i = 0; i < width; i += GROUP) {
                if (!calm || !addCalmly(i, y, ci, row)) {
                    int before = points.size();
                    fillGroup(i, y, ci, row);
                    calm = points.size() == before + GROUP && first == FIRST_STEPS && interior != Interior.CLOSED_FORM;
                }
                makeRoom();
            }
        }

        /** Counts the points that are still under way; returns all steps made. */
        long finish() {
            wave.finish(first);
            return firstSteps.steps() + calmSteps + wave.steps() + rimSteps;
        }

        /** Whether there are loops for the first steps of a row; points of other formulas join the wave at once. */
        private boolean hasFirstSteps() {
            return wave.loops() instanceof SimdQuadraticSteps;
        }

        private void makeRoom() {
            if (points.size() > SimdWave.CAPACITY - GROUP) {
                wave.finish(first);
            }
        }

        private void fillPoints(double y, double ci, int row) {
            for (int i = 0; i < width; i++) {
                if (x[i] * x[i] + y * y > 4) {
                    counts[row + i] = 0;
                } else {
                    survive(cReal[i], ci, x[i], y, row + i);
                    makeRoom();
                }
            }
        }

        /** Makes the first steps of a group without a test each; false, and nothing done, if a point escapes. */
        private boolean addCalmly(int i, double y, double ci, int row) {
            if (i + GROUP > width || !isOffTheRim(cReal[i], ci) || !isOffTheRim(cReal[i + GROUP - 1], ci)) {
                return false;
            }
            int blocks = FIRST_STEPS / SimdSteps.BLOCK;
            points.addRow(cReal, ci, x, y, i, GROUP, row + i);
            int made = wave.loops().untested(points, points.size() - GROUP, blocks);
            calmSteps += (long) GROUP * SimdSteps.BLOCK * Math.min(made + 1, blocks);
            if (made < blocks) {
                points.dropLast(GROUP);
            }
            return made == blocks;
        }

        private void fillGroup(int i, double y, double ci, int row) {
            int start = i;
            int survivors;
            if (i + GROUP <= width) {
                survivors = firstSteps.advance(cReal, ci, x, y, i, first, counts, row + i);
            } else {
                // The last group of a row overlaps the one before, and leaves out what that has done.
                start = Math.max(0, width - GROUP);
                survivors = firstSteps.advance(cReal, ci, x, y, start, first, groupCounts, 0) & -1 << (i - start);
                System.arraycopy(groupCounts, i - start, counts, row + i, width - i);
            }
            for (int left = survivors; left != 0; left &= left - 1) {
                int place = Integer.numberOfTrailingZeros(left);
                survive(cReal[start + place], ci, firstSteps.zr[place], firstSteps.zi[place], row + start + place);
            }
        }

        private void survive(double cr, double ci, double zReal, double zImaginary, int place) {
            if (first == maxIter - 1 || (interior == Interior.CLOSED_FORM && isKnownInside(cr, ci))) {
                counts[place] = maxIter;
            } else if (!isOffTheRim(cr, ci)) {
                // Steps with a test each, whatever it takes: such points are few.
                counts[place] = stepByStep.count(zReal, zImaginary, cr, ci, first, maxIter);
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
