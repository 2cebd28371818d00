package org.mandelspark.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of this machine, fixed when the class is loaded: the compiler makes vector code only of species that are
 * constants.
 */
final class SimdShape {
    /** Forces a width for tests: 128, 256 or 512. */
    static final String BITS_PROPERTY = "mandelspark.simd.bits";

    private static final int LEAST_BITS = 128;

    static final VectorSpecies<Double> DOUBLES = doubles();
    static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());
    static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, DOUBLES.vectorShape());
    static final int LANES = DOUBLES.length();

    /**
     * Vectors that advance together. A step is a chain of dependent operations of nine or ten cycles, and takes the
     * units of current cores two cycles a vector: four chains keep them busy.
     */
    static final int VECTORS = 4;

    /** Points that advance together. */
    static final int GROUP = VECTORS * LANES;

    private SimdShape() {}

    /** The width in bits; loads this class, with what that may throw. */
    static int bits() {
        return DOUBLES.vectorBitSize();
    }

    private static VectorSpecies<Double> doubles() {
        int preferred = DoubleVector.SPECIES_PREFERRED.vectorBitSize();
        if (preferred < LEAST_BITS) {
            throw new UnsupportedOperationException("this machine has no vectors of " + LEAST_BITS + " bits or more");
        }
        int bits = Integer.getInteger(BITS_PROPERTY, preferred);
        if (bits < LEAST_BITS || bits > preferred || Integer.bitCount(bits) != 1) {
            throw new IllegalArgumentException("-D" + BITS_PROPERTY + "=" + bits + ": this machine has vectors of "
                    + LEAST_BITS + " to " + preferred + " bits");
        }
        return VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }
}
