package org.mandelspark.cli;

import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import picocli.CommandLine.Option;

/** The options that say on which engine a study runs, with how many workers. */
final class StudyEngineOptions {
    @Option(
            names = EngineOptions.ENGINE,
            paramLabel = "NAME",
            description = "Engine that executes the chunks: serial, threads, spark. Default: ${DEFAULT-VALUE}")
    private EngineKind engine;

    @Option(
            names = EngineOptions.WORKERS,
            paramLabel = "N",
            description = "Chunks computed at once. Default: the cores that this process was given")
    private Integer workers;

    EngineKind engine() {
        return engine;
    }

    OptionalInt workers() {
        return workers == null ? OptionalInt.empty() : OptionalInt.of(workers);
    }
}
