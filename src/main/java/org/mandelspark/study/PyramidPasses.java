package org.mandelspark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.Execution;
import org.mandelspark.picture.CountDistribution;
import org.mandelspark.picture.pyramid.BlockDistributions;
import org.mandelspark.picture.pyramid.Leaves;
import org.mandelspark.picture.pyramid.Pyramid;
import org.mandelspark.picture.pyramid.PyramidBlocks;
import org.mandelspark.picture.pyramid.PyramidManifest;
import org.mandelspark.picture.pyramid.Stored;
import org.mandelspark.schedule.Schedule;

/** Executes the passes of a pyramid, one after the other, and keeps account of them. */
final class PyramidPasses {
    private final PyramidRequest request;
    private final Engine engine;
    private final JobListener listener;
    private final SortedMap<String, Double> wallSeconds = new TreeMap<>();
    private final List<Ran> ran = new ArrayList<>();

    PyramidPasses(PyramidRequest request, Engine engine, JobListener listener) {
        this.request = request;
        this.engine = engine;
        this.listener = listener;
    }

    /** A pass and what became of it. */
    record Ran(
            Pyramid.Pass pass,
            Preparation prepared,
            Partitioning.Partitioned<int[]> partitioned,
            Execution<int[]> execution,
            PyramidManifest.PassEntry entry) {}

    /** The engine that executes them. */
    Engine engine() {
        return engine;
    }

    /**
     * Executes a pass over all blocks.
     *
     * @param phase to which its time belongs, unless it is the first one
     */
    void run(String phase, Pyramid.Pass pass, Leaves leaves, Stored stored) {
        PyramidBlocks blocks = new PyramidBlocks(
                request.tiling(),
                pass,
                leaves,
                request.files(),
                stored,
                request.folder() == PyramidRequest.Folder.RESUME
                        ? PyramidBlocks.Existing.KEEP
                        : PyramidBlocks.Existing.REBUILD);
        Preparation prepared = Preparation.of(blocks, engine, listener::referenceReached);
        Partitioning.Partitioned<int[]> partitioned = request.partitioning().plan(blocks, engine);
        double pixels =
                request.view().size().pixels() / (double) partitioned.plan().cells();
        Execution<int[]> execution = engine.execute(partitioned.plan(), (cells, iterations) -> {
            if (pass.source() != Pyramid.Source.WRITTEN) {
                listener.cellsDone(Math.round(pixels * cells), iterations);
            }
        });
        if (ran.isEmpty()) {
            wallSeconds.put("plan", Executions.seconds(partitioned.nanos()));
            wallSeconds.put("compute", Executions.seconds(execution.wallNanos()));
        } else {
            add(phase, partitioned.nanos() + execution.wallNanos());
        }
        ran.add(new Ran(pass, prepared, partitioned, execution, blocks.entry(execution.cells())));
    }

    /** Adds the distributions of all blocks up. */
    CountDistribution sum(BlockDistributions distributions) {
        Partitioning.Partitioned<double[]> partitioned =
                new Partitioning(Schedule.parse("cyclic")).plan(distributions, engine);
        Execution<double[]> execution = engine.execute(partitioned.plan(), (cells, iterations) -> {});
        add("histogram", partitioned.nanos() + execution.wallNanos());
        return distributions.sum(execution.cells());
    }

    /** Adds time to a phase. */
    void add(String phase, long nanos) {
        wallSeconds.merge(phase, Executions.seconds(nanos), Double::sum);
    }

    /** Wall time by phase. */
    SortedMap<String, Double> wallSeconds() {
        return wallSeconds;
    }

    /** What was executed, the first pass first. */
    List<Ran> ran() {
        return List.copyOf(ran);
    }
}
