package org.mandelspark.engine;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A master URL of Spark's local mode: {@code local}, {@code local[*]}, {@code local[N]}, {@code local[N,F]}.
 *
 * @param threads N, or nothing if the URL leaves it open
 * @param failures F, the attempts that a task has, or nothing if the URL does not say (then it is one)
 */
record LocalMaster(OptionalInt threads, OptionalInt failures) {
    private static final Pattern URL = Pattern.compile("local(?:\\[(\\*|\\d+)(?:\\s*,\\s*(\\d+))?])?");

    /** The parts of a URL, or nothing if it is of another kind. */
    static Optional<LocalMaster> parse(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String threads = parts.group(1);
        return Optional.of(new LocalMaster(
                threads == null || threads.equals("*")
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(threads)),
                parts.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.group(2)))));
    }

    /**
     * The number of workers: as asked, else as the URL says, else the cores that were given.
     *
     * @param asked number of workers asked for, which beats all
     */
    WorkerCount workers(OptionalInt asked) {
        if (asked.isPresent()) {
            return new WorkerCount(asked.getAsInt(), "--workers");
        }
        return threads.isPresent()
                ? new WorkerCount(threads.getAsInt(), "--master " + url(threads.getAsInt()))
                : new GivenCores().preferred();
    }

    /** The URL that starts these workers and keeps the attempts. */
    String url(WorkerCount workers) {
        return url(workers.count());
    }

    private String url(int workers) {
        return "local[" + workers + (failures.isPresent() ? "," + failures.getAsInt() : "") + "]";
    }
}
