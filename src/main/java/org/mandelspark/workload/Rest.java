package org.mandelspark.workload;

/**
 * Cells of an array that are still open when all units of a workload are computed, each of them a unit of its own.
 *
 * @param <A> the array that holds cells
 */
public interface Rest<A> extends Workload<A> {
    /**
     * Puts these cells where they belong.
     *
     * @param computed these cells, in the order of their units
     * @param whole the array in which they are open
     */
    void putInto(A computed, A whole);
}
