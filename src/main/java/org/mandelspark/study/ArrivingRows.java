package org.mandelspark.study;

import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.mandelspark.engine.RowSink;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;

/**
 * Rows of one array that arrive in any order, for readers who take them from the first to the last.
 *
 * <p>A row counts when all units up to its last cell have arrived. Units may arrive more than once, with the same cells.
 */
final class ArrivingRows<A> implements RowSink<A> {
    private enum State {
        ARRIVING,
        CONFIRMED,
        GIVEN_UP
    }

    private final Units units;
    private final BitSet arrived = new BitSet();
    private State state = State.ARRIVING;

    /** The cells; there are none until the first row has arrived. */
    private A cells;

    /** Units from the first on. */
    private int prefix;

    /** Rows of an array that arrives in these units. */
    ArrivingRows(Units units) {
        this.units = units;
    }

    /** Throws CancellationException once nobody wants the rows. */
    @Override
    public synchronized void arrived(RowRange range, A into) {
        requireWanted();
        cells = into;
        for (int k = 0; k < range.count(); k++) {
            arrived.set(range.row(k));
        }
        int before = prefix;
        prefix = arrived.nextClearBit(prefix);
        if (prefix > before) {
            notifyAll();
        }
    }

    /** Says that the execution has gone well, so that what was written may be kept, unless all was given up before. */
    synchronized void confirm() {
        if (state == State.ARRIVING) {
            if (prefix < units.count()) {
                throw new IllegalStateException("unit " + prefix + " of " + units.count() + " never arrived");
            }
            state = State.CONFIRMED;
            notifyAll();
        }
    }

    /** Lets everyone go, without an answer. */
    synchronized void giveUp() {
        state = state == State.CONFIRMED ? state : State.GIVEN_UP;
        notifyAll();
    }

    /**
     * Waits for more rows than a reader has.
     *
     * @return how many rows there are from the first on
     * @throws CancellationException if there will not be more
     */
    synchronized int awaitBeyond(int taken) {
        awaitWhile(() -> units.rowsBefore(prefix) <= taken && state != State.GIVEN_UP);
        requireWanted();
        return units.rowsBefore(prefix);
    }

    /** Waits for the confirmation, or throws CancellationException if there will be none. */
    synchronized void awaitConfirmation() {
        awaitWhile(() -> state == State.ARRIVING);
        requireWanted();
    }

    /** The array, once a row of it has arrived. */
    synchronized A cells() {
        return cells;
    }

    private void requireWanted() {
        if (state == State.GIVEN_UP) {
            throw new CancellationException("the rows were given up");
        }
    }

    private synchronized void awaitWhile(BooleanSupplier unready) {
        try {
            while (unready.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
    }
}
