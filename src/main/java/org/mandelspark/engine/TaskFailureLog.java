package org.mandelspark.engine;

import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;

/**
 * Switch for Spark's reports of each failed task, with stack traces, before the job's failure is reported in one line.
 *
 * <p>What a log configuration says of these loggers by name goes unchanged.
 */
final class TaskFailureLog {
    private static final List<String> LOGGERS =
            List.of("org.apache.spark.executor.Executor", "org.apache.spark.scheduler.TaskSetManager");

    private TaskFailureLog() {}

    /** Follows the level of the log: from now on, failed tasks are reported only if it shows more than warnings now. */
    static void follow() {
        // Two contexts for the reason given in SparkLogging.
        for (boolean ofThisThread : new boolean[] {false, true}) {
            if (LogManager.getContext(ofThisThread) instanceof LoggerContext context) {
                Configuration configuration = context.getConfiguration();
                boolean tellsMore = configuration.getRootLogger().getLevel().isLessSpecificThan(Level.INFO);
                for (String name : LOGGERS) {
                    if (tellsMore) {
                        letSpeak(configuration, name);
                    } else {
                        silence(configuration, name);
                    }
                }
                context.updateLoggers();
            }
        }
    }

    private static void silence(Configuration configuration, String name) {
        if (!configuration.getLoggerConfig(name).getName().equals(name)) {
            configuration.addLogger(name, new Silence(name));
        }
    }

    private static void letSpeak(Configuration configuration, String name) {
        if (configuration.getLoggerConfig(name) instanceof Silence) {
            configuration.removeLogger(name);
        }
    }

    /** A setting of this class, which is thereby distinguished from the settings of others. */
    private static final class Silence extends LoggerConfig {
        Silence(String name) {
            super(name, Level.OFF, true);
        }
    }
}
