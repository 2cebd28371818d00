package org.mandelspark.engine;

import org.mandelspark.grid.RowRange;

/**
 * Takes units over as soon as their cells are in the final array, while others are still computed.
 *
 * @param <A> the array that holds cells
 */
@FunctionalInterface
public interface RowSink<A> {
    /**
     * Units have arrived, and their cells stay as they are. Called from any thread, often and in any order of units, so it
     * returns soon.
     *
     * @param cells the final array, of which only units that have arrived may be read
     * @throws RuntimeException if there is no use in going on, which ends the execution
     */
    void arrived(RowRange units, A cells);

    /** A sink for those who wait for the whole array. */
    static <A> RowSink<A> none() {
        return (units, cells) -> {};
    }
}
