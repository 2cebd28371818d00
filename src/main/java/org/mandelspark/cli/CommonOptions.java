package org.mandelspark.cli;

import org.mandelspark.engine.SparkLogging;
import picocli.CommandLine.Option;

/** Options that every command understands, besides {@code --help} and {@code --version}. */
final class CommonOptions {
    static final String VERBOSE = "--verbose";

    @Option(names = VERBOSE, description = "Show more of Spark's log, and stack traces.")
    private boolean verbose;

    @Option(names = "--quiet", description = "Show no progress bar.")
    private boolean quiet;

    SparkLogging.Level logLevel() {
        return verbose ? SparkLogging.Level.INFO : SparkLogging.Level.WARN;
    }

    boolean isQuiet() {
        return quiet;
    }
}
