package org.mandelspark.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vector API lanes: two vectors of neighbouring points of one row advance together.
 *
 * <p>Two, because a step is a chain of dependent operations of some four cycles each, so one vector alone leaves the
 * units waiting, and the state of three or more does not fit in the sixteen registers of AVX2: four were slower there
 * on every view tried, by up to 1.8 times. Within a row, because neighbours cost alike, so few lanes idle until the
 * slowest is done. The test runs at every step; a lane that has escaped stays escaped (its mask is carried along),
 * whatever its z does afterwards, and its count is a sum of masked ones, held as a double, exact far beyond 2³¹.
 *
 * <p>The last points of a row are computed as a group that overlaps the one before; rows shorter than a group are
 * padded. Both repeat some work and never change a count.
 */
final class SimdKernel implements EscapeKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int GROUP = 2 * LANES;
    private static final int MIN_BITS = 128;

    SimdKernel() {
        if (SPECIES.vectorBitSize() < MIN_BITS) {
            throw new UnsupportedOperationException("this machine has no vectors of " + MIN_BITS + " bits or more");
        }
    }

    @Override
    public long fill(double[] x, double[] y, int maxIter, int[] counts, int offset, int rowStride) {
        double[] padded = padToGroup(x);
        double[] group = new double[GROUP];
        long steps = 0;
        for (int k = 0; k < y.length; k++) {
            int row = offset + k * rowStride;
            for (int i = 0; i < x.length; i += GROUP) {
                int start = Math.max(0, Math.min(i, x.length - GROUP));
                steps += GROUP * (long) fillGroup(padded, start, y[k], maxIter, group);
                int end = Math.min(start + GROUP, x.length);
                for (int j = start; j < end; j++) {
                    counts[row + j] = (int) group[j - start];
                }
            }
        }
        return steps;
    }

    @Override
    public String description() {
        return "simd (2 × " + SPECIES.vectorBitSize() + " bits)";
    }

    private static double[] padToGroup(double[] x) {
        if (x.length >= GROUP) {
            return x;
        }
        double[] padded = new double[GROUP];
        for (int i = 0; i < GROUP; i++) {
            padded[i] = x[Math.min(i, x.length - 1)];
        }
        return padded;
    }

    /** Counts of the group that begins at column {@code start}; returns the steps that each of its lanes took. */
    private static int fillGroup(double[] x, int start, double y, int maxIter, double[] group) {
        DoubleVector ci = DoubleVector.broadcast(SPECIES, y);
        DoubleVector cr0 = DoubleVector.fromArray(SPECIES, x, start);
        DoubleVector cr1 = DoubleVector.fromArray(SPECIES, x, start + LANES);
        DoubleVector zr0 = cr0;
        DoubleVector zr1 = cr1;
        DoubleVector zi0 = ci;
        DoubleVector zi1 = ci;
        DoubleVector n0 = DoubleVector.zero(SPECIES);
        DoubleVector n1 = n0;
        VectorMask<Double> live0 = SPECIES.maskAll(true);
        VectorMask<Double> live1 = live0;
        int n = 0;
        for (; n < maxIter; n++) {
            DoubleVector rr0 = zr0.mul(zr0);
            DoubleVector rr1 = zr1.mul(zr1);
            DoubleVector ii0 = zi0.mul(zi0);
            DoubleVector ii1 = zi1.mul(zi1);
            live0 = live0.and(rr0.add(ii0).compare(VectorOperators.LE, 4));
            live1 = live1.and(rr1.add(ii1).compare(VectorOperators.LE, 4));
            if (!live0.or(live1).anyTrue()) {
                break;
            }
            n0 = n0.add(1, live0);
            n1 = n1.add(1, live1);
            DoubleVector t0 = zr0.mul(zi0);
            DoubleVector t1 = zr1.mul(zi1);
            zr0 = rr0.sub(ii0).add(cr0);
            zr1 = rr1.sub(ii1).add(cr1);
            zi0 = t0.add(t0).add(ci);
            zi1 = t1.add(t1).add(ci);
        }
        n0.intoArray(group, 0);
        n1.intoArray(group, LANES);
        return n;
    }
}
