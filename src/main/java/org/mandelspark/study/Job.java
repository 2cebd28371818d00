package org.mandelspark.study;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.RowSink;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.output.Picture;
import org.mandelspark.output.RunRecord;
import org.mandelspark.output.RunRecord.StudyPart;
import org.mandelspark.schedule.Plan;
import org.mandelspark.study.JobRequest.Target;
import org.mandelspark.workload.Workload;

/**
 * Computes one subject and writes what was asked for: what jobs of all workloads have in common.
 *
 * @param <A> the array that holds cells
 */
public abstract sealed class Job<A> permits RenderJob, GaussJob, MatmulJob {
    private final String command;
    private final Subject<A> asked;
    private final JobRequest request;
    private final SortedMap<String, Double> wallSeconds = new TreeMap<>();

    /**
     * A job that has done nothing yet.
     *
     * @param command its name in run records
     * @param asked what is computed; the kernel is chosen when the number of workers is known
     * @param request how, and what is written
     */
    Job(String command, Subject<A> asked, JobRequest request) {
        this.command = command;
        this.asked = asked;
        this.request = request;
    }

    /** Rows as a file holds them. */
    abstract int fileRows();

    /** Columns as a file holds them. */
    abstract int fileColumns();

    /** Requires that a picture can be made; throws IllegalArgumentException if not. */
    abstract void requirePicture(OutputFormat format);

    /** Writes a picture of cells that are in the order of files. */
    abstract void writePicture(Target target, A cells, String checksum) throws IOException;

    /**
     * Finds out, before anything is started, whether the job can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public final void check() {
        for (Target target : request.targets()) {
            if (target.format().isPicture()) {
                requirePicture(target.format());
            }
        }
        // Whether Spark will compute here is known when it has started.
        requireMemory(request.engine().kind() == EngineKind.SPARK ? 0 : asked.computingBytes());
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
    public final JobResult execute(JobListener listener) throws IOException {
        long start = System.nanoTime();
        AtomicBoolean isOver = new AtomicBoolean();
        warmUp(isOver::get);
        try (Engine engine = request.engine().start(name())) {
            phase("start", start);
            KernelKind kernel = request.kernel().kernel(asked, engine.workers().count());
            Subject<A> subject = asked.computedBy(kernel, asked.interior());
            Workload<A> workload = subject.workload();
            Cut.Cutting<A> cutting = request.cut().plan(workload, engine);
            Plan<A> plan = cutting.plan();
            wallSeconds.put("plan", seconds(cutting.nanos()));
            requireMemory(engine.inFlightBytes(plan) + (engine.sharesThisMachine() ? asked.computingBytes() : 0));
            if (engine.sharesThisMachine()) {
                long loadStart = System.nanoTime();
                workload.load();
                phase("load", loadStart);
            }
            listener.started(engine, plan);
            Answer<A> answer = compute(engine, plan, listener);
            MeasuredRun run = run(engine, cutting, answer.execution(), answer.checksum());
            for (Target target : request.targets()) {
                if (target.format() != OutputFormat.NPY) {
                    long writeStart = System.nanoTime();
                    write(target, answer.cells(), record(subject, engine, run));
                    phase("write_" + target.format().extension(), writeStart);
                }
            }
            return new JobResult(
                    record(subject, engine, run),
                    request.kernel(),
                    cutting.rule(),
                    Duration.ofNanos(cutting.nanos() + run.wallNanos()));
        } finally {
            isOver.set(true);
        }
    }

    /**
     * What was computed, of which arrays are written by now.
     *
     * @param cells in the order of files
     */
    private record Answer<A>(Execution<A> execution, A cells, String checksum) {}

    /**
     * Arrays are written and the checksum is taken while rows are computed, if files hold rows as they are computed. So
     * {@code write_npy}, or {@code checksum} where no array is written, is only what was left to do after that.
     */
    private Answer<A> compute(Engine engine, Plan<A> plan, JobListener listener) throws IOException {
        Workload<A> workload = plan.workload();
        List<OutputFile> arrays = request.files(OutputFormat.NPY);
        try (RowWriters<A> writers = new RowWriters<>(workload.cells(), fileRows(), fileColumns(), arrays)) {
            Execution<A> execution;
            try {
                execution = engine.execute(
                        plan, listener, workload.rowsAreThoseOfFiles() ? writers.sink() : RowSink.none());
            } catch (RuntimeException e) {
                writers.requireNoFailure();
                throw e;
            }
            listener.computed();
            wallSeconds.put("compute", seconds(execution.wallNanos()));
            long restStart = System.nanoTime();
            A cells = workload.inFileOrder(execution.cells());
            if (!workload.rowsAreThoseOfFiles()) {
                writers.sink().arrived(RowRange.band(0, fileRows()), cells);
            }
            String checksum = writers.finish();
            phase(arrays.isEmpty() ? "checksum" : "write_npy", restStart);
            return new Answer<>(execution, cells, checksum);
        }
    }

    /**
     * Lets the JVM compile what rows will need, on a thread of its own, while Spark starts and sends out its first tasks,
     * mostly on one core. The other engines begin with rows at once.
     */
    private void warmUp(BooleanSupplier isOver) {
        if (request.engine().kind() == EngineKind.SPARK) {
            KernelKind kernel = request.kernel().kernel(asked, request.engine().foreseenWorkers());
            Workload<A> workload = asked.computedBy(kernel, asked.interior()).workload();
            Thread warming = new Thread(() -> workload.warmUp(isOver), "warm-up");
            warming.setDaemon(true);
            warming.start();
        }
    }

    /** As Spark shows it: of a view its name too. */
    private String name() {
        String problem = asked.problem().name();
        return problem.equals(command) ? command : command + " " + problem;
    }

    private MeasuredRun run(Engine engine, Cut.Cutting<A> cutting, Execution<A> execution, String checksum) {
        return new MeasuredRun(
                Phase.MEASURED,
                1,
                request.engine().kind().label(),
                request.cut().label(),
                engine.workers().count(),
                cutting.nanos(),
                execution.wallNanos(),
                checksum,
                execution.chunks(),
                execution.overheads(),
                execution.tasksSeen(),
                execution.extra());
    }

    private RunRecord record(Subject<A> subject, Engine engine, MeasuredRun run) {
        return RunRecord.of(
                StudyPart.of(command, run, 0),
                subject.asked(),
                engine.workers().source(),
                HostEnvironment.of(engine),
                wallSeconds,
                run);
    }

    private void write(Target target, A cells, RunRecord record) throws IOException {
        if (target.format().isPicture()) {
            writePicture(target, cells, record.checksum());
        } else {
            target.file().write(record::writeTo);
        }
    }

    /** What is needed while rows are computed and what is needed while files are written are not there at once. */
    private void requireMemory(long computingBytes) {
        long pictureBytes = request.targets().stream()
                .filter(target -> target.format().isPicture())
                .mapToLong(target -> Picture.encodingBytes(target.format(), fileColumns(), fileRows()))
                .max()
                .orElse(0);
        DriverMemory.require(asked, Math.max(computingBytes, asked.arrangingBytes() + pictureBytes));
    }

    private void phase(String name, long startNanos) {
        wallSeconds.put(name, seconds(System.nanoTime() - startNanos));
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
