package org.mandelspark.study;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.BuildInfo;
import org.mandelspark.output.NpyFile;
import org.mandelspark.output.Picture;
import org.mandelspark.output.RunRecord;
import org.mandelspark.output.RunRecord.StudyPart;
import org.mandelspark.schedule.Plan;
import org.mandelspark.study.RenderRequest.Target;
import org.mandelspark.workload.EscapeTime;

/** Renders one view and writes what was asked for: the main job. */
public final class RenderJob {
    private final RenderRequest request;
    private final SortedMap<String, Double> wallSeconds = new TreeMap<>();

    /**
     * A job that has done nothing yet.
     *
     * @param request what to render
     */
    public RenderJob(RenderRequest request) {
        this.request = request;
    }

    /**
     * Finds out, before anything is started, whether the job can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        Size size = request.view().size();
        for (Target target : request.targets()) {
            if (target.format().isPicture()) {
                Picture.requireEncodable(target.format(), size.width(), size.height());
            }
        }
        // Cells are the same whatever the kernel, which is chosen when the number of workers is known.
        DriverMemory.require(EscapeTime.of(request.view(), KernelKind.NAIVE, request.interior()), pictureBytes());
        for (Target target : request.targets()) {
            target.file().requireWritable();
        }
    }

    /**
     * Computes the view and writes the files.
     *
     * @throws IOException if a file could not be written
     * @throws org.mandelspark.engine.EngineException if the computation failed
     * @throws IllegalArgumentException if the engine cannot do what is asked
     */
    public RenderResult execute(RenderListener listener) throws IOException {
        long start = System.nanoTime();
        try (Engine engine = request.engine().start("render " + request.view().name())) {
            phase("start", start);
            KernelKind kernel =
                    request.kernel().kernel(request.view(), engine.workers().count());
            Subject subject = new Subject(request.view(), kernel, request.interior());
            EscapeTime workload = subject.workload();
            Cut.Cutting<int[]> cutting = request.cut().plan(workload, engine);
            Plan<int[]> plan = cutting.plan();
            wallSeconds.put("plan", seconds(cutting.nanos()));
            DriverMemory.require(workload, engine.inFlightBytes(plan));
            listener.started(engine, plan);
            Execution<int[]> execution = engine.execute(plan, listener);
            listener.computed();
            wallSeconds.put("compute", seconds(execution.wallNanos()));

            long checksumStart = System.nanoTime();
            String checksum = workload.cells().checksum(execution.cells(), plan.cells());
            phase("checksum", checksumStart);
            MeasuredRun run = new MeasuredRun(
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
            for (Target target : request.targets()) {
                long writeStart = System.nanoTime();
                write(target, workload, execution, record(subject, engine, run));
                phase("write_" + target.format().extension(), writeStart);
            }
            return new RenderResult(
                    record(subject, engine, run),
                    request.kernel(),
                    cutting.rule(),
                    Duration.ofNanos(cutting.nanos() + execution.wallNanos()));
        }
    }

    private void write(Target target, EscapeTime workload, Execution<int[]> execution, RunRecord record)
            throws IOException {
        Size size = request.view().size();
        switch (target.format()) {
            case PNG -> target.file().write(out -> picture(execution).writePng(out, facts(record.checksum())));
            case TIFF -> target.file().write(out -> picture(execution).writeTiff(out, facts(record.checksum())));
            case NPY ->
                target.file()
                        .write(out ->
                                NpyFile.write(workload.cells(), execution.cells(), size.height(), size.width(), out));
            case JSON -> target.file().write(record::writeTo);
        }
    }

    private Picture picture(Execution<int[]> execution) {
        View view = request.view();
        return new Picture(
                execution.cells(), view.size().width(), view.size().height(), view.maxIter(), request.palette());
    }

    /** What a picture says of itself. */
    private Map<String, String> facts(String checksum) {
        View view = request.view();
        return new TreeMap<>(Map.of(
                "Title", view.name(),
                "Software", "Mandelspark " + BuildInfo.current().version(),
                "Formula", view.formula().label(),
                "Region", view.grid().region().toString(),
                "Size", view.size().toString(),
                "MaxIter", String.valueOf(view.maxIter()),
                "Palette", request.palette().name(),
                "Checksum", checksum));
    }

    private RunRecord record(Subject subject, Engine engine, MeasuredRun run) {
        return RunRecord.of(
                StudyPart.of("render", run, 0),
                subject.asked(),
                engine.workers().source(),
                HostEnvironment.of(engine),
                wallSeconds,
                run);
    }

    private long pictureBytes() {
        boolean hasPicture =
                request.targets().stream().anyMatch(target -> target.format().isPicture());
        Size size = request.view().size();
        return hasPicture ? Picture.encodingBytes(size.width(), size.height()) : 0;
    }

    private void phase(String name, long startNanos) {
        wallSeconds.put(name, seconds(System.nanoTime() - startNanos));
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
