package org.mandelspark.cli;

import java.util.OptionalInt;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.engine.SparkEngine.WebInterface;
import picocli.CommandLine.Option;

/** The options of commands that only Spark can execute. */
final class SparkOptions {
    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Tasks at once. Default: the cores that this process was given, by CPU affinity, cgroup"
                    + " quota, or OMP_NUM_THREADS, SLURM_CPUS_PER_TASK, NSLOTS if set; on a cluster all cores of its"
                    + " executors")
    private Integer workers;

    @Option(names = "--ui", description = "Serve Spark's web interface while the job runs.")
    private boolean ui;

    OptionalInt workers() {
        return workers == null ? OptionalInt.empty() : OptionalInt.of(workers);
    }

    /** Starts Spark for a command, by these options. */
    SparkEngine start(String command) {
        return SparkEngine.start("mandelspark " + command, workers(), ui ? WebInterface.ON : WebInterface.OFF);
    }
}
