package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.LANES;
import static org.mandelspark.kernel.SimdShape.LONGS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Steps whose z returns to its array after each, for formulas that state one step of a group.
 *
 * <p>The vectors of a group are independent, so the core works on several at once and the way through the first-level
 * cache costs little next to a step of some length. {@link SimdQuadraticSteps} has the form for the shortest steps.
 */
abstract class SimdStoredSteps implements SimdSteps {
    private final double[] keptR = new double[GROUP];
    private final double[] keptI = new double[GROUP];
    private final long[] escaped = new long[GROUP];

    /** Makes one step of the points of a group, without a test. */
    abstract void step(SimdPoints points, int at);

    @Override
    public final boolean counted(SimdPoints points, int at, int limit, long[] passed) {
        LongVector none = LongVector.zero(LONGS);
        for (int h = 0; h < GROUP; h += LANES) {
            none.intoArray(escaped, h);
            LongVector.broadcast(LONGS, limit).intoArray(passed, h);
        }
        for (int k = 0; k < limit; k++) {
            step(points, at);
            for (int h = 0; h < GROUP; h += LANES) {
                LongVector sign = LongVector.fromArray(LONGS, escaped, h)
                        .or(room(points, at + h).reinterpretAsLongs());
                sign.intoArray(escaped, h);
                LongVector.fromArray(LONGS, passed, h)
                        .sub(sign.lanewise(VectorOperators.LSHR, SIGN))
                        .intoArray(passed, h);
            }
        }
        VectorMask<Long> inside = LongVector.fromArray(LONGS, escaped, 0).compare(VectorOperators.GE, 0);
        for (int h = LANES; h < GROUP; h += LANES) {
            inside = inside.and(LongVector.fromArray(LONGS, escaped, h).compare(VectorOperators.GE, 0));
        }
        return inside.allTrue();
    }

    @Override
    public final int untested(SimdPoints points, int at, int blocks) {
        for (int block = 0; block < blocks; block++) {
            System.arraycopy(points.zr, at, keptR, 0, GROUP);
            System.arraycopy(points.zi, at, keptI, 0, GROUP);
            for (int k = 0; k < BLOCK; k++) {
                step(points, at);
            }
            VectorMask<Double> inside = room(points, at).compare(VectorOperators.GE, 0);
            for (int h = LANES; h < GROUP; h += LANES) {
                inside = inside.and(room(points, at + h).compare(VectorOperators.GE, 0));
            }
            if (!inside.allTrue()) {
                System.arraycopy(keptR, 0, points.zr, at, GROUP);
                System.arraycopy(keptI, 0, points.zi, at, GROUP);
                return block;
            }
        }
        return blocks;
    }

    /** 4 − |z|² of a vector of points: its sign is the test, because rounding keeps signs. */
    private static DoubleVector room(SimdPoints points, int at) {
        DoubleVector zr = DoubleVector.fromArray(DOUBLES, points.zr, at);
        DoubleVector zi = DoubleVector.fromArray(DOUBLES, points.zi, at);
        return DoubleVector.broadcast(DOUBLES, 4).sub(zr.mul(zr).add(zi.mul(zi)));
    }
}
