package org.mandelspark.kernel.deep;

/**
 * {@link DoubleOrbit} without its error: what programs for deep zoom do, by the same reference, blocks and loop. Its counts are
 * those that it happens to get. Benchmarks compare with it.
 */
final class UnprovedOrbit {
    private final double[] orbit;
    private final double[] low;
    private final int last;
    private final BlockTable table;
    private final long maxIter;
    private final double leastNorm;

    /** Orbits of a picture; see {@link DoubleOrbit}. */
    UnprovedOrbit(Reference reference, BlockTable table, long maxIter, double leastNorm) {
        orbit = reference.orbit();
        low = reference.low();
        last = reference.length();
        this.table = table;
        this.maxIter = maxIter;
        this.leastNorm = leastNorm;
    }

    /** Goes on with an orbit that stands where another one has brought it, for the pixel with the offset d. */
    Outcome run(DoubleOrbit at, double offsetRe, double offsetIm) {
        double[] z = orbit;
        double a = at.x;
        double b = at.y;
        int m = at.m;
        long n = at.k;
        Outcome outcome = Outcome.CAPPED;
        while (n < maxIter) {
            double zr = z[2 * m];
            double zi = z[2 * m + 1];
            double wr = zr + a;
            double wi = zi + b;
            double s = wr * wr + wi * wi;
            if (s > 4) {
                outcome = Outcome.ESCAPED;
                break;
            }
            if (s < a * a + b * b || m == last) {
                a = wr + (ComplexPair.twoSumError(zr, a, wr) + low[2 * m]);
                b = wi + (ComplexPair.twoSumError(zi, b, wi) + low[2 * m + 1]);
                m = 0;
                if (Rounding.norm(a, b) < leastNorm) {
                    outcome = Outcome.LEFT;
                    break;
                }
                continue;
            }
            int level = m == 0 ? 0 : level(m - 1, Rounding.norm(a, b));
            if (level > 0) {
                double[] block = table.entries[level];
                int i = ((m - 1) >> level) * BlockTable.STRIDE;
                double next = (block[i] * a - block[i + 1] * b) + (block[i + 2] * offsetRe - block[i + 3] * offsetIm);
                b = (block[i] * b + block[i + 1] * a) + (block[i + 2] * offsetIm + block[i + 3] * offsetRe);
                a = next;
                m += 1 << level;
                n += 1 << level;
            } else {
                double tr = zr + wr;
                double ti = zi + wi;
                double next = (tr * a - ti * b) + offsetRe;
                b = (tr * b + ti * a) + offsetIm;
                a = next;
                m++;
                n++;
            }
        }
        at.x = a;
        at.y = b;
        at.m = m;
        at.k = n;
        return outcome;
    }

    private int level(int i, double norm) {
        int level = BlockTable.FIRST_LEVEL;
        int found = 0;
        int most = Math.min(table.levels - 1, Integer.numberOfTrailingZeros(i));
        while (level <= most && (i >> level) < table.radii[level].length && norm < table.radii[level][i >> level]) {
            found = level++;
        }
        return found;
    }
}
