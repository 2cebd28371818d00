package org.mandelspark.study;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.RowSink;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;
import org.mandelspark.kernel.Interior;
import org.mandelspark.measure.Phase;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunTrace;
import org.mandelspark.schedule.Plan;
import org.mandelspark.study.JobRequest.Target;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.ExactCounts;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.Workload;

/**
 * Computes the answer of one problem and writes what was asked for.
 *
 * @param <A> the array that holds cells
 */
public final class Job<A> {
    private final String command;
    private final Problem<A> problem;
    private final Interior interior;
    private final JobRequest request;
    private final JobPictures pictures;
    private final SortedMap<String, Double> wallSeconds = new TreeMap<>();

    /**
     * A job that has done nothing yet.
     *
     * @param command its name in run records
     * @param problem what is computed; the kernel is chosen when the number of workers is known
     * @param interior which work the kernel may leave out
     * @param picture parameters of pictures of the answer, if it is escape counts; the problem is that of their points
     * @param request how, and what is written
     */
    public Job(
            String command,
            Problem<A> problem,
            Interior interior,
            Optional<PictureParameters> picture,
            JobRequest request) {
        problem.requireInterior(interior);
        request.kernel().requireFor(problem);
        this.command = command;
        this.problem = problem;
        this.interior = interior;
        this.request = request;
        this.pictures = new JobPictures(picture);
    }

    /**
     * Finds out, before anything is started, whether the job can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        for (Target target : request.targets()) {
            if (target.format().isPicture()) {
                pictures.require(problem, target.format());
            }
            if (target.format().isOfTiers() && problem.imagery() != Problem.Imagery.EXACT_COUNTS) {
                throw new IllegalArgumentException(
                        "--out with ." + target.format().extension()
                                + " shows what proved each count, and these are counts of doubles: --arithmetic exact proves them");
            }
        }
        // Whether Spark will compute here is known when it has started.
        requireMemory(request.engine().kind() == EngineKind.SPARK ? 0 : problem.computingBytes());
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
    public JobResult execute(JobListener listener) throws IOException {
        long start = System.nanoTime();
        AtomicBoolean isOver = new AtomicBoolean();
        warmUp(isOver::get);
        try (Engine engine = request.engine().start(name())) {
            phase("start", start);
            Computation<A> computation = computation(engine.workers().count());
            Workload<A> workload = computation.workload();
            Preparation prepared = Preparation.of(workload, engine, listener::referenceReached);
            if (!prepared.equals(Preparation.NONE)) {
                wallSeconds.put("reference", Executions.seconds(prepared.referenceNanos()));
                wallSeconds.put("table", Executions.seconds(prepared.tableNanos()));
            }
            Partitioning.Partitioned<A> partitioned = request.partitioning().plan(workload, engine);
            Plan<A> plan = partitioned.plan();
            wallSeconds.put("plan", Executions.seconds(partitioned.nanos()));
            requireMemory(engine.inFlightBytes(plan) + (engine.sharesThisMachine() ? problem.computingBytes() : 0));
            if (engine.sharesThisMachine()) {
                long loadStart = System.nanoTime();
                workload.load();
                phase("load", loadStart);
            }
            listener.started(engine, plan.cells());
            Answer<A> answer = compute(engine, plan, listener);
            for (Target target : request.targets()) {
                if (target.format() != OutputFormat.NPY) {
                    long writeStart = System.nanoTime();
                    write(target, answer.cells(), run(computation, engine, partitioned, prepared, answer));
                    phase("write_" + target.format().extension().replace('.', '_'), writeStart);
                }
            }
            return new JobResult(
                    run(computation, engine, partitioned, prepared, answer),
                    request.kernel(),
                    partitioned.rule(),
                    pictures.parameters());
        } finally {
            isOver.set(true);
        }
    }

    /**
     * The answer that was computed; files of arrays are written by now.
     *
     * @param cells in the order of files
     */
    private record Answer<A>(Finished<A> finished, A cells, String checksum) {}

