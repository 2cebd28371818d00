package org.mandelspark.engine;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Explains in one line why a Spark job failed; Spark wraps the reason in its report of the whole job. */
public final class SparkFailure {
    private SparkFailure() {}

    /**
     * Runs a part of a Spark job and explains its failure.
     *
     * @throws EngineException instead of what Spark throws
     */
    public static <T> T explain(Callable<T> part) {
        try {
            return part.call();
        } catch (Exception e) {
            throw of(e);
        }
    }

    /**
     * Returns the failure of a job as one line.
     *
     * @param e what Spark threw; Scala throws checked exceptions that no signature names
     */
    static EngineException of(Exception e) {
        return of("the Spark job failed", e);
    }

    /** Returns the failure of another action of Spark as one line. */
    static EngineException of(String what, Exception e) {
        Throwable cause = e;
        while (!isExplained(cause) && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause instanceof EngineException known ? known : new EngineException(what + ": " + firstLine(cause), e);
    }

    /** True for exceptions that name the file or the setting that their causes do not know. */
    private static boolean isExplained(Throwable e) {
        return e instanceof EngineException || e instanceof UncheckedIOException;
    }

    private static String firstLine(Throwable e) {
        String message =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return message.isEmpty() ? e.getClass().getSimpleName().toLowerCase(Locale.ROOT) : message;
    }
}
