package org.mandelspark.kernel.deep;

/** Which blocks of a table an offset in pairs of doubles may use, in units 2^e of its own. */
final class PairBlocks {
    private final BlockTable table;
    private final double tolerance;

    /**
     * Blocks.
     *
     * @param tolerance greatest remainder of a block relative to |δ| + βc⁺, infinite for whatever the table allows
     */
    PairBlocks(BlockTable table, double tolerance) {
        this.table = table;
        this.tolerance = tolerance;
    }

    /**
     * The level of the longest block from element i + 1 that may be used; 0 if there is none.
     *
     * @param q |δ̂| + E over 2^scale, rounded up
     */
    int level(int i, double q, int scale) {
        int found = 0;
        int most = Math.min(table.levels - 1, Integer.numberOfTrailingZeros(i));
        int level = BlockTable.FIRST_LEVEL;
        while (level <= most && mayUse(level, i >> level, q, scale)) {
            found = level++;
        }
        return found;
    }

    private boolean mayUse(int level, int j, double q, int scale) {
        if (j >= table.radii[level].length || !isWithin(level, j, q, scale)) {
            return false;
        }
        double phi = table.entries[level][j * BlockTable.STRIDE + 6];
        return tolerance == Double.POSITIVE_INFINITY
                || Math.scalb(phi * far(level, j, q, scale), unit(level, j, 2, scale) + scale) <= tolerance;
    }

    private boolean isWithin(int level, int j, double q, int scale) {
        if (scale == 0) {
            return q < table.radii[level][j];
        }
        // q·2^e < 2^(exponent of q + 1 + e)
        return q < Double.MAX_VALUE && Math.getExponent(q) + 1 + scale <= unit(level, j, 4, scale);
    }

    /** An exponent of a block; 0 where offsets have none. */
    int unit(int level, int j, int place, int scale) {
        return scale == 0 ? 0 : table.exponents[level][j * BlockTable.EXPONENT_STRIDE + place];
    }

    /** q + βc⁺ over 2^scale. */
    double far(int level, int j, double q, int scale) {
        double beta = table.entries[level][j * BlockTable.STRIDE + 7];
        int power = unit(level, j, 3, scale) + table.reach.exponent() - scale;
        return q + Math.scalb(beta * table.reach.mantissa(), power);
    }
}
