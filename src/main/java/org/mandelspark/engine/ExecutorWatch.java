package org.mandelspark.engine;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;

/** Waits for the executors of a cluster, which register some time after Spark has started. */
public final class ExecutorWatch extends SparkListener {
    /** Longest wait for executors, as long as Spark's own wait for its minimum of them. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Wait for one more executor: catches most late ones, which would distort timings, and delays each start little. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final SparkContext spark;
    private final Semaphore arrivals = new Semaphore(0);

    private ExecutorWatch(SparkContext spark) {
        this.spark = spark;
    }

    /**
     * Waits for the workers of a cluster and counts them.
     *
     * @param asked number of workers asked for, if any
     * @throws IllegalArgumentException if the cluster gives another number than was asked for
     */
    static WorkerCount workers(JavaSparkContext context, OptionalInt asked) {
        OptionalInt expected = asked.isPresent() ? asked : ClusterRequest.expected(context.getConf());
        int given = slots(context, expected, QUIET);
        if (asked.isPresent()) {
            if (given != asked.getAsInt()) {
                throw ClusterRequest.notGiven(asked.getAsInt(), given);
            }
            return new WorkerCount(given, "--workers");
        }
        // A full cluster gives nothing for now: the job waits, and Spark's guess is as good as any.
        return new WorkerCount(given > 0 ? given : context.defaultParallelism(), "cores of the executors");
    }

    /**
     * Waits until as many tasks can run at once as are expected, for {@link #PATIENCE} at most; if no number is expected,
     * until an executor has registered and no other follows for some time.
     *
     * @param quiet that time
     * @return number of tasks that can run at once now
     */
    public static int slots(JavaSparkContext context, OptionalInt expected, Duration quiet) {
        ExecutorWatch watch = new ExecutorWatch(context.sc());
        context.sc().addSparkListener(watch);
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            int slots = watch.slots();
            while (slots < expected.orElse(1) && watch.anotherComes(deadline - System.nanoTime())) {
                slots = watch.slots();
            }
            while (expected.isEmpty() && slots > 0 && watch.anotherComes(quiet.toNanos())) {
                slots = watch.slots();
            }
            return slots;
        } finally {
            context.sc().removeSparkListener(watch);
        }
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded event) {
        arrivals.release();
    }

    private boolean anotherComes(long timeoutNanos) {
        try {
            return arrivals.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }

    /** Spark's default parallelism is at least two, or what the user has set it to. */
    private int slots() {
        if (spark.isStopped()) {
            throw new EngineException("Spark stopped before it had executors", null);
        }
        return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
    }
}
