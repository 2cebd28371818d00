package org.mandelspark.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.OutputFile;
import org.mandelspark.report.ProfileTable;
import org.mandelspark.study.Profile;
import org.mandelspark.study.ProfileRequest;
import org.mandelspark.study.ProfileResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code profile}: where the time of a run goes. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs one kernel under Java Flight Recorder and shows its hotspots.",
        sortOptions = false,
        defaultValueProvider = ProfileCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] profile [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark profile",
            "  submit/mandelspark profile --kernel simd --engine spark --view mojo --seconds 10 --out profile.csv",
            "  submit/mandelspark profile --workload matmul --size 1024"
        })
final class ProfileCommand implements Callable<Integer> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(
                    ViewOptions.VIEW,
                    "headtohead",
                    EngineOptions.ENGINE,
                    "serial",
                    KernelOptions.KERNEL,
                    "naive",
                    KernelOptions.INTERIOR,
                    "proved"));
        }
    }

    private static final Duration DEFAULT_DURATION = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProblemOptions problemOptions;

    @Mixin
    private KernelOptions kernelOptions;

    @Mixin
    private EngineOptions engineOptions;

    @Mixin
    private ScheduleOptions scheduleOptions;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Repeat the run for at least this long; a hundred samples a second. Default: 5")
    private Duration seconds;

    @Option(names = "--repeats", paramLabel = "N", description = "Repeat the run this many times instead.")
    private Integer repeats;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "3",
            converter = Converters.ToCount.class,
            description = "Runs before those, not sampled. Default: ${DEFAULT-VALUE}")
    private int warmups;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "Number of methods shown. Default: ${DEFAULT-VALUE}")
    private int top;

    @Option(names = "--out", paramLabel = "PATH", description = "A .csv file of all methods, on any Hadoop path.")
    private String out;

    @Mixin
    private ForceOption force;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        Profile profile;
        Optional<OutputFile> csv;
        try {
            profile = new Profile(request());
            profile.check();
            csv = force.file(out, ".csv", List.of());
            problemOptions.warnIfTooDeep(problemOptions.problem());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        ProfileResult result = profile.execute(
                engine -> EngineNotes.print(engine, spec.commandLine().getErr()));
        ProfileTable table = new ProfileTable(result);
        print(result, table);
        if (csv.isPresent()) {
            csv.get().write(table::writeCsv);
        }
        return 0;
    }

    private ProfileRequest request() {
        if (seconds != null && repeats != null) {
            throw new IllegalArgumentException("--seconds and --repeats both say how long to run: give one");
        }
        return new ProfileRequest(
                kernelOptions.computation(problemOptions),
                engineOptions.choice(),
                scheduleOptions.partitioning(),
                seconds == null ? DEFAULT_DURATION : seconds,
                repeats == null ? OptionalInt.empty() : OptionalInt.of(repeats),
                warmups);
    }

    private void print(ProfileResult result, ProfileTable table) {
        PrintWriter terminal = spec.commandLine().getOut();
        ProfileRequest request = result.request();
        SummaryLines facts = new SummaryLines(terminal, System.getenv());
        facts.problem(request.computation().problem());
        facts.line(
                "engine",
                "%s%s, %s",
                request.engine().kind().label(),
                result.environment()
                        .spark()
                        .map(spark -> " " + SummaryLines.spark(spark))
                        .orElse(""),
                request.partitioning().schedule().label());
        facts.workers(result.workers());
        facts.line("kernel", "%s", String.join(" and ", result.methods()));
        facts.environment(result.environment());
        facts.line(
                "checksum",
                "%s (CRC-32C of the %s)",
                result.checksum(),
                request.computation().problem().cellLabel());
        terminal.println();
        table.lines(top).forEach(terminal::println);
        terminal.flush();
    }
}
