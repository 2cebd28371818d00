package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.GivenCores;
import org.mandelspark.engine.SparkEngine.WebInterface;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.output.Palette;
import org.mandelspark.schedule.Plan;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.RenderJob;
import org.mandelspark.study.RenderListener;
import org.mandelspark.study.RenderRequest;
import org.mandelspark.study.RenderResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code render}: one view to files. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Renders one view to files and tells how fast it went.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] render [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark render --view mojo --out out/mojo.png --out out/mojo.npy --out out/mojo.json",
            "  submit/mandelspark render --center -0.7436,0.1318 --width 1e-3 --size 800x600 --out spiral.png",
            "  submit/mandelspark --driver-memory 8g render --size 20000x20000 --out big.npy"
        })
final class RenderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ViewOptions viewOptions;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "A file to write, on any Hadoop path; repeatable. The extension decides: .png, .tiff: a"
                    + " picture; .npy: the counts; .json: the run record.")
    private List<String> out = List.of();

    @Option(names = "--force", description = "Replace files that are already there.")
    private boolean force;

    @Option(
            names = "--palette",
            paramLabel = "NAME",
            defaultValue = "viridis",
            converter = Converters.ToPalette.class,
            completionCandidates = Converters.PaletteNames.class,
            description = "Colours: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Palette palette;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            defaultValue = "simd",
            converter = Converters.ToKernel.class,
            description = "What computes the counts: naive, array, simd. Default: ${DEFAULT-VALUE}")
    private KernelKind kernel;

    @Option(
            names = "--interior",
            paramLabel = "NAME",
            defaultValue = "proved",
            converter = Converters.ToInterior.class,
            description =
                    "Which work kernel simd may leave out, with the same counts: none, cycles (orbits that repeat),"
                            + " closed-form (cardioid and disc by their equations), proved. Default: ${DEFAULT-VALUE}")
    private Interior interior;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "spark",
            converter = Converters.ToEngine.class,
            description = "What executes the chunks: serial, threads, spark. Default: ${DEFAULT-VALUE}")
    private EngineKind engine;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            converter = Converters.ToSchedule.class,
            description = "How rows become chunks: static (a band a worker), over:K (K bands a worker), cyclic (row r"
                    + " to chunk r mod P). Default: " + DEFAULT_SCHEDULE)
    private Schedule schedule;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            converter = Converters.ToPositive.class,
            description = "Cut for N workers, whatever their real number: N bands with static, which is then the"
                    + " default, N chunks with cyclic.")
    private Integer partitions;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = Converters.ToPositive.class,
            description = "Chunks computed at once. Default: the cores that this process was given, by CPU affinity,"
                    + " cgroup quota, or OMP_NUM_THREADS, SLURM_CPUS_PER_TASK, NSLOTS if set")
    private Integer workers;

    @Option(names = "--ui", description = "Serve Spark's web interface while the job runs.")
    private boolean ui;

    @Mixin
    private CommonOptions common;

    private static final String DEFAULT_SCHEDULE = "over:16";

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        RenderJob job;
        try {
            job = new RenderJob(request());
            job.check();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        try (Reporter reporter = new Reporter()) {
            print(job.execute(reporter));
        }
        return 0;
    }

    private RenderRequest request() {
        OutputFile.Existing existing = force ? OutputFile.Existing.REPLACE : OutputFile.Existing.KEEP;
        List<RenderRequest.Target> targets = new ArrayList<>();
        for (String path : out) {
            try {
                OutputFormat format = OutputFormat.ofPath(path);
                targets.add(new RenderRequest.Target(OutputFile.of(path, existing), format));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--out " + path + ": " + e.getMessage(), e);
            }
        }
        return new RenderRequest(
                viewOptions.view(),
                kernel,
                interior,
                engine,
                schedule(),
                optional(partitions),
                optional(workers),
                ui ? WebInterface.ON : WebInterface.OFF,
                palette,
                targets);
    }

    private Schedule schedule() {
        if (partitions == null) {
            return schedule == null ? Schedule.parse(DEFAULT_SCHEDULE) : schedule;
        }
        if (schedule instanceof Schedule.OverPartitioned) {
            throw new IllegalArgumentException("--partitions " + partitions + " and --schedule " + schedule.label()
                    + " both say how many bands there are: give one");
        }
        return schedule == null ? new Schedule.Static() : schedule;
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private void print(RenderResult result) {
        new RunSummary(result, System.getenv()).print(spec.commandLine().getOut());
        if (out.isEmpty()) {
            spec.commandLine().getErr().println("nothing was written: --out picture.png would do");
        }
    }

    /** Tells on stderr how the render goes. */
    private final class Reporter implements RenderListener, AutoCloseable {
        private final PrintWriter err = spec.commandLine().getErr();
        private ProgressLine line;

        @Override
        public void started(Engine engine, Plan<?> plan) {
            WorkerCount workers = engine.workers();
            WorkerCount granted = new GivenCores().granted();
            if (engine.sharesThisMachine() && workers.count() > granted.count()) {
                err.println(String.format(
                        Locale.ROOT,
                        "warning: %d workers (%s) will share %d cores (%s)",
                        workers.count(),
                        workers.source(),
                        granted.count(),
                        granted.source()));
            }
            engine.webUrl().ifPresent(url -> err.println("Spark's web interface: " + url));
            if (!common.isQuiet() && ProgressLine.stderrIsTerminal()) {
                line = new ProgressLine(err, plan.cells(), System.nanoTime());
            }
        }

        @Override
        public void rowsDone(long cells, long iterations) {
            if (line != null) {
                line.advance(cells, iterations, System.nanoTime());
            }
        }

        @Override
        public void computed() {
            close();
        }

        @Override
        public void close() {
            if (line != null) {
                line.end();
                line = null;
            }
        }
    }
}
