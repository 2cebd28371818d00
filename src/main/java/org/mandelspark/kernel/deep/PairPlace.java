package org.mandelspark.kernel.deep;

/** Where an orbit is: Z and δ̂ in pairs and in a unit that suits both, 2^own, and what follows from them. */
final class PairPlace {
    private static final double U = Rounding.U;

    private final Reference reference;

    /** Z in its unit. */
    final ComplexPair z = new ComplexPair();

    /** δ̂ in the unit of Z. */
    final ComplexPair near = new ComplexPair();

    int own;

    /** 2^(e − own), or a little more: turns numbers in the unit of δ̂ to those in the unit of Z. */
    double ownPower;

    double zNorm;
    double nearNorm;

    /** |Z + δ̂|² in the unit of Z, from the high parts. */
    double s;

    PairPlace(Reference reference) {
        this.reference = reference;
    }

    /**
     * Goes to element m.
     *
     * @param delta δ̂ over 2^scale
     */
    void set(int m, ComplexPair delta, int scale) {
        if (scale == 0 || (m > 0 && !reference.isTiny(m))) {
            double power = Rounding.pow2(scale);
            z.set(
                    reference.orbit()[2 * m],
                    reference.low()[2 * m],
                    reference.orbit()[2 * m + 1],
                    reference.low()[2 * m + 1]);
            own = 0;
            ownPower = Math.max(Double.MIN_NORMAL, power);
            near.set(delta.xh * power, delta.xl * power, delta.yh * power, delta.yl * power);
        } else {
            int exponent = m == 0 ? scale : reference.tiny(m, z);
            if (m == 0) {
                z.set(0, 0, 0, 0);
            }
            own = Math.max(scale, exponent);
            z.scale(exponent - own);
            near.set(delta);
            near.scale(scale - own);
            ownPower = Math.max(Double.MIN_NORMAL, Rounding.pow2(scale - own));
        }
        double wr = z.xh + near.xh;
        double wi = z.yh + near.yh;
        s = wr * wr + wi * wi;
        zNorm = z.norm();
        nearNorm = near.norm();
    }

    /** Upper bound of what E grows by: 2|Ẑ + δ̂| + E, in the unit of Z; E is given in that of δ̂. */
    double growth(double error) {
        double w = Math.sqrt(s);
        return 2 * (w + 4 * U * (w + zNorm + nearNorm) + 0x1p-536) + error * ownPower;
    }
}
