package org.mandelspark.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.record.Run;
import org.mandelspark.report.StudyReports;
import org.mandelspark.study.Grain;
import org.mandelspark.study.Granularity;
import org.mandelspark.study.GranularityRequest;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code granularity}: the same picture by tasks of a pixel, a row and a band, or of any tile. */
@Command(
        name = "granularity",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Measures what tasks of a pixel, a tile, a row and a band cost, and fits the overhead of a task.",
        sortOptions = false,
        defaultValueProvider = GranularityCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] granularity [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Without --size, a named view is taken in 100x100 pixels: a task for each.",
            "",
            "Examples:",
            "  submit/mandelspark granularity",
            "  submit/mandelspark granularity --engine threads --grains 1x1,16x16,row,band --size 300x300 --out out/grains",
            "  submit/mandelspark granularity --workload gauss"
        })
final class GranularityCommand extends StudyCommand<GranularityResult> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(
                    ViewOptions.VIEW,
                    "magpi",
                    ViewOptions.SIZE,
                    "100x100",
                    EngineOptions.ENGINE,
                    "spark",
                    KernelOptions.KERNEL,
                    "naive",
                    KernelOptions.INTERIOR,
                    "none"));
        }
    }

    @Mixin
    private FolderOptions folderOptions;

    @Option(
            names = "--grains",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Sizes of tasks, separated by commas: row, WxH (a tile, of a view only; 1x1 is a pixel), band (one a"
                            + " worker), band:K (K a worker). Default: 1x1, if it is a view, and"
                            + " row,band:16,band:4,band")
    private List<Grain> grains;

    @Mixin
    private StudyEngineOptions engineOptions;

    @Mixin
    private KernelOptions kernelOptions;

    @Mixin
    private RepeatOptions repeatOptions;

    @Mixin
    private CommonOptions common;

    GranularityCommand() {
        super(StudyReports.GRANULARITY);
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
    Study<GranularityResult> study(List<Run> earlier) {
        EngineOptions.requireWorkersOf(List.of(engineOptions.engine()), EngineOptions.ENGINE, spec());
        return new Granularity(new GranularityRequest(
                kernelOptions.computation(problemOptions()),
                engineOptions.engine(),
                engineOptions.workers(),
                grains(),
                repeatOptions.settings()));
    }

    private List<Grain> grains() {
        if (grains != null) {
            return grains;
        }
        Stream<String> whole = Stream.of("row", "band:16", "band:4", "band");
        return Stream.concat(problemOptions().isView() ? Stream.of("1x1") : Stream.empty(), whole)
                .map(Grain::parse)
                .toList();
    }

    @Override
    void print(GranularityResult result, SummaryLines facts) {
        facts.line(
                "kernel",
                "%s",
                String.join(" and ", result.rows().get(0).median().methods()));
        facts.line("engine", "%s", result.request().engine().label());
        facts.workers(new WorkerCount(result.workers(), result.workersSource()));
    }

    @Override
    void printMachine(GranularityResult result, SummaryLines facts) {
        facts.environment(result.environment());
    }
}
