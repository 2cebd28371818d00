package org.mandelspark.cli;

import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.SparkEngine.WebInterface;
import org.mandelspark.study.EngineChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what executes the chunks. The command says which engine is the default. */
final class EngineOptions {
    static final String ENGINE = "--engine";
    static final String WORKERS = "--workers";
    private static final String UI = "--ui";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = ENGINE,
            paramLabel = "NAME",
            description = "Engine that executes the chunks: serial, threads, spark. Default: ${DEFAULT-VALUE}")
    private EngineKind engine;

    @Option(
            names = WORKERS,
            paramLabel = "N",
            description = "Chunks computed at once. Default: the cores that this process was given, by CPU affinity,"
                    + " cgroup quota, or OMP_NUM_THREADS, SLURM_CPUS_PER_TASK, NSLOTS if set")
    private Integer workers;

    @Option(names = UI, description = "Serve Spark's web interface while engine spark runs.")
    private boolean ui;

    /** The engine asked for; throws IllegalArgumentException if another option has no effect on it. */
    EngineChoice choice() {
        requireWorkersOf(List.of(engine), ENGINE, command);
        if (engine != EngineKind.SPARK) {
            new GivenOptions(command)
                    .refuse(
                            UI,
                            "on engine " + engine.label() + ", which has no web interface: take " + ENGINE + " spark");
        }
        return new EngineChoice(
                engine,
                workers == null ? OptionalInt.empty() : OptionalInt.of(workers),
                ui ? WebInterface.ON : WebInterface.OFF);
    }

    /**
     * Refuses {@code --workers} where all engines have one.
     *
     * @param option that names engines
     * @throws IllegalArgumentException if it is given nevertheless
     */
    static void requireWorkersOf(List<EngineKind> engines, String option, CommandSpec command) {
        if (engines.stream().allMatch(EngineKind.SERIAL::equals)) {
            new GivenOptions(command)
                    .refuse(WORKERS, "on engine serial, which has one worker: take " + option + " threads or spark");
        }
    }
}
