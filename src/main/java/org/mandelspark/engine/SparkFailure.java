package org.mandelspark.engine;

import java.util.Locale;
import org.mandelspark.files.DocumentException;

/** Cause of a failed Spark job, for people: Spark wraps it in the history of the job. */
final class SparkFailure {
    private SparkFailure() {}

    /**
     * The failure of a job as one line.
     *
     * @param e what Spark threw; Scala throws checked exceptions that no signature names
     */
    static EngineException of(Exception e) {
        return of("the Spark job failed", e);
    }

    /** The same of something else that Spark was to do. */
    static EngineException of(String what, Exception e) {
        Throwable cause = e;
        while (!(cause instanceof DocumentException || cause instanceof EngineException)
                && cause.getCause() != null
                && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause instanceof EngineException known ? known : new EngineException(what + ": " + firstLine(cause), e);
    }

    private static String firstLine(Throwable e) {
        String message =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return message.isEmpty() ? e.getClass().getSimpleName().toLowerCase(Locale.ROOT) : message;
    }
}
