package org.mandelspark.engine;

import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;

/** Waits for the executors of a cluster, which come when they like after Spark has started. */
final class ExecutorWatch extends SparkListener {
    /** Time to wait, the same as Spark's own for its minimum of executors. */
    private static final long TIMEOUT_SECONDS = 30;

    /** Time after the last executor until no other is expected, if nothing says how many there will be. */
    private static final long QUIET_SECONDS = 1;

    private final SparkContext spark;
    private final Semaphore arrivals = new Semaphore(0);

    /**
     * The number of workers that a cluster gives, once it has given them: late ones would distort timings.
     *
     * @param asked number of workers asked for, if any
     * @throws IllegalArgumentException if the cluster gives another number than was asked for
     */
    static WorkerCount workers(JavaSparkContext context, OptionalInt asked) {
        ExecutorWatch executors = new ExecutorWatch(context.sc());
        try {
            if (asked.isPresent()) {
                int given = executors.await(asked.getAsInt(), TIMEOUT_SECONDS, TimeUnit.SECONDS);
                if (given != asked.getAsInt()) {
                    throw ClusterRequest.notGiven(asked.getAsInt(), given);
                }
                return new WorkerCount(given, "--workers");
            }
            OptionalInt expected = ClusterRequest.expected(context.getConf());
            int given = expected.isPresent()
                    ? executors.await(expected.getAsInt(), TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    : executors.awaitQuiet();
            // A full cluster gives nothing for now: the job waits, and Spark's guess is as good as any.
            return new WorkerCount(given > 0 ? given : context.defaultParallelism(), "cores of the executors");
        } finally {
            context.sc().removeSparkListener(executors);
        }
    }

    /** Watches from now on; executors that are there already count as well. */
    ExecutorWatch(SparkContext spark) {
        this.spark = spark;
        spark.addSparkListener(this);
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded event) {
        arrivals.release();
    }

    /**
     * Waits until so many tasks can run at once, and not longer than the timeout.
     *
     * @return how many can
     */
    int await(int wanted, long timeout, TimeUnit unit) {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        int slots = slots();
        while (slots < wanted && anotherComes(deadline - System.nanoTime())) {
            slots = slots();
        }
        return slots;
    }

    /** Waits for the first executor and then until no other comes any more; says how many tasks can run at once. */
    private int awaitQuiet() {
        int slots = await(1, TIMEOUT_SECONDS, TimeUnit.SECONDS);
        while (slots > 0 && anotherComes(TimeUnit.SECONDS.toNanos(QUIET_SECONDS))) {
            slots = slots();
        }
        return slots;
    }

    private boolean anotherComes(long timeoutNanos) {
        try {
            return arrivals.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        }
    }

    /** Spark's default parallelism would say at least two, and what the user has set it to. */
    private int slots() {
        if (spark.isStopped()) {
            throw new EngineException("Spark stopped before it had executors", null);
        }
        return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
    }
}
