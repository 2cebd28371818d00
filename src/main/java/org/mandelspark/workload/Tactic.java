package org.mandelspark.workload;

import org.mandelspark.grid.ExactGrid;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.deep.BlockTable;
import org.mandelspark.kernel.deep.Offsets;
import org.mandelspark.kernel.deep.Reference;
import org.mandelspark.kernel.deep.Tier;

/**
 * The means by which an exact view is counted: which tiers are tried in units, and with which blocks. All give the same
 * counts.
 */
enum Tactic {
    /** The quick tiers, in blocks. */
    BLOCKS("perturbation with blocks, proved", Tier.DOUBLES, Tier.PAIRS),

    /** The quick tiers, step by step. */
    STEPS("perturbation step by step, proved", Tier.DOUBLES, Tier.PAIRS),

    /** The last tier alone. */
    BALLS("balls of integers", Tier.BALLS, Tier.BALLS);

    private final String method;
    private final Tier first;
    private final Tier last;

    Tactic(String method, Tier first, Tier last) {
        this.method = method;
        this.first = first;
        this.last = last;
    }

    /** The tactic of a kernel of exact counts. */
    static Tactic of(KernelKind kernel) {
        return switch (kernel) {
            case DEEP -> BLOCKS;
            case DEEP_STEPS -> STEPS;
            case DEEP_BALLS -> BALLS;
            case NAIVE, ARRAY, SIMD ->
                throw new IllegalArgumentException("kernel " + kernel.label() + " is for counts of doubles");
        };
    }

    /** Its name in records of runs. */
    String method() {
        return method;
    }

    /** The first tier that is tried in a unit. */
    Tier first() {
        return first;
    }

    /** The last tier that is tried in a unit: integers take thousands of times as long as doubles. */
    Tier last() {
        return last;
    }

    /** The blocks of a reference for the pixels of a grid. */
    BlockTable table(ExactGrid grid, Reference reference) {
        Offsets offsets = Offsets.of(grid, reference);
        return switch (this) {
            case BLOCKS -> BlockTable.of(reference, offsets);
            case STEPS, BALLS -> BlockTable.none(offsets);
        };
    }
}
