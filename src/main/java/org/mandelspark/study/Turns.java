package org.mandelspark.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;

/**
 * The order in which the configurations of a study are run: warmed up each, then measured in rounds.
 *
 * <p>A round measures every configuration once, in an order shuffled anew: the engines, and on each what runs there. So
 * whatever changes meanwhile (clock rate, neighbours, compilers) changes for all alike. The orders of the rounds follow
 * from the seed alone, however many warm-ups there are.
 *
 * <p>Two Spark contexts cannot live in one JVM. So one is closed where another takes its turn, and started again when its
 * own comes; in a warm JVM that takes some tenths of a second, which are in no run. What starts with a context (threads,
 * its scheduler) is then warmed up by a run that does not count. A cluster starts new JVMs with each context: there all
 * repeats follow on the warm-ups, in a row, where several contexts are needed.
 */
final class Turns {
    /** Makes a run of a configuration on the engine of its station, which is open. */
    interface Configuration {
        Run run(Phase phase, int repeat) throws IOException;

        /** Repeats that an earlier sitting has measured. */
        default int made() {
            return 0;
        }
    }

    /** An engine with what runs on it. */
    interface Station {
        /** The cost of closing the engine for another one. */
        enum Closing {
            /** It need not be closed: it runs alongside others. */
            NEEDLESS,
            /** It starts anew in this JVM, which stays warm. */
            RESTARTS_HERE,
            /** Everything is cold again. */
            LOSES_ALL
        }

        /** Starts the engine. */
        void open();

        /** Ends the engine, if it is open. */
        void close();

        /** Cost of closing, known before the engine is open, except for where Spark runs. */
        Closing closing();

        /** Configurations, known once the engine has been open. */
        List<? extends Configuration> configurations();

        /** Called once, while the engine is open, when it has been measured for the first time and so is warm. */
        default void measured() throws IOException {}
    }

    private final StudySettings settings;
    private final List<Seat> seats = new ArrayList<>();
    private final Random random;

    /**
     * Begins with nothing run yet.
     *
     * @param settings how often, and the seed of all orders
     * @param stations each with at least one repeat to measure
     */
    Turns(StudySettings settings, List<? extends Station> stations) {
        this.settings = settings;
        this.random = new Random(settings.seed());
        stations.forEach(
                station -> seats.add(new Seat(station, new Random(random.nextLong()), new Random(random.nextLong()))));
    }

    /** Runs everything, and leaves no engine open. */
    void take() throws IOException {
        try {
            for (Seat seat : shuffled(seats, random)) {
                open(seat);
                warmUp(seat);
                if (isLostOnClosing(seat)) {
                    for (int round = 1; round <= settings.repeats(); round++) {
                        measure(seat, round);
                    }
                }
            }
            for (int round = 1; round <= settings.repeats(); round++) {
                for (Seat seat : shuffled(seats, random)) {
                    measure(seat, round);
                }
            }
        } finally {
            seats.forEach(Seat::close);
        }
    }

    private static boolean needsClosing(Seat seat) {
        return seat.station.closing() != Station.Closing.NEEDLESS;
    }

    private boolean isLostOnClosing(Seat seat) {
        return seat.station.closing() == Station.Closing.LOSES_ALL
                && seats.stream().filter(Turns::needsClosing).count() > 1;
    }

    private void open(Seat seat) {
        if (!seat.isOpen) {
            if (needsClosing(seat)) {
                seats.stream().filter(Turns::needsClosing).forEach(Seat::close);
            }
            seat.isOpen = true;
            seat.station.open();
        }
    }

    private void warmUp(Seat seat) throws IOException {
        List<Heat> heats = new ArrayList<>();
        for (Configuration configuration : seat.station.configurations()) {
            if (configuration.made() < settings.repeats()) {
                heats.add(new Heat(configuration, new ArrayList<>()));
            }
        }
        for (int round = 1; ; round++) {
            heats.removeIf(heat -> settings.warmup().isOver(heat.seconds));
            if (heats.isEmpty()) {
                return;
            }
            seat.warmups = round;
            for (Heat heat : shuffled(heats, seat.warmupOrder)) {
                heat.seconds.add(heat.configuration.run(Phase.WARMUP, round).totalSeconds());
            }
        }
    }

    private void measure(Seat seat, int round) throws IOException {
        List<Configuration> missing = new ArrayList<>();
        for (Configuration configuration : shuffled(seat.station.configurations(), seat.order)) {
            if (configuration.made() < round && seat.measured < round) {
                missing.add(configuration);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        if (!seat.isOpen) {
            open(seat);
            missing.get(0).run(Phase.WARMUP, ++seat.warmups);
        }
        for (Configuration configuration : missing) {
            configuration.run(Phase.MEASURED, round);
        }
        if (seat.measured == 0) {
            seat.station.measured();
        }
        seat.measured = round;
    }

    private static <T> List<T> shuffled(List<? extends T> values, Random random) {
        List<T> order = new ArrayList<>(values);
        Collections.shuffle(order, random);
        return order;
    }

    /** A configuration and its warm-ups so far. */
    private record Heat(Configuration configuration, List<Double> seconds) {}

    /** A station and how far it is. */
    private static final class Seat {
        private final Station station;
        private final Random order;
        private final Random warmupOrder;
        private boolean isOpen;
        private int warmups;
        private int measured;

        Seat(Station station, Random order, Random warmupOrder) {
            this.station = station;
            this.order = order;
            this.warmupOrder = warmupOrder;
        }

        void close() {
            if (isOpen) {
                isOpen = false;
                station.close();
            }
        }
    }
}
