package org.mandelspark.kernel;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of this machine, fixed when the class is loaded: the compiler makes vector code only of species that are
 * constants.
 */
final class SimdShape {
    /** The least useful width: narrower vectors have one lane and no gain. */
    private static final int LEAST_BITS = 128;

    /** Widths that can be forced: the Vector API computes those that the machine does not have, slowly but correctly. */
    private static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);

    /**
     * True if a fused multiply-add is an instruction; otherwise the API computes each of its lanes by BigDecimal, and loops
     * take a product and a sum. They ask in place: in a method as large as theirs, C2 does not inline one that would do so
     * for all of them, and a vector that is passed to a method is an object.
     */
    static final boolean FMA = VectorLookup.hasFma();

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

    /** The width in bits; loads this class, and throws what its loading throws. */
    static int bits() {
        return DOUBLES.vectorBitSize();
    }

    private static VectorSpecies<Double> doubles() {
        int preferred = DoubleVector.SPECIES_PREFERRED.vectorBitSize();
        String forced = System.getProperty(VectorLookup.BITS_PROPERTY);
        if (forced != null) {
            return WIDTHS.stream()
                    .filter(bits -> forced.equals(String.valueOf(bits)))
                    .findFirst()
                    .map(bits -> VectorSpecies.of(double.class, VectorShape.forBitSize(bits)))
                    .orElseThrow(() -> new IllegalArgumentException("-D" + VectorLookup.BITS_PROPERTY + "=" + forced
                            + ": the widths are 64, 128, 256 and 512"));
        }
        if (preferred < LEAST_BITS) {
            throw new UnsupportedOperationException("vectors are " + preferred + " bits wide here, and from "
                    + LEAST_BITS + " on they are worth it" + " (-XX:MaxVectorSize, or a processor without them)");
        }
        return DoubleVector.SPECIES_PREFERRED;
    }
}
