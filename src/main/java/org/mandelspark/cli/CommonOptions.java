package org.mandelspark.cli;

import java.util.function.Supplier;
import org.mandelspark.engine.SparkLogging;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that every command understands, besides {@code --help} and {@code --version}. */
final class CommonOptions {
    static final String VERBOSE = "--verbose";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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

    /**
     * Makes what options ask for.
     *
     * @throws ParameterException if that finds one of their values wrong, with its reason
     */
    <T> T valid(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
