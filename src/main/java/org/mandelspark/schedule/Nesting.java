package org.mandelspark.schedule;

/**
 * Rules on which rules may build on which: no rule twice, and none on {@code auto}, which chooses among them itself.
 */
final class Nesting {
    private Nesting() {}

    /**
     * Refuses what a rule must not build on.
     *
     * @param name the rule that builds on another, by name
     * @param outer and by class
     * @param inner the other
     */
    static void require(String name, Class<? extends Schedule> outer, Schedule inner) {
        if (inner.isChoice()) {
            throw new IllegalArgumentException(
                    "'" + name + ":auto' is not a schedule: auto chooses the whole rule itself");
        }
        if (outer.isInstance(inner)) {
            throw new IllegalArgumentException(
                    "'" + name + ":" + inner.label() + "' is not a schedule: " + name + " may stand only once");
        }
        if (inner instanceof LargestFirst sorted) {
            require(name, outer, sorted.rule());
        } else if (inner instanceof Permuted permuted) {
            require(name, outer, permuted.rule());
        }
    }
}
