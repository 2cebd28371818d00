package org.mandelspark.study;

import java.io.IOException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.output.ArrayRecord;
import org.mandelspark.output.NpyFile;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.output.RunRecord;
import org.mandelspark.schedule.Plan;
import org.mandelspark.study.RenderRequest.Target;
import org.mandelspark.workload.Workload;

/** Computes an array of doubles and writes what was asked for: what jobs of different workloads have in common. */
abstract sealed class ArrayJob permits GaussJob, MatmulJob {
    private final Workload<double[]> workload;
    private final KernelKind kernel;
    private final ArrayRequest request;
    private final SortedMap<String, Double> wallSeconds = new TreeMap<>();

    /** A job that has done nothing yet. */
    ArrayJob(Workload<double[]> workload, KernelKind kernel, ArrayRequest request) {
        this.workload = workload;
        this.kernel = kernel;
        this.request = request;
    }

    /** What was asked for, by the names of options. */
    abstract SortedMap<String, String> parameters();

    /** The options that decide how large the work is, for messages. */
    abstract String sizeOptions();

    /** The cells as a file holds them. */
    abstract double[] arranged(double[] cells);

    /** Rows as a file holds them. */
    abstract int fileRows();

    /** Columns as a file holds them. */
    abstract int fileColumns();

    /** Requires that a picture can be made; throws IllegalArgumentException if not. */
    abstract void requirePicture(OutputFormat format);

    /** Writes a picture of arranged cells. */
    abstract void writePicture(Target target, double[] arranged, String checksum) throws IOException;

    /** Heap that is needed beside the array and what is on its way, in bytes, where rows are computed or not. */
    abstract long besideBytes(Place place);

    /** Whether this process computes rows itself or only gathers them. */
    enum Place {
        COMPUTES,
        GATHERS
    }

    /** What is loaded before the clock of the computation starts; in this process. */
    void load() {}

    /**
     * Finds out, before anything is started, whether the job can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        for (Target target : request.targets()) {
            if (target.format().isPicture()) {
                requirePicture(target.format());
            }
        }
        // Whether Spark will compute here is known when it has started.
        requireMemory(request.engine().kind() == EngineKind.SPARK ? Place.GATHERS : Place.COMPUTES, 0);
        for (Target target : request.targets()) {
            target.file().requireWritable();
        }
    }

    /**
     * Computes the array and writes the files.
     *
     * @throws IOException if a file could not be written
     * @throws org.mandelspark.engine.EngineException if the computation failed
     * @throws IllegalArgumentException if the engine cannot do what is asked, or there is too little memory
     */
    public ArrayResult execute(RenderListener listener) throws IOException {
        long start = System.nanoTime();
        try (Engine engine = request.engine().start(workload.name())) {
            phase("start", start);
            Cut.Cutting<double[]> cutting = request.cut().plan(workload, engine);
            Plan<double[]> plan = cutting.plan();
            wallSeconds.put("plan", seconds(cutting.nanos()));
            Place place = engine.sharesThisMachine() ? Place.COMPUTES : Place.GATHERS;
            requireMemory(place, engine.inFlightBytes(plan));
            if (place == Place.COMPUTES) {
                long loadStart = System.nanoTime();
                load();
                phase("load", loadStart);
            }
            listener.started(engine, plan);
            Execution<double[]> execution = engine.execute(plan, listener);
            listener.computed();
            wallSeconds.put("compute", seconds(execution.wallNanos()));

            long arrangeStart = System.nanoTime();
            double[] arranged = arranged(execution.cells());
            String checksum = workload.cells().checksum(arranged, arranged.length);
            phase("checksum", arrangeStart);
            for (Target target : request.targets()) {
                long writeStart = System.nanoTime();
                write(target, arranged, checksum, record(engine, cutting, execution, checksum));
                phase("write_" + target.format().extension(), writeStart);
            }
            return new ArrayResult(
                    record(engine, cutting, execution, checksum), Duration.ofNanos(execution.wallNanos()));
        }
    }

    private void write(Target target, double[] arranged, String checksum, ArrayRecord record) throws IOException {
        switch (target.format()) {
            case PNG, TIFF -> writePicture(target, arranged, checksum);
            case NPY ->
                target.file().write(out -> NpyFile.write(workload.cells(), arranged, fileRows(), fileColumns(), out));
            case JSON -> target.file().write(record::writeTo);
        }
    }

    private ArrayRecord record(
            Engine engine, Cut.Cutting<double[]> cutting, Execution<double[]> execution, String checksum) {
        return new ArrayRecord(
                workload.name(),
                parameters(),
                fileRows(),
                fileColumns(),
                kernel.label(),
                execution.methods(),
                request.engine().kind().label(),
                request.cut().label(),
                cutting.plan().chunks().size(),
                engine.workers().count(),
                engine.workers().source(),
                HostEnvironment.of(engine),
                new RunRecord.Totals(
                        wallSeconds,
                        cutting.nanos(),
                        execution.wallNanos(),
                        cutting.plan().cells(),
                        execution.iterations(),
                        execution.steps(),
                        execution.overheads().deserialiseNanos(),
                        execution.overheads().serialiseNanos(),
                        execution.tasksSeen(),
                        execution.extra().retries(),
                        execution.extra().speculative()),
                checksum,
                execution.chunks().stream().map(RunRecord.ChunkPart::of).toList());
    }

    private void requireMemory(Place place, long inFlightBytes) {
        DriverMemory.require(
                sizeOptions(),
                (long) workload.rows() * workload.rowCells() * workload.cells().bytes(),
                besideBytes(place) + inFlightBytes,
                Runtime.getRuntime().maxMemory());
    }

    private void phase(String name, long startNanos) {
        wallSeconds.put(name, seconds(System.nanoTime() - startNanos));
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
