package org.mandelspark.cli;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Unit;
import org.mandelspark.record.Run;
import org.mandelspark.report.StudyReports;
import org.mandelspark.study.Balance;
import org.mandelspark.study.BalanceRequest;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.Study;
import org.mandelspark.workload.Computation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code balance}: schedules against each other on a view. */
@Command(
        name = "balance",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Measures how evenly schedules share the rows or tiles of a view, or the rows of another workload, among"
                        + " workers.",
        sortOptions = false,
        defaultValueProvider = BalanceCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] balance [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            SweepCommand.LISTS_1,
            SweepCommand.LISTS_2,
            "",
            "Examples:",
            "  submit/mandelspark balance --out out/balance",
            "  submit/mandelspark balance --schedules static,over,permuted --factors 1,4,16 --view scaling",
            "  submit/mandelspark balance --schedules auto,lpt:self --units row,64x64,256x16 --out out/units",
            "  submit/mandelspark balance --size 512x512,2048x2048 --kernel array,simd --out out/sweep",
            "  submit/mandelspark balance --virtual-workers 88 --out out/balance88",
            "  submit/mandelspark balance --workload gauss --size 4000x2000"
        })
final class BalanceCommand extends SweepCommand<BalanceResult> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(
                    ViewOptions.VIEW,
                    "mojo",
                    EngineOptions.ENGINE,
                    "spark",
                    KernelOptions.KERNEL,
                    "simd",
                    KernelOptions.INTERIOR,
                    "none"));
        }
    }

    private static final String FACTORS = "--factors";

    @Mixin
    private ResumeOptions folderOptions;

    @Option(
            names = "--schedules",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "static,cyclic,over,auto",
            description = "Schedules, separated by commas, as for render; over, balanced, lpt and permuted stand for"
                    + " themselves with each factor (over:K, balanced:K, lpt:over:K, permuted:over:K)."
                    + " Default: ${DEFAULT-VALUE}")
    private List<String> schedules;

    @Option(
            names = FACTORS,
            paramLabel = "K",
            split = ",",
            defaultValue = "1,2,4,8,16,32",
            description = "Chunks a worker of over, balanced, lpt and permuted, separated by commas."
                    + " Default: ${DEFAULT-VALUE}")
    private List<Integer> factors;

    @Option(
            names = "--units",
            paramLabel = "UNIT",
            split = ",",
            defaultValue = "row",
            description = "What the schedules deal out, separated by commas, each with all schedules: row, or of a view"
                    + " a tile WxH such as 64x64. Default: ${DEFAULT-VALUE}")
    private List<Unit> units;

    @Option(
            names = "--virtual-workers",
            paramLabel = "P",
            description = "Partition for P workers and replay the measured chunks on that many, so that a few cores"
                    + " stand in for many.")
    private Integer virtualWorkers;

    @Mixin
    private StudyEngineOptions engineOptions;

    @Mixin
    private RepeatOptions repeatOptions;

    @Mixin
    private CommonOptions common;

    BalanceCommand() {
        super(StudyReports.BALANCE);
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
    Study<BalanceResult> study(Computation<?> computation, List<Run> earlier) {
        BalanceRequest request = new BalanceRequest(
                computation,
                engineOptions.engine(),
                engineOptions.workers(),
                BalanceRequest.contestants(schedules, factors, units),
                virtualWorkers == null ? OptionalInt.empty() : OptionalInt.of(virtualWorkers),
                repeatOptions.settings());
        if (schedules.stream().noneMatch(BalanceRequest::takesFactors)) {
            new GivenOptions(spec())
                    .refuse(FACTORS, "without over, balanced, lpt or permuted among --schedules: name one of them");
        }
        return new Balance(request, earlier);
    }

    @Override
    void print(BalanceResult result, SummaryLines facts) {
        facts.line(
                "kernel",
                "%s",
                String.join(" and ", result.rows().get(0).median().methods()));
        facts.workers(new WorkerCount(result.workers(), result.workersSource()));
    }

    @Override
    void printMachine(BalanceResult result, SummaryLines facts) {
        facts.environment(result.environment());
        result.environment().spark().ifPresent(spark -> facts.line("spark", "%s", SummaryLines.spark(spark)));
    }
}
