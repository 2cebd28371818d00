package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;
import org.mandelspark.record.ChunkTiming;
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
 * @param endNanos from the beginning of planning to the stitched array
 * @param bars one for each chunk, in the order of the plan
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
     * @param units of the chunk
     * @param lane of the worker, from 0
     * @param startNanos since planning began
     * @param endNanos on the same clock
     * @param workNanos time in the kernel, and in writing what chunks write
     * @param iterations of its cells
     * @param place the process and its slot, in words
     */
    record Bar(
            RowRange units,
            int lane,
            double startNanos,
            double endNanos,
            double workNanos,
            long iterations,
            String place) {}

    /** A run as the engine executed it. */
    static ExploredRun executed(String name, Run run) {
        int[] lanes = run.lanes();
        List<Bar> bars = new ArrayList<>();
        for (ChunkTiming chunk : run.chunks()) {
            bars.add(new Bar(
                    chunk.rows(),
                    lanes[bars.size()],
                    run.planNanos() + chunk.startNanos(),
                    run.planNanos() + chunk.endNanos(),
                    chunk.workNanos(),
                    chunk.iterations(),
                    place(chunk)));
        }
        return new ExploredRun(
                name,
                run.problem(),
                run.units(),
                countedFrom(run),
                run.workers(),
                run.planNanos(),
                run.planNanos() + (double) run.wallNanos(),
                bars);
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
        return bars.stream().mapToDouble(bar -> bar.iterations() / (double) units.cells(bar.units()));
    }
}
