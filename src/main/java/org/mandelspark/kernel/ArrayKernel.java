package org.mandelspark.kernel;

/**
 * Whole-block passes over arrays: every step updates all points that are still inside, then the survivors move to the
 * front.
 *
 * <p>This is how the loop is written in NumPy (update {@code z[inside]}, test, shrink the mask). Each pass is a simple
 * loop that a compiler turns into vector code by itself; the price is that z travels through memory once a step, which
 * is what the comparison with {@link NaiveKernel} and the Vector API kernel is there to show.
 */
final class ArrayKernel implements EscapeKernel {
    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int offset, int rowStride) {
        Block block = new Block(x, y, offset, rowStride);
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
        private int live;

        Block(double[] x, double[] y, int offset, int rowStride) {
            int points = Math.multiplyExact(x.length, y.length);
            cr = new double[points];
            ci = new double[points];
            target = new int[points];
            norm = new double[points];
            for (int k = 0; k < y.length; k++) {
                for (int i = 0; i < x.length; i++) {
                    cr[live] = x[i];
                    ci[live] = y[k];
                    target[live] = offset + k * rowStride + i;
                    live++;
                }
            }
            zr = cr.clone();
            zi = ci.clone();
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

        /** z ← z² + c for every live point. */
        void step() {
            for (int p = 0; p < live; p++) {
                double t = zr[p] * zi[p];
                zr[p] = (zr[p] * zr[p] - zi[p] * zi[p]) + cr[p];
                zi[p] = (t + t) + ci[p];
            }
        }

        void retireAll(int n, int[] counts) {
            for (int p = 0; p < live; p++) {
                counts[target[p]] = n;
            }
        }
    }
}
