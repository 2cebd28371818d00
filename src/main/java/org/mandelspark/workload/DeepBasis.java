package org.mandelspark.workload;

import java.io.Serializable;
import java.util.function.IntConsumer;
import org.mandelspark.grid.ExactGrid;
import org.mandelspark.kernel.deep.BlockTable;
import org.mandelspark.kernel.deep.DeepKernel;
import org.mandelspark.kernel.deep.Reference;
import org.mandelspark.kernel.deep.ReferenceOrbit;

/**
 * The data that all pixels of an exact view need: the reference, which is computed once and travels, and the table of
 * its blocks, which each process builds when it is first asked for.
 */
final class DeepBasis implements Serializable {
    private static final long serialVersionUID = 1;

    /** Memory of an iteration of the reference, in bytes. */
    static final int REFERENCE_BYTES = 48;

    /** Memory of the blocks of an iteration, at most: of views so deep that numbers need exponents. */
    static final int TABLE_BYTES = 62;

    private final ExactGrid grid;
    private final int maxIter;
    private final Tactic tactic;
    private Reference reference;
    private transient BlockTable table;

    DeepBasis(ExactGrid grid, int maxIter, Tactic tactic) {
        this.grid = grid;
        this.maxIter = maxIter;
        this.tactic = tactic;
    }

    ExactGrid grid() {
        return grid;
    }

    int maxIter() {
        return maxIter;
    }

    Tactic tactic() {
        return tactic;
    }

    /** The reference, computed unless it is there. */
    synchronized Reference reference(IntConsumer progress) {
        if (reference == null) {
            reference = ReferenceOrbit.compute(grid.centre(), bits(), maxIter, progress);
        }
        return reference;
    }

    private int bits() {
        return ReferenceOrbit.bitsFor(grid);
    }

    /** The table, built unless it is there; others wait meanwhile. */
    synchronized BlockTable table() {
        if (table == null) {
            table = tactic.table(grid, reference(reached -> {}));
        }
        return table;
    }

    /** A kernel for the calling thread. */
    DeepKernel kernel() {
        return new DeepKernel(grid, reference(reached -> {}), table(), maxIter);
    }
}
