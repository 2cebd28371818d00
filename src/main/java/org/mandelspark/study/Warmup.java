package org.mandelspark.study;

import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.measure.Steadiness;

/** Rule by which a configuration is warmed up before its repeats count. */
public sealed interface Warmup {
    /**
     * Says if some warm-ups suffice.
     *
     * @param seconds of those so far, in their order
     */
    boolean isOver(List<Double> seconds);

    /** Runs that there will be at most. */
    int most();

    /** The number of runs, if it does not depend on their times. */
    OptionalInt fixed();

    /**
     * A fixed number of runs, whatever they take.
     *
     * @param most at least 0
     */
    record Fixed(int most) implements Warmup {
        public Fixed {
            if (most < 0) {
                throw new IllegalArgumentException("--warmup must be at least 0, not " + most);
            }
        }

        @Override
        public boolean isOver(List<Double> seconds) {
            return seconds.size() >= most;
        }

        @Override
        public OptionalInt fixed() {
            return OptionalInt.of(most);
        }
    }

    /**
     * Warm-up that takes as many runs as it takes to be steady by {@link Steadiness}, with limits for machines on which
     * nothing ever is.
     */
    record UntilSteady() implements Warmup {
        /** Limit of runs, after DaCapo's harness, whose {@code --converge} gives up after as many. */
        public static final int MOST = 20;

        /**
         * Time of all warm-ups of a configuration but the first, which may load classes for longer; long runs have compiled
         * what matters in one or two.
         */
        public static final int MOST_SECONDS = 30;

        @Override
        public boolean isOver(List<Double> seconds) {
            return seconds.size() >= MOST
                    || Steadiness.isReached(seconds)
                    || seconds.stream().skip(1).mapToDouble(value -> value).sum() >= MOST_SECONDS;
        }

        @Override
        public int most() {
            return MOST;
        }

        @Override
        public OptionalInt fixed() {
            return OptionalInt.empty();
        }
    }
}
