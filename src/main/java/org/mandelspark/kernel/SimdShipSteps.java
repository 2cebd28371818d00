package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.FMA;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.LANES;

import jdk.incubator.vector.DoubleVector;

/** Steps {@code z ← (|zr| + i·|zi|)² + c} of the Burning Ship; |zr|·|zi| has the bits of |zr·zi|. */
final class SimdShipSteps extends SimdStoredSteps {
    @Override
    void step(SimdPoints points, int at) {
        DoubleVector two = DoubleVector.broadcast(DOUBLES, 2);
        for (int p = at; p < at + GROUP; p += LANES) {
            DoubleVector zr = DoubleVector.fromArray(DOUBLES, points.zr, p);
            DoubleVector zi = DoubleVector.fromArray(DOUBLES, points.zi, p);
            zr.mul(zr)
                    .sub(zi.mul(zi))
                    .add(DoubleVector.fromArray(DOUBLES, points.cr, p))
                    .intoArray(points.zr, p);
            DoubleVector ci = DoubleVector.fromArray(DOUBLES, points.ci, p);
            DoubleVector t = zr.mul(zi).abs();
            (FMA ? t.fma(two, ci) : t.mul(two).add(ci)).intoArray(points.zi, p);
        }
    }
}
