package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.LANES;

import jdk.incubator.vector.DoubleVector;

/** Steps {@code z ← z^d + c} of multibrot sets, by squaring and multiplying along the binary digits of d. */
final class SimdPowerSteps extends SimdStoredSteps {
    private final int degree;
    private final int secondDigit;

    /**
     * Steps of a degree.
     *
     * @param degree d, at least 2
     */
    SimdPowerSteps(int degree) {
        this.degree = degree;
        this.secondDigit = Integer.highestOneBit(degree) >> 1;
    }

    @Override
    void step(SimdPoints points, int at) {
        for (int p = at; p < at + GROUP; p += LANES) {
            DoubleVector zr = DoubleVector.fromArray(DOUBLES, points.zr, p);
            DoubleVector zi = DoubleVector.fromArray(DOUBLES, points.zi, p);
            DoubleVector wr = zr;
            DoubleVector wi = zi;
            for (int digit = secondDigit; digit > 0; digit >>= 1) {
                DoubleVector t = wr.mul(wi);
                wr = wr.mul(wr).sub(wi.mul(wi));
                wi = t.add(t);
                if ((degree & digit) != 0) {
                    DoubleVector re = wr.mul(zr).sub(wi.mul(zi));
                    wi = wr.mul(zi).add(wi.mul(zr));
                    wr = re;
                }
            }
            wr.add(DoubleVector.fromArray(DOUBLES, points.cr, p)).intoArray(points.zr, p);
            wi.add(DoubleVector.fromArray(DOUBLES, points.ci, p)).intoArray(points.zi, p);
        }
    }
}
