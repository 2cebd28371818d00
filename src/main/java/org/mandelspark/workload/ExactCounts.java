package org.mandelspark.workload;

import org.mandelspark.kernel.deep.Tier;

/** Counts of exact arithmetic, and how each was found, cell by cell. Fractions are not proved. */
public final class ExactCounts {
    /** Bit of a tier: no tier has proved the count yet, this one was tried last. */
    public static final int UNDECIDED = 0x40;

    /** Bit of a tier: doubles have another count at the same point. */
    public static final int UNLIKE_DOUBLES = 0x80;

    /** Bits of the tier itself. */
    static final int TIER = 0x0f;

    private final int[] counts;
    private final byte[] tiers;
    private final short[] fractions;

    /** Room for n cells. */
    public ExactCounts(int n) {
        counts = new int[n];
        tiers = new byte[n];
        fractions = new short[n];
    }

    /** Escape counts, of an undecided pixel a lower bound; not a copy. */
    public int[] counts() {
        return counts;
    }

    /**
     * {@link Tier#code} of the tier that proved each count, with {@link #UNDECIDED} or {@link #UNLIKE_DOUBLES} added;
     * not a copy.
     */
    public byte[] tiers() {
        return tiers;
    }

    /** Fractions of counts, unsigned 16 bits, as {@link org.mandelspark.kernel.FractionKernel} has them; not a copy. */
    public short[] fractions() {
        return fractions;
    }

    /** True if doubles are known to have another count at the same point. */
    public boolean isUnlikeDoubles(int cell) {
        return (tiers[cell] & UNLIKE_DOUBLES) != 0;
    }

    /** True if no tier has proved the count of a cell yet. */
    public boolean isUndecided(int cell) {
        return (tiers[cell] & UNDECIDED) != 0;
    }

    /** Takes over a cell of others; that doubles have another count stays to be seen. */
    void take(int cell, ExactCounts from, int other) {
        counts[cell] = from.counts[other];
        tiers[cell] = from.tiers[other];
        fractions[cell] = from.fractions[other];
    }

    /** The tier of a cell. */
    public Tier tier(int cell) {
        return Tier.of(tiers[cell] & TIER);
    }

    /** Numbers of cells by tier among n from a first one on. */
    public Proofs proofs(int from, int n) {
        long[] byTier = new long[Tier.values().length];
        long undecided = 0;
        long unlike = 0;
        for (int i = from; i < from + n; i++) {
            if (isUndecided(i)) {
                undecided++;
            } else {
                byTier[tiers[i] & TIER]++;
            }
            unlike += (tiers[i] & UNLIKE_DOUBLES) >> 7;
        }
        return new Proofs(
                byTier[Tier.DOUBLES.code()],
                byTier[Tier.CAREFUL_DOUBLES.code()],
                byTier[Tier.PAIRS.code()],
                byTier[Tier.BALLS.code()],
                undecided,
                unlike);
    }
}
