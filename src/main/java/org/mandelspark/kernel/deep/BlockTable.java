package org.mandelspark.kernel.deep;

/**
 * Blocks of 4, 8, 16, … steps of a reference. Block j of level l spans the steps from element 1 + j·2ˡ to 1 +
 * (j + 1)·2ˡ. Levels begin at {@link #FIRST_LEVEL}, so there is half a block, or 52 bytes, for each element of the
 * reference; 62 where pictures are so deep that numbers need exponents.
 *
 * <p>A block may be used at |δ| below its radius, up to which the contract holds and the remainder of the block,
 * φ(|δ| + βc⁺)², is at most {@link #TOLERANCE} times |δ| + βc⁺. Tiers that are more careful ask for a smaller remainder
 * besides. That is a matter of speed and of how many pixels stay undecided, never of truth: proofs account for the
 * remainder as it is. Radii fall with the level, remainders rise.
 *
 * <p>The table belongs to a reference and to the reach of a picture, see {@link Offsets#reach}; it is built where it is
 * needed, in less time than it takes to send it.
 */
public final class BlockTable {
    /** Shorter blocks gain little: a block costs as much as a step and a half. */
    static final int FIRST_LEVEL = 2;

    /** Greatest remainder, relative to |δ| + βc⁺, at which a block may be used. */
    static final double TOLERANCE = 0x1p-34;

    /** Doubles of an entry, in this order: A, B (real, imaginary), A⁺, B⁺, φ, β. */
    static final int STRIDE = 8;

    static final int LOW_STRIDE = 4;

    /** Exponents of an entry, in this order: A, B, φ, β, and the power of two below the radius. */
    static final int EXPONENT_STRIDE = 5;

    /** Exponent of a radius of zero. */
    static final int NONE = Integer.MIN_VALUE / 2;

    final double[][] entries;
    final double[][] lows;
    final double[][] radii;
    final int[][] exponents;
    final double[] epsilon;
    final double[] kappa;
    final int levels;
    final boolean wide;
    final Wide reach;

    BlockTable(int levels, boolean wide, Wide reach) {
        this.levels = levels;
        this.wide = wide;
        this.reach = reach;
        entries = new double[levels][];
        lows = new double[levels][];
        radii = new double[levels][];
        exponents = new int[levels][];
        epsilon = new double[levels];
        kappa = new double[levels];
    }

    /** Builds the table of a reference for the pixels of a picture. */
    public static BlockTable of(Reference reference, Offsets offsets) {
        return new BlockTableBuilder(reference, offsets).build();
    }

    /** A table without blocks, with which every iteration is a step. */
    public static BlockTable none(Offsets offsets) {
        return new BlockTable(0, DeepKernel.isWide(offsets), offsets.reach());
    }

    /** Memory of its arrays. */
    public long bytes() {
        long doubles = 0;
        long ints = 0;
        for (int l = FIRST_LEVEL; l < levels; l++) {
            doubles += entries[l].length + lows[l].length + radii[l].length;
            ints += exponents[l].length;
        }
        return doubles * Double.BYTES + ints * Integer.BYTES;
    }

    void allocate(int level, int count) {
        entries[level] = new double[count * STRIDE];
        lows[level] = new double[count * LOW_STRIDE];
        radii[level] = new double[count];
        exponents[level] = new int[wide ? count * EXPONENT_STRIDE : 0];
    }

    void store(int level, int j, Block block) {
        double[] to = entries[level];
        int at = j * STRIDE;
        to[at] = block.a.xh;
        to[at + 1] = block.a.yh;
        to[at + 2] = block.b.xh;
        to[at + 3] = block.b.yh;
        to[at + 4] = block.aUp;
        to[at + 5] = block.bUp;
        to[at + 6] = block.phi;
        to[at + 7] = block.beta;
        double[] low = lows[level];
        low[j * LOW_STRIDE] = block.a.xl;
        low[j * LOW_STRIDE + 1] = block.a.yl;
        low[j * LOW_STRIDE + 2] = block.b.xl;
        low[j * LOW_STRIDE + 3] = block.b.yl;
        Wide radius = radius(block);
        if (block.fits()) {
            radii[level][j] = radius.downIn(0);
        }
        if (wide) {
            int[] units = exponents[level];
            int place = j * EXPONENT_STRIDE;
            units[place] = block.aUnit;
            units[place + 1] = block.bUnit;
            units[place + 2] = block.phiUnit;
            units[place + 3] = block.betaUnit;
            units[place + 4] = radius.mantissa() == 0 ? NONE : radius.exponent();
        }
    }

    /** The largest |δ| at which a block may be used. */
    private Wide radius(Block block) {
        Wide remainder = Wide.of(TOLERANCE).over(block.phiBound()).down();
        Wide rest = remainder.minus(block.betaBound().times(reach).up()).down();
        return block.radiusBound().min(rest);
    }

    void load(int level, int j, Block block) {
        double[] from = entries[level];
        double[] low = lows[level];
        int at = j * STRIDE;
        block.a.set(from[at], low[j * LOW_STRIDE], from[at + 1], low[j * LOW_STRIDE + 1]);
        block.b.set(from[at + 2], low[j * LOW_STRIDE + 2], from[at + 3], low[j * LOW_STRIDE + 3]);
        block.aUp = from[at + 4];
        block.bUp = from[at + 5];
        block.phi = from[at + 6];
        block.beta = from[at + 7];
        int[] exponent = exponents[level];
        int place = j * EXPONENT_STRIDE;
        block.aUnit = wide ? exponent[place] : 0;
        block.bUnit = wide ? exponent[place + 1] : 0;
        block.phiUnit = wide ? exponent[place + 2] : 0;
        block.betaUnit = wide ? exponent[place + 3] : 0;
    }
}
