package org.mandelspark.kernel.deep;

/** Arithmetic that proves counts, cheapest first. Every tier gives the same count wherever it gives one. */
public enum Tier {
    /** Doubles, with blocks as long as the table allows. */
    DOUBLES(0),

    /** Doubles, with blocks whose remainders are as small as what doubles round off. */
    CAREFUL_DOUBLES(1),

    /**
     * Pairs of doubles, with blocks of remainders that are smaller still; once more if needed, with those as small as
     * what pairs round off.
     */
    PAIRS(2),

    /** Balls of integers, of more and more bits until the count is decided. */
    BALLS(3);

    private final byte code;

    Tier(int code) {
        this.code = (byte) code;
    }

    /** Its number in planes of tiers, from 0. */
    public byte code() {
        return code;
    }

    /** The tier of a code. */
    public static Tier of(int code) {
        return values()[code];
    }
}
