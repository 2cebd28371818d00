package org.mandelspark.measure.application;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers of 32 bits, as many as come, in blocks that are never copied: growth needs no room for a second copy. */
final class IntColumn {
    private static final int BLOCK_BITS = 14;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final List<int[]> blocks = new ArrayList<>();
    private int size;

    void add(int value) {
        if (size >> BLOCK_BITS == blocks.size()) {
            blocks.add(new int[BLOCK]);
        }
        blocks.get(size >> BLOCK_BITS)[size & (BLOCK - 1)] = value;
        size++;
    }

    int get(int row) {
        return blocks.get(row >> BLOCK_BITS)[row & (BLOCK - 1)];
    }
}