    /**
     * Arrays are written and the checksum is taken while rows are computed, if files hold rows as they are computed. So
     * {@code write_npy}, or {@code checksum} where no array is written, is only what was left to do after that.
     */
    private Answer<A> compute(Engine engine, Plan<A> plan, JobListener listener) throws IOException {
        Workload<A> workload = plan.workload();
        List<OutputFile> arrays = request.files(OutputFormat.NPY);
        Units arriving = workload.rowsAreThoseOfFiles()
                ? workload.units()
                : Units.rows(problem.fileRows(), problem.fileColumns());
        try (RowWriters<A> writers = new RowWriters<>(workload.cells(), arriving, arrays)) {
            Finished<A> finished;
            try {
                finished = Finished.execute(
                        engine, plan, listener, workload.rowsAreThoseOfFiles() ? writers.sink() : RowSink.none());
            } catch (RuntimeException e) {
                writers.requireNoFailure();
                throw e;
            }
            listener.computed();
            Execution<A> execution = finished.execution();
            wallSeconds.put("compute", Executions.seconds(execution.wallNanos()));
            finished.rest().ifPresent(rest -> wallSeconds.put("undecided", Executions.seconds(rest.wallNanos())));
            long restStart = System.nanoTime();
            A cells = workload.inFileOrder(execution.cells());
            if (!workload.rowsAreThoseOfFiles()) {
                writers.sink().arrived(RowRange.band(0, problem.fileRows()), cells);
            }
            String checksum = writers.finish();
            phase(arrays.isEmpty() ? "checksum" : "write_npy", restStart);
            return new Answer<>(finished, cells, checksum);
        }
    }

    /**
     * Lets the JVM compile what rows will need, on a thread of its own, while Spark starts and sends out its first tasks,
     * mostly on one core. The other engines begin with rows at once.
     */
    private void warmUp(BooleanSupplier isOver) {
        if (request.engine().kind() == EngineKind.SPARK) {
            Workload<A> workload =
                    computation(request.engine().foreseenWorkers()).workload();
            Thread warming = new Thread(() -> workload.warmUp(isOver), "warm-up");
            warming.setDaemon(true);
            warming.start();
        }
    }

    /** Name that Spark shows: of a view its own name too. */
    private String name() {
        return problem.name().equals(command) ? command : command + " " + problem.name();
    }

    private Computation<A> computation(int workers) {
        return new Computation<>(problem, request.kernel().kernel(problem, workers), interior);
    }

    private Run run(
            Computation<A> computation,
            Engine engine,
            Partitioning.Partitioned<A> partitioned,
            Preparation prepared,
            Answer<A> answer) {
        return Executions.run(
                new Run.Place(command, Phase.MEASURED, 1, 0),
                computation,
                request.engine().kind(),
                engine,
                request.partitioning(),
                partitioned,
                prepared,
                answer.finished(),
                answer.checksum(),
                new TreeMap<>(wallSeconds));
    }

    private void write(Target target, A cells, Run run) throws IOException {
        switch (target.format()) {
            case PNG, TIFF -> pictures.write(target, problem, cells, run.checksum());
            case TIERS_PNG, TIERS_NPY -> pictures.writeTiers(target, (ExactCounts) cells, problem);
            case JSON -> target.file().write(run::writeTo);
            case TRACE_JSON_GZ -> target.file().write(new RunTrace(run)::writeTo);
            case NPY -> throw new IllegalArgumentException("arrays are written while they are computed");
        }
    }

    /**
     * Requires the larger of two amounts of memory: for computing rows and for writing files, which happen at different
     * times.
     */
    private void requireMemory(long computingBytes) {
        long pictureBytes = request.targets().stream()
                .filter(target -> target.format().isPicture())
                .mapToLong(target -> pictures.encodingBytes(problem, target.format()))
                .max()
                .orElse(0);
        DriverMemory.require(
                problem,
                pictures.sizeOptions(problem),
                Math.max(computingBytes, problem.arrangingBytes() + pictureBytes));
    }

    private void phase(String name, long startNanos) {
        wallSeconds.put(name, Executions.seconds(System.nanoTime() - startNanos));
    }
}
