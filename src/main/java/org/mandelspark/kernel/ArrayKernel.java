package org.mandelspark.kernel;

import org.mandelspark.grid.Formula;

/**
 * Whole-block passes over arrays: every step updates all points that are still inside, then the survivors move to the
 * front.
 *
 * <p>This is how the loop is written in NumPy (update {@code z[inside]}, test, shrink the mask). Each pass is a simple
 * loop that a compiler turns into vector code by itself; the price is that z travels through memory once a step, which
 * is what the comparison with {@link NaiveKernel} and the Vector API kernel is there to show.
 */
final class ArrayKernel implements EscapeKernel {
    private final Formula formula;

    ArrayKernel(Formula formula) {
        this.formula = formula;
    }

    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int[] rowStarts) {
        Block block = new Block(formula, x, y, rowStarts);
        long steps = 0;
        for (int n = 0; n < maxIter && block.live > 0; n++) {
            block.retireEscaped(n, counts);
            block.step();
            steps += block.live;
        }
        block.retireAll(maxIter, counts);
        return steps;
    }

    @Override
    public String description() {
        return "array";
    }

    /** The points that are still inside, as parallel arrays whose first {@code live} entries count. */
    private static final class Block {
        private final double[] cr;
        private final double[] ci;
        private final double[] zr;
        private final double[] zi;
        private final double[] norm;
        private final int[] target;
        private final Runnable step;
        private int live;

        Block(Formula formula, double[] x, double[] y, int[] rowStarts) {
            int points = Math.multiplyExact(x.length, y.length);
            cr = new double[points];
            ci = new double[points];
            zr = new double[points];
            zi = new double[points];
            target = new int[points];
            norm = new double[points];
            for (int k = 0; k < y.length; k++) {
                for (int i = 0; i < x.length; i++) {
                    zr[live] = x[i];
                    zi[live] = y[k];
                    cr[live] = formula.cReal(x[i]);
                    ci[live] = formula.cImaginary(y[k]);
                    target[live] = rowStarts[k] + i;
                    live++;
                }
            }
            step = step(formula);
        }

        private Runnable step(Formula formula) {
            return switch (formula.family()) {
                case MANDELBROT, JULIA -> this::quadratic;
                case MULTIBROT -> {
                    double[] wr = new double[zr.length];
                    double[] wi = new double[zi.length];
                    yield () -> power(formula.degree(), wr, wi);
                }
                case BURNING_SHIP -> this::burningShip;
                case TRICORN -> this::tricorn;
            };
        }

        /** Gives the count n to every point that lies outside the circle and moves the others to the front. */
        void retireEscaped(int n, int[] counts) {
            for (int p = 0; p < live; p++) {
                norm[p] = zr[p] * zr[p] + zi[p] * zi[p];
            }
            int kept = 0;
            for (int p = 0; p < live; p++) {
                if (norm[p] > 4) {
                    counts[target[p]] = n;
                } else {
                    if (kept < p) {
                        cr[kept] = cr[p];
                        ci[kept] = ci[p];
                        zr[kept] = zr[p];
                        zi[kept] = zi[p];
                        target[kept] = target[p];
                    }
                    kept++;
                }
            }
            live = kept;
        }

        /** Makes one step of every live point. */
        void step() {
            step.run();
        }

        private void quadratic() {
            for (int p = 0; p < live; p++) {
                double t = zr[p] * zi[p];
                zr[p] = (zr[p] * zr[p] - zi[p] * zi[p]) + cr[p];
                zi[p] = (t + t) + ci[p];
            }
        }

        private void tricorn() {
            for (int p = 0; p < live; p++) {
                double t = zr[p] * zi[p];
                zr[p] = (zr[p] * zr[p] - zi[p] * zi[p]) + cr[p];
                zi[p] = ci[p] - (t + t);
            }
        }

        private void burningShip() {
            for (int p = 0; p < live; p++) {
                double t = Math.abs(zr[p] * zi[p]);
                zr[p] = (zr[p] * zr[p] - zi[p] * zi[p]) + cr[p];
                zi[p] = (t + t) + ci[p];
            }
        }

        private void power(int degree, double[] wr, double[] wi) {
            System.arraycopy(zr, 0, wr, 0, live);
            System.arraycopy(zi, 0, wi, 0, live);
            for (int digit = Integer.highestOneBit(degree) >> 1; digit > 0; digit >>= 1) {
                for (int p = 0; p < live; p++) {
                    double t = wr[p] * wi[p];
                    wr[p] = wr[p] * wr[p] - wi[p] * wi[p];
                    wi[p] = t + t;
                }
                if ((degree & digit) != 0) {
                    for (int p = 0; p < live; p++) {
                        double re = wr[p] * zr[p] - wi[p] * zi[p];
                        wi[p] = wr[p] * zi[p] + wi[p] * zr[p];
                        wr[p] = re;
                    }
                }
            }
            for (int p = 0; p < live; p++) {
                zr[p] = wr[p] + cr[p];
                zi[p] = wi[p] + ci[p];
            }
        }

        void retireAll(int n, int[] counts) {
            for (int p = 0; p < live; p++) {
                counts[target[p]] = n;
            }
        }
    }
}
