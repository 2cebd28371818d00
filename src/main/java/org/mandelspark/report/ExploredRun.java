package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.RestRun;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.Replay;
import org.mandelspark.study.ModelledRun;
import org.mandelspark.study.PyramidRequest;
import org.mandelspark.workload.Problem;

/**
 * A run as a page shows it to whoever points at it, bar by bar.
 *
 * @param name the configuration, and which of its runs it is
 * @param problem what it computed
 * @param units what its chunks are of
 * @param countedFrom the row of the array at which units begin, {@link #FIRST_ROW} or {@link #LAST_ROW}
 * @param workers number of lanes
 * @param planNanos from the beginning of planning to the engine's call
 * @param endNanos from the beginning of planning to the stitched array, with the pixels of a second job
 * @param bars one for each chunk, in the order of the plan, and then one for each of the second job
 */
record ExploredRun(
        String name,
        Problem<?> problem,
        Units units,
        String countedFrom,
        int workers,
        double planNanos,
        double endNanos,
        List<Bar> bars) {
    static final String FIRST_ROW = "first";
    static final String LAST_ROW = "last";
    private static final String VIRTUAL = "a virtual worker";

    ExploredRun {
        bars = List.copyOf(bars);
    }

    /**
     * A chunk on its worker.
     *
     * @param units of the chunk; of the second job, places in the list of its pixels
     * @param isOfSecondJob true if it decided pixels that the first had left undecided
     * @param lane of the worker, from 0
     * @param startNanos since planning began
     * @param endNanos on the same clock
     * @param workNanos time in the kernel, and in writing what chunks write
     * @param iterations of its cells
     * @param place the process and its slot, in words
     */
    record Bar(
            RowRange units,
            boolean isOfSecondJob,
            int lane,
            double startNanos,
            double endNanos,
            double workNanos,
            long iterations,
            String place) {}

    /** A run as the engine executed it. */
    static ExploredRun executed(String name, Run run) {
        List<Bar> bars = new ArrayList<>(bars(run.chunks(), run.lanes(), (double) run.planNanos(), false));
        double end = run.planNanos() + (double) run.wallNanos();
        if (run.rest().isPresent()) {
            RestRun rest = run.rest().get();
            bars.addAll(bars(rest.chunks(), rest.lanes(), end, true));
            end += rest.wallNanos();
        }
        return new ExploredRun(
                name, run.problem(), run.units(), countedFrom(run), run.workers(), run.planNanos(), end, bars);
    }

    private static List<Bar> bars(List<ChunkTiming> chunks, int[] lanes, double begin, boolean isSecond) {
        return IntStream.range(0, lanes.length)
                .mapToObj(i -> bar(chunks.get(i), lanes[i], begin, isSecond))
                .toList();
    }

    private static Bar bar(ChunkTiming chunk, int lane, double begin, boolean isSecond) {
        return new Bar(
                chunk.rows(),
                isSecond,
                lane,
                begin + chunk.startNanos(),
                begin + chunk.endNanos(),
                chunk.workNanos(),
                chunk.iterations(),
                place(chunk));
    }

    private static String place(ChunkTiming chunk) {
        return "executor %s on %s, slot %d%s"
                .formatted(
                        chunk.executor(),
                        chunk.host(),
                        chunk.slot(),
                        chunk.attempt() == 0 ? "" : ", attempt " + (chunk.attempt() + 1));
    }

    /** The chunks of a run on other, virtual workers. */
    static ExploredRun replayed(String name, Run run, int workers) {
        Replay replay = run.replay(workers);
        List<Bar> bars = IntStream.range(0, replay.chunks())
                .mapToObj(i -> new Bar(
                        run.chunks().get(i).rows(),
                        false,
                        replay.worker(i),
                        replay.endNanos(i) - run.chunks().get(i).workNanos(),
                        replay.endNanos(i),
                        run.chunks().get(i).workNanos(),
                        run.chunks().get(i).iterations(),
                        VIRTUAL))
                .toList();
        return new ExploredRun(
                name,
                run.problem(),
                run.units(),
                countedFrom(run),
                workers,
                run.planNanos(),
                replay.makespanNanos(),
                bars);
    }

    /** Pyramids begin at the top of the picture, which is the last row of the array. */
    private static String countedFrom(Run run) {
        return PyramidRequest.JOBS.contains(run.place().name()) ? LAST_ROW : FIRST_ROW;
    }

    /**
     * A run of a simulation.
     *
     * @param alike a measured run of the same problem in the same units
     */
    static ExploredRun modelled(String name, Run alike, ModelledRun run) {
        Replay replay = run.replay();
        List<Bar> bars = IntStream.range(0, replay.chunks())
                .mapToObj(i -> new Bar(
                        run.chunks().get(i),
                        false,
                        replay.worker(i),
                        run.planNanos() + replay.endNanos(i) - run.chunkNanos().get(i),
                        run.planNanos() + replay.endNanos(i),
                        run.chunkNanos().get(i),
                        run.iterations().get(i),
                        VIRTUAL))
                .toList();
        return new ExploredRun(
                name,
                alike.problem(),
                alike.units(),
                countedFrom(alike),
                replay.workers(),
                run.planNanos(),
                run.planNanos() + run.engineNanos(),
                bars);
    }

    /** Iterations a cell of each chunk. */
    DoubleStream iterationsPerCell() {
        return bars.stream()
                .filter(bar -> !bar.isOfSecondJob())
                .mapToDouble(bar -> bar.iterations() / (double) units.cells(bar.units()));
    }
}
