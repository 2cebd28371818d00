package org.mandelspark.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.files.TraceWriter;
import org.mandelspark.files.TraceWriter.Argument;
import org.mandelspark.files.TraceWriter.FlowPoint;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.measure.TimedTask;

/**
 * A run as a trace: a process for the driver, whose one thread plans, launches, and fetches and stitches, and one for each
 * executor with a thread for each slot.
 *
 * <p>A chunk is a span that holds its parts: sums that were measured, such as the time in the kernel, one behind the other from
 * the chunk's beginning. Its rest is what the ledger calls in-task rest. What is known of all tasks together only, such as the
 * time to deserialise them, is an argument of the driver's span and has no place in time.
 */
public final class RunTrace {
    private static final int DRIVER = 0;
    private static final int DRIVER_THREAD = 1;
    private static final long NANOS_PER_MICRO = 1000;

    private final Run run;
    private final List<Job> jobs = new ArrayList<>();
    private final SortedMap<Place, Track> tracks = new TreeMap<>();
    private int arrows;
    private double resultBytes;

    /** A run or the second job of an exact one; {@code calledNanos} is when the engine was called. */
    private record Job(TimedRun run, List<ChunkTiming> chunks, Unit unit, long calledNanos) {
        long startNanos() {
            return calledNanos
                    + chunks.stream().mapToLong(ChunkTiming::startNanos).min().orElseThrow();
        }

        long endNanos() {
            return calledNanos
                    + chunks.stream().mapToLong(ChunkTiming::endNanos).max().orElseThrow();
        }

        long stitchedNanos() {
            return calledNanos + run.wallNanos();
        }
    }

    /** A core slot of an executor; executors have numbers, as a rule. */
    private record Place(String executor, int slot) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparingInt(
                        (Place place) -> place.executor().length())
                .thenComparing(Place::executor)
                .thenComparingInt(Place::slot);

