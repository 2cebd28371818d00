package org.mandelspark.engine;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.spark.internal.Logging;
import org.slf4j.Logger;

/**
 * Amount that Spark and the libraries it is made of log on stderr.
 *
 * <p>Plain spark-submit knows nothing of this project's conf folder, and Spark's own default logs far too much; so
 * where nobody has configured the log, the settings that travel in the jar are used.
 */
public final class SparkLogging {
    /** Amount to log. */
    public enum Level {
        WARN,
        INFO
    }

    /** The variable of Log4j that names its settings, which the launcher sets. */
    private static final String SETTINGS = "LOG4J_CONFIGURATION_FILE";

    private static final String SPARK_DEFAULTS = "org/apache/spark/log4j2-defaults";

    private SparkLogging() {}

    /**
     * Sets the level from now on. The launcher's settings already ask for warnings: nothing is done then, because
     * asking the log starts it, which takes longer than a small picture.
     */
    public static void setLevel(Level level) {
        if (level == Level.WARN && System.getenv(SETTINGS) != null) {
            return;
        }
        SparkStart.await();
        // Spark sets its default when it first logs something, whatever has been set before: so let it, silently.
        new SparkLogger().initializeLogIfNecessary(false, true);
        // spark-submit loads this program with a class loader of its own, which has a context of its own; Spark looks
        // at that one when it decides whether the log is configured, and writes to the other.
        for (boolean ofThisThread : new boolean[] {false, true}) {
            if (LogManager.getContext(ofThisThread) instanceof LoggerContext context) {
                setLevel(context, level);
            }
        }
    }

    /** Ends the log of a process that is stopped: Spark would report every task that this cuts off. */
    public static void silence() {
        for (boolean ofThisThread : new boolean[] {false, true}) {
            if (LogManager.getContext(ofThisThread) instanceof LoggerContext context) {
                context.getConfiguration().getRootLogger().setLevel(org.apache.logging.log4j.Level.OFF);
                context.getConfiguration()
                        .getLoggers()
                        .values()
                        .forEach(logger -> logger.setLevel(org.apache.logging.log4j.Level.OFF));
                context.updateLoggers();
            }
        }
    }

    private static void setLevel(LoggerContext context, Level level) {
        if (isUnconfigured(context)) {
            context.setConfigLocation(settings());
        }
        context.getConfiguration()
                .getRootLogger()
                .setLevel(
                        level == Level.INFO
                                ? org.apache.logging.log4j.Level.INFO
                                : org.apache.logging.log4j.Level.WARN);
        context.updateLoggers();
    }

    /** True if the log is as Log4j or as Spark found it, untouched by whoever runs this. */
    private static boolean isUnconfigured(LoggerContext context) {
        String source = context.getConfiguration().getConfigurationSource().getLocation();
        return context.getConfiguration() instanceof DefaultConfiguration
                || (source != null && source.contains(SPARK_DEFAULTS));
    }

    private static URI settings() {
        try {
            return SparkLogging.class
                    .getResource("/org/mandelspark/log4j2.properties")
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the log settings of the jar cannot be found", e);
        }
    }

    /** The least that has Spark's logging; the odd names are Scala's for the trait's variable. */
    private static final class SparkLogger implements Logging {
        private Logger log;

        @Override
        public Logger org$apache$spark$internal$Logging$$log_() {
            return log;
        }

        @Override
        public void org$apache$spark$internal$Logging$$log__$eq(Logger logger) {
            log = logger;
        }
    }
}
