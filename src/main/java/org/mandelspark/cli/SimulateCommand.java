package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.grid.Unit;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;
import org.mandelspark.report.SimulationFiles;
import org.mandelspark.report.SimulationTable;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.Simulation;
import org.mandelspark.study.SimulationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: what a study's measured rows say of other schedules and more workers. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Replays what scaling or balance has measured on other numbers of workers and other schedules.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark simulate [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark simulate --from out/balance --workers 2,16,88,1024",
            "  submit/mandelspark simulate --from out/balance --schedules static,cyclic,guided,auto --out out/simulate"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final String UNIT = "--unit";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            required = true,
            description = "A study folder that scaling or balance has written, a pyramid, or the .json file of a run.")
    private String from;

    @Option(
            names = "--workers",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4,8,16,32,64,88,256,1024",
            description = "Numbers of workers, separated by commas. Default: ${DEFAULT-VALUE}")
    private List<Integer> workers;

    @Option(
            names = "--schedules",
            paramLabel = "NAME",
            split = ",",
            description = "Schedules, separated by commas, as for render. Default: those of the study")
    private List<Schedule> schedules = List.of();

    @Option(
            names = UNIT,
            paramLabel = "UNIT",
            description =
                    "Unit of the study that is replayed: row, or a tile such as 64x64. Default: the study's first")
    private Optional<Unit> unit = Optional.empty();

    @Option(
            names = "--ideal",
            description = "Model an engine that adds nothing: what the schedules alone allow. Default: the study's own,"
                    + " with its measured overheads")
    private boolean ideal;

    @Mixin
    private FolderOptions folderOptions;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        Optional<StudyFolder> folder = common.valid(() -> folderOptions.folder(SimulationFiles.NAMES));
        SimulationResult result = common.valid(this::simulate);
        PrintWriter terminal = spec.commandLine().getOut();
        SummaryLines facts = new SummaryLines(terminal, System.getenv());
        facts.problem(result.computation().problem());
        facts.line("from", "%s, engine %s", from, result.engine());
        terminal.println();
        new SimulationTable(result).lines().forEach(terminal::println);
        terminal.flush();
        if (folder.isPresent()) {
            SimulationFiles.write(result, folder.get());
        }
        return 0;
    }

    private SimulationResult simulate() {
        try {
            List<Run> runs = RunLog.single(from).map(List::of).orElseGet(() -> RunLog.read(from));
            Simulation.Engine engine = ideal ? Simulation.Engine.IDEAL : Simulation.Engine.MEASURED;
            return unit.map(wanted -> new Simulation(runs, wanted, schedules, workers, engine))
                    .orElseGet(() -> new Simulation(runs, schedules, workers, engine))
                    .execute();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--from " + from + ": " + e.getMessage(), e);
        }
    }
}
