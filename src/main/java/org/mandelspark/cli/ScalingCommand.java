package org.mandelspark.cli;

import java.util.List;
import java.util.Map;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.record.Run;
import org.mandelspark.report.StudyReports;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.Scaling;
import org.mandelspark.study.ScalingRequest;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.Study;
import org.mandelspark.workload.Computation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scaling}: one view on more and more workers. */
@Command(
        name = "scaling",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Measures how the time of a view, or of another workload, falls with the number of workers, and where the"
                        + " rest of it goes.",
        sortOptions = false,
        defaultValueProvider = ScalingCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] scaling [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            SweepCommand.LISTS_1,
            SweepCommand.LISTS_2,
            "Speedup is counted from one worker of the same engine, and from the best single thread without it.",
            "",
            "Examples:",
            "  submit/mandelspark scaling --workers 1,2 --out out/scaling",
            "  submit/mandelspark scaling --mode weak --view mojo --workers 1,2,4 --repeats 20",
            "  submit/mandelspark scaling --size 512x512,2048x2048 --workers 1,2 --out out/sweep",
            "  submit/mandelspark --master spark://HOST:7077 scaling --workers 8,16,32 --out hdfs:///scaling",
            "  submit/mandelspark scaling --workers 1,2 --out out/scaling --resume",
            "  submit/mandelspark scaling --workload matmul --size 4096 --workers 1,2"
        })
final class ScalingCommand extends SweepCommand<ScalingResult> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(ViewOptions.VIEW, "scaling", KernelOptions.KERNEL, "simd", KernelOptions.INTERIOR, "none"));
        }
    }

    @Mixin
    private ResumeOptions folderOptions;

    @Option(
            names = "--mode",
            paramLabel = "NAME",
            defaultValue = "strong",
            description =
                    "strong: the same rows for all; weak: rows, or the pixels of an exact view, grow with the number of"
                            + " workers, so that each has as many iterations. Default: ${DEFAULT-VALUE}")
    private Mode mode;

    @Option(
            names = "--workers",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2",
            description = "Numbers of workers, separated by commas; 1 always takes part. On a cluster that many cores"
                    + " are asked for. Default: ${DEFAULT-VALUE}")
    private List<Integer> workers;

    @Option(
            names = EngineOptions.ENGINE,
            paramLabel = "NAME",
            defaultValue = "spark",
            description = "Engine that executes the chunks: threads, spark. Default: ${DEFAULT-VALUE}")
    private EngineKind engine;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "Rule that cuts rows into chunks, as for render. Default: ${DEFAULT-VALUE}")
    private Schedule schedule;

    @Mixin
    private RepeatOptions repeatOptions;

    @Mixin
    private CommonOptions common;

    ScalingCommand() {
        super(StudyReports.SCALING);
    }

    @Override
    ResumeOptions folderOptions() {
        return folderOptions;
    }

    @Override
    CommonOptions common() {
        return common;
    }

    @Override
    Study<ScalingResult> study(Computation<?> computation, List<Run> earlier) {
        return new Scaling(
                new ScalingRequest(computation, mode, engine, workers, schedule, repeatOptions.settings()), earlier);
    }

    @Override
    void print(ScalingResult result, SummaryLines facts) {
        facts.line(
                "kernel",
                "%s",
                String.join(" and ", result.rows().get(0).median().methods()));
        facts.line(
                "schedule",
                "%s on %s",
                result.request().schedule().label(),
                result.request().engine().label());
    }

    @Override
    void printMachine(ScalingResult result, SummaryLines facts) {
        if (!result.environments().isEmpty()) {
            facts.environment(result.environments().get(0));
            result.environments().get(0).spark().ifPresent(spark -> facts.line("spark", "%s", spark.version()));
        }
    }
}