        static Place of(ChunkTiming chunk) {
            return new Place(chunk.executor(), chunk.slot());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** The thread of a slot, and when the last chunk on it ended. */
    private static final class Track {
        private final int process;
        private final int thread;
        private long endNanos;

        Track(int process, int thread) {
            this.process = process;
            this.thread = thread;
        }
    }

    /** A trace of a run, with the second job of an exact one. */
    public RunTrace(Run run) {
        this.run = run;
        // Clocks of machines differ: a chunk may seem to have begun before there was a plan.
        long earliest =
                run.chunks().stream().mapToLong(ChunkTiming::startNanos).min().orElseThrow();
        long called = Math.max(preparedNanos(), -earliest);
        jobs.add(new Job(run, run.chunks(), run.unit(), called));
        run.rest().ifPresent(rest -> jobs.add(new Job(rest, rest.chunks(), Unit.CELL, called + run.wallNanos())));
    }

    private long preparedNanos() {
        return run.referenceNanos() + run.tableNanos() + run.planNanos();
    }

    /**
     * Writes the trace, compressed by gzip.
     *
     * @param out stays open
     */
    public void writeTo(OutputStream out) throws IOException {
        try (TraceWriter trace = new TraceWriter(out)) {
            names(trace);
            driver(trace);
            for (Job job : jobs) {
                counters(trace, job, chunks(trace, job));
            }
        }
    }

    private void names(TraceWriter trace) throws IOException {
        trace.process(DRIVER, "driver");
        trace.thread(DRIVER, DRIVER_THREAD, "run");
        SortedMap<Place, String> hosts = new TreeMap<>();
        jobs.forEach(job -> job.chunks().forEach(chunk -> hosts.putIfAbsent(Place.of(chunk), chunk.host())));
        int process = DRIVER;
        String last = "";
        for (Place place : hosts.keySet()) {
            if (!place.executor().equals(last)) {
                last = place.executor();
                process++;
                trace.process(
                        process,
                        last.equals(TimedTask.DRIVER)
                                ? "workers of this process"
                                : "executor " + last + " on " + hosts.get(place));
            }
            Track track = new Track(process, place.slot() + 1);
            trace.thread(track.process, track.thread, "slot " + track.thread);
            tracks.put(place, track);
        }
    }

    private void driver(TraceWriter trace) throws IOException {
        long planned = jobs.get(0).calledNanos();
        long built = planned - run.planNanos();
        long referred = built - run.tableNanos();
        long begun = referred - run.referenceNanos();
        Job last = jobs.get(jobs.size() - 1);
        span(
                trace,
                run.place().name() + " " + run.problem().name(),
                Math.min(begun, jobs.get(0).startNanos()),
                jobs.stream().mapToLong(Job::endNanos).reduce(last.stitchedNanos(), Math::max),
                new Argument("problem", run.problem().describe()),
                new Argument("kernel", String.join(" and ", run.methods())),
                new Argument("engine", run.engine()),
                new Argument("schedule", run.schedule().label()),
                new Argument("unit", run.unit().label()),
                new Argument("workers", run.workers()));
        if (run.referenceNanos() > 0) {
            span(trace, "reference", begun, referred);
            span(trace, "table", referred, built);
        }
        span(trace, "plan", built, planned);
        for (Job job : jobs) {
            long launched = Math.min(Math.max(job.calledNanos(), job.startNanos()), job.stitchedNanos());
            long computed = Math.min(Math.max(launched, job.endNanos()), job.stitchedNanos());
            span(trace, "launch", job.calledNanos(), launched);
            span(
                    trace,
                    "chunks",
                    launched,
                    computed,
                    new Argument("chunks", job.chunks().size()),
                    new Argument("deserialise_core_us", job.run().overheads().deserialiseNanos() / NANOS_PER_MICRO),
                    new Argument("serialise_core_us", job.run().overheads().serialiseNanos() / NANOS_PER_MICRO));
            span(trace, "fetch and stitch", computed, job.stitchedNanos());
        }
    }

    private static void span(TraceWriter trace, String name, long start, long end, Argument... arguments)
            throws IOException {
        trace.span(DRIVER, DRIVER_THREAD, name, start, end, arguments);
    }

    /** Writes the chunks in order of their start and returns their times as they were written. */
    private List<long[]> chunks(TraceWriter trace, Job job) throws IOException {
        List<long[]> spans = new ArrayList<>(job.chunks().size());
        List<ChunkTiming> inOrder = job.chunks().stream()
                .sorted(Comparator.comparingLong(ChunkTiming::startNanos))
                .toList();
        for (ChunkTiming chunk : inOrder) {
            Track track = tracks.get(Place.of(chunk));
            long start = Math.max(track.endNanos, job.calledNanos() + chunk.startNanos());
            long end = Math.max(start, job.calledNanos() + chunk.endNanos());
            track.endNanos = end;
            arrow(trace, FlowPoint.START, DRIVER, DRIVER_THREAD, start);
            trace.span(track.process, track.thread, name(chunk.rows(), job.unit()), start, end, facts(chunk, job));
            arrow(trace, FlowPoint.STEP, track.process, track.thread, start);
            long done = part(trace, track, "table", start, chunk.tableNanos());
            done = part(trace, track, "kernel", done, chunk.usefulNanos());
            done = part(trace, track, "encode", done, chunk.encodeNanos());
            part(trace, track, "write", done, chunk.writeNanos());
            arrow(trace, FlowPoint.END, DRIVER, DRIVER_THREAD, end);
            arrows++;
            spans.add(new long[] {start, end, chunk.resultBytes()});
        }
        return spans;
    }

    private void arrow(TraceWriter trace, FlowPoint point, int process, int thread, long nanos) throws IOException {
        trace.flow(point, "chunk", arrows, process, thread, nanos);
    }

    /** Writes a part of the chunk that the track is at, if there is such a part, and returns its end. */
    private static long part(TraceWriter trace, Track track, String name, long start, long nanos) throws IOException {
        long end = Math.min(track.endNanos, start + nanos);
        if (nanos > 0) {
            trace.span(track.process, track.thread, name, start, end);
        }
        return end;
    }

    private static String name(RowRange units, Unit unit) {
        String noun = unit.equals(Unit.ROW) ? "row" : unit.equals(Unit.CELL) ? "pixel" : "tile";
        if (units.count() == 1) {
            return noun + " " + units.first();
        }
        return units.stride() == 1 && !units.wraps()
                ? "%ss %d to %d".formatted(noun, units.first(), units.row(units.count() - 1))
                : "%d %ss from %d".formatted(units.count(), noun, units.first());
    }

    private Argument[] facts(ChunkTiming chunk, Job job) {
        return new Argument[] {
            new Argument("chunk", chunk.index()),
            new Argument("unit", job.unit().label()),
            new Argument("first", chunk.rows().first()),
            new Argument("count", chunk.rows().count()),
            new Argument("stride", chunk.rows().stride()),
            new Argument("iterations", chunk.iterations()),
            new Argument("steps", chunk.steps()),
            new Argument("result_bytes", chunk.resultBytes()),
            new Argument("attempt", chunk.attempt()),
            new Argument("schedule", run.schedule().label())
        };
    }

    /** Writes the number of slots at work and the bytes of the chunks that are done, at each time at which one changes. */
    private void counters(TraceWriter trace, Job job, List<long[]> spans) throws IOException {
        long[] starts = spans.stream().mapToLong(span -> span[0]).sorted().toArray();
        List<long[]> ends =
                spans.stream().sorted(Comparator.comparingLong(span -> span[1])).toList();
        boolean travels = job.chunks().stream().anyMatch(chunk -> chunk.resultBytes() > 0);
        int begun = 0;
        int ended = 0;
        long[] times = Arrays.stream(new long[][] {
                    starts, ends.stream().mapToLong(span -> span[1]).toArray()
                })
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        for (long time : times) {
            while (begun < starts.length && starts[begun] <= time) {
                begun++;
            }
            int before = ended;
            while (ended < ends.size() && ends.get(ended)[1] <= time) {
                resultBytes += ends.get(ended)[2];
                ended++;
            }
            trace.counter(DRIVER, "busy slots", time, begun - ended);
            if (travels && ended > before) {
                trace.counter(DRIVER, "bytes of finished chunks", time, resultBytes);
            }
        }
    }
}
