package org.mandelspark.measure.application;

import java.util.function.IntUnaryOperator;

/** Rows of tasks sorted into groups, such as stages; within a group they keep their order. A counting sort. */
final class TaskGroups {
    private final int[] rows;
    private final int[] firsts;

    /**
     * The groups.
     *
     * @param ordered rows, in the order to keep
     * @param groups how many there are
     * @param groupOf the group of a row, from 0
     */
    TaskGroups(int[] ordered, int groups, IntUnaryOperator groupOf) {
        firsts = new int[groups + 1];
        for (int row : ordered) {
            firsts[groupOf.applyAsInt(row) + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            firsts[group + 1] += firsts[group];
        }
        int[] next = firsts.clone();
        rows = new int[ordered.length];
        for (int row : ordered) {
            rows[next[groupOf.applyAsInt(row)]++] = row;
        }
    }

    int size(int group) {
        return firsts[group + 1] - firsts[group];
    }

    int row(int group, int position) {
        return rows[firsts[group] + position];
    }
}
