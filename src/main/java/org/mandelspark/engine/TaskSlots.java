package org.mandelspark.engine;

import java.util.BitSet;

/**
 * Numbers the core slots of one executor process: a task takes the lowest free number and gives it back.
 *
 * <p>Spark does not report to a task which of its executor's cores it occupies, and nothing but a static field lives as
 * long as an executor; so here is the one piece of static mutable state of this project.
 */
final class TaskSlots {
    private static final BitSet TAKEN = new BitSet();

    private TaskSlots() {}

    static int take() {
        synchronized (TAKEN) {
            int slot = TAKEN.nextClearBit(0);
            TAKEN.set(slot);
            return slot;
        }
    }

    static void giveBack(int slot) {
        synchronized (TAKEN) {
            TAKEN.clear(slot);
        }
    }
}
