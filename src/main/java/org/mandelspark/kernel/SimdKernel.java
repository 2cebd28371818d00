package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdFirstSteps.ALL;
import static org.mandelspark.kernel.SimdShape.GROUP;

import java.util.Arrays;
import org.mandelspark.grid.Formula;

/**
 * Vector API lanes: the first steps of a row in the row, where most points of most views end, and the rest in waves of
 * points that have survived them, from many rows ({@link SimdWave}).
 */
final class SimdKernel implements EscapeKernel {
    /** The most steps that are all made in the row: for these a wave would cost more than it could gain. */
    private static final int SHORT = 6 * SimdSteps.BLOCK;

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
        Rows rows = new Rows(formula, x, y.length, maxIter, interior, counts);
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
        private final InsideColumns inside;
        private final boolean isQuadratic;
        private final boolean isShort;
        private final int capacity;
        private final SimdWave wave;
        private final SimdPoints points;
        private final EscapeLoop stepByStep;
        private final SimdFirstSteps firstSteps;
        private final long[] passed = new long[GROUP];
        private final int[] groupCounts = new int[GROUP];
        private long calmSteps;
        private long rimSteps;

        Rows(Formula formula, double[] x, int rows, int maxIter, Interior interior, int[] counts) {
            this.formula = formula;
            this.x = padToGroup(x);
            this.cReal = realParts(formula, this.x);
            this.width = x.length;
            this.maxIter = maxIter;
            this.interior = interior;
            this.counts = counts;
            this.inside = new InsideColumns(x);
            this.isQuadratic = SimdQuadraticSteps.iterates(formula);
            this.isShort = maxIter - 1 <= SHORT && isQuadratic;
            // Few points need no large wave: making its arrays would take longer than they do.
            this.capacity = (int) Math.min(SimdWave.CAPACITY, (isShort ? 0 : (long) x.length * rows) + GROUP);
            this.wave = new SimdWave(formula, maxIter, interior, counts, capacity);
            this.points = wave.points();
            this.stepByStep = EscapeLoop.of(formula);
            int inRow = isShort ? maxIter - 1 : Levels.FIRST_STEPS;
            this.first = isQuadratic ? inRow : 0;
            this.firstSteps = new SimdFirstSteps(SimdQuadraticSteps.twist(formula), cReal, this.x, first);
        }

        /** Writes the counts of a row to {@code counts[row]} and on, some of them at once, the others later. */
        void fill(double y, int row) {
            inside.move(y);
            Arrays.fill(counts, row, row + inside.from(), 0);
            Arrays.fill(counts, row + inside.to(), row + width, 0);
            if (isQuadratic) {
                fillGroups(y, formula.cImaginary(y), row);
            } else {
                fillPoints(y, formula.cImaginary(y), row);
            }
        }

        private void fillGroups(double y, double ci, int row) {
            // Among points that all survive, steps need no test each; where one does not, they are made again with
            // tests.
            boolean calm = false;
            int end = inside.to();
            int i = inside.from();
            while (i < end) {
                if (calm && addCalmly(i, y, ci, row)) {
                    i += GROUP;
                } else if (i + GROUP <= end) {
                    i = firstSteps.advance(ci, y, i, end, counts, row);
                    int survivors = firstSteps.survivors();
                    calm = survivors == ALL && first >= SimdSteps.BLOCK && interior != Interior.CLOSED_FORM;
                    if (survivors != 0) {
                        survive(survivors, i, ci, row);
                        i += GROUP;
                    }
                } else {
                    fillEnd(i, y, ci, row);
                    i = end;
                }
                makeRoom();
            }
        }

        /** Counts the points that are still under way; returns all steps made. */
        long finish() {
            wave.finish(first);
            return firstSteps.steps() + calmSteps + wave.steps() + rimSteps;
        }

        private void makeRoom() {
            if (!isShort && points.size() > capacity - GROUP) {
                wave.finish(first);
            }
        }

        private void fillPoints(double y, double ci, int row) {
            for (int i = inside.from(); i < inside.to(); i++) {
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
            if (i + GROUP > inside.to() || !isOffTheRim(cReal[i], ci) || !isOffTheRim(cReal[i + GROUP - 1], ci)) {
                return false;
            }
            int at = points.size();
            points.addRow(cReal, ci, x, y, i, GROUP, row + i);
            boolean survive = makeFirstSteps(at);
            if (isShort && survive) {
                Arrays.fill(counts, row + i, row + i + GROUP, maxIter);
            }
            if (isShort || !survive) {
                points.dropLast(GROUP);
            }
            return survive;
        }

        private boolean makeFirstSteps(int at) {
            int blocks = first / SimdSteps.BLOCK;
            int made = wave.loops().untested(points, at, blocks);
            calmSteps += (long) GROUP * SimdSteps.BLOCK * Math.min(made + 1, blocks);
            if (made < blocks || first % SimdSteps.BLOCK == 0) {
                return made == blocks;
            }
            calmSteps += (long) GROUP * (first % SimdSteps.BLOCK);
            return wave.loops().counted(points, at, first % SimdSteps.BLOCK, passed);
        }

        /** Fills the last group of a row, which overlaps the one before and leaves out what that has done. */
        private void fillEnd(int i, double y, double ci, int row) {
            int start = Math.max(0, inside.to() - GROUP);
            firstSteps.advance(ci, y, start, start + GROUP, groupCounts, -start);
            System.arraycopy(groupCounts, i - start, counts, row + i, inside.to() - i);
            survive(firstSteps.survivors() & -1 << (i - start), start, ci, row);
        }

        private void survive(int survivors, int start, double ci, int row) {
            if (isShort) {
                return;
            }
            for (int left = survivors; left != 0; left &= left - 1) {
                int place = Integer.numberOfTrailingZeros(left);
                survive(cReal[start + place], ci, firstSteps.zr[place], firstSteps.zi[place], row + start + place);
            }
        }

        private void survive(double cr, double ci, double zReal, double zImaginary, int place) {
            if (interior == Interior.CLOSED_FORM && Interior.isKnownInside(cr, ci)) {
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

        /** Real parts of c: mostly those of the points, which then need no copy. */
        private static double[] realParts(Formula formula, double[] x) {
            return switch (formula.family()) {
                case MANDELBROT, MULTIBROT, BURNING_SHIP, TRICORN -> x;
                case JULIA -> Arrays.stream(x).map(formula::cReal).toArray();
            };
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
