package org.mandelspark.cli;

import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.SparkEngine.WebInterface;
import org.mandelspark.study.EngineChoice;
import picocli.CommandLine.Option;

/** The options that say what executes the chunks. The command says which engine is the default. */
final class EngineOptions {
    static final String ENGINE = "--engine";

    @Option(
            names = ENGINE,
            paramLabel = "NAME",
            converter = Converters.ToEngine.class,
            description = "What executes the chunks: serial, threads, spark. Default: ${DEFAULT-VALUE}")
    private EngineKind engine;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = Converters.ToPositive.class,
            description = "Chunks computed at once. Default: the cores that this process was given, by CPU affinity,"
                    + " cgroup quota, or OMP_NUM_THREADS, SLURM_CPUS_PER_TASK, NSLOTS if set")
    private Integer workers;

    @Option(names = "--ui", description = "Serve Spark's web interface while the job runs.")
    private boolean ui;

    EngineChoice choice() {
        return new EngineChoice(
                engine,
                workers == null ? OptionalInt.empty() : OptionalInt.of(workers),
                ui ? WebInterface.ON : WebInterface.OFF);
    }
}
