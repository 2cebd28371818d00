package org.mandelspark.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.record.Run;
import org.mandelspark.report.PublishedKernels;
import org.mandelspark.report.StudyReports;
import org.mandelspark.study.HeadToHead;
import org.mandelspark.study.HeadToHeadRequest;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.Study;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kernels}: kernels and engines against each other on one view. */
@Command(
        name = "kernels",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Measures kernels and engines on one view, or on another workload, each repeated, all giving the same"
                        + " cells.",
        sortOptions = false,
        defaultValueProvider = KernelsCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] kernels [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The naive serial loop, or deep-steps for exact counts, always takes part: every run must give its counts.",
            "",
            "Examples:",
            "  submit/mandelspark kernels --out out/kernels",
            "  submit/mandelspark kernels --view scaling --kernels naive,simd --workers 1,2 --repeats 20",
            "  submit/mandelspark kernels --view e113 --size 128x128",
            "  submit/mandelspark kernels --published",
            "  submit/mandelspark kernels --workload gauss --published"
        })
final class KernelsCommand extends StudyCommand<HeadToHeadResult> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(ViewOptions.VIEW, "headtohead"));
        }
    }

    private static final String KERNELS = "--kernels";
    private static final String ENGINES = "--engines";

    /** Kernels of exact counts that are quick enough to be compared unasked. */
    private static final List<KernelKind> EXACT = List.of(KernelKind.DEEP_STEPS, KernelKind.DEEP);

    @Mixin
    private FolderOptions folderOptions;

    @Option(
            names = KERNELS,
            paramLabel = "NAME",
            split = ",",
            defaultValue = "naive,array,simd",
            description =
                    "Kernels, separated by commas: naive, array, simd; for exact counts deep (perturbation in blocks),"
                            + " deep-steps (without blocks), deep-balls (integers alone, milliseconds a pixel)."
                            + " Default: ${DEFAULT-VALUE}; for exact counts deep-steps,deep")
    private List<KernelKind> kernels;

    @Option(
            names = InteriorOptions.INTERIOR,
            paramLabel = "NAME",
            split = ",",
            defaultValue = "none,proved",
            description =
                    "Work that kernel simd may skip, each in turn: none, cycles, closed-form, proved, separated by"
                            + " commas. Default: ${DEFAULT-VALUE}")
    private List<Interior> interiors;

    @Option(
            names = ENGINES,
            paramLabel = "NAME",
            split = ",",
            defaultValue = "serial,threads,spark",
            description = "Engines, separated by commas. Default: ${DEFAULT-VALUE}")
    private List<EngineKind> engines;

    @Option(
            names = EngineOptions.WORKERS,
            paramLabel = "N",
            split = ",",
            description =
                    "Numbers of workers for threads and Spark, separated by commas; with several, COST is reported:"
                            + " how many workers Spark needs to beat one thread. Default: the cores that this process was"
                            + " given")
    private List<Integer> workers = List.of();

    @Mixin
    private ScheduleOptions scheduleOptions;

    @Mixin
    private RepeatOptions repeatOptions;

    @Option(
            names = "--published",
            description =
                    "Show the published table of view headtohead or of workload gauss next to ours; its figures are another machine's.")
    private boolean published;

    @Mixin
    private CommonOptions common;

    private final Function<HeadToHeadRequest, HeadToHead> study;

    /** The command as users have it. */
    KernelsCommand() {
        this(HeadToHead::new);
    }

    /** The command around another study. */
    KernelsCommand(Function<HeadToHeadRequest, HeadToHead> study) {
        super(StudyReports.KERNELS);
        this.study = study;
    }

    @Override
    FolderOptions folderOptions() {
        return folderOptions;
    }

    @Override
    CommonOptions common() {
        return common;
    }

    @Override
    Study<HeadToHeadResult> study(List<Run> earlier) {
        Problem<?> problem = problemOptions().problem();
        Computation<?> computation = new Computation<>(problem, problem.baseline(), Interior.NONE);
        boolean isExact = problem.shown().filter(View::isExact).isPresent();
        List<KernelKind> used = isExact && !new GivenOptions(spec()).has(KERNELS) ? EXACT : kernels;
        InteriorOptions.requireInteriorOf(used, KERNELS, spec());
        EngineOptions.requireWorkersOf(engines, ENGINES, spec());
        if (published) {
            PublishedKernels.of(computation.problem());
        }
        return study.apply(new HeadToHeadRequest(
                computation,
                used,
                used.contains(KernelKind.SIMD) && problemOptions().isView() ? interiors : List.of(Interior.NONE),
                engines,
                workers,
                scheduleOptions.partitioning(),
                repeatOptions.settings()));
    }

    @Override
    void print(HeadToHeadResult result, SummaryLines facts) {
        facts.line("schedule", "%s", result.request().partitioning().schedule().label());
    }

    @Override
    void printMachine(HeadToHeadResult result, SummaryLines facts) {
        facts.environment(result.sessions().get(0).environment());
        result.spark().ifPresent(spark -> facts.line("spark", "%s", SummaryLines.spark(spark)));
    }

    @Override
    List<String> appendix(HeadToHeadResult result) {
        return published
                ? Stream.concat(Stream.of(""), PublishedKernels.of(result.problem()).lines(result).stream())
                        .toList()
                : List.of();
    }
}
