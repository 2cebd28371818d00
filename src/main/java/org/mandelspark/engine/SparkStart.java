package org.mandelspark.engine;

import org.apache.spark.SparkConf;

/**
 * The part of Spark's start that depends on nothing: its log and the table of its settings, a tenth of the start of a
 * short job. A second core has it done while the first one reads the command line.
 *
 * <p>Spark's classes need each other in circles, and two threads that load them from different ends could wait for each
 * other for ever. So whoever is about to touch them {@link #await() waits} here first.
 */
public final class SparkStart {
    private SparkStart() {}

    /** Begins on a thread of its own. */
    public static void begin() {
        Thread thread = new Thread(SparkStart::await, "spark-start");
        thread.setDaemon(true);
        // The cause is reported to whoever needs Spark, if anybody does.
        thread.setUncaughtExceptionHandler((dead, error) -> {});
        thread.start();
    }

    /** Returns when it is done; does it if nobody has begun. */
    static void await() {
        Done.touch();
    }

    /** The JVM initialises a class once, and lets other threads wait meanwhile. */
    private static final class Done {
        static {
            new SparkConf();
        }

        static void touch() {}
    }
}
