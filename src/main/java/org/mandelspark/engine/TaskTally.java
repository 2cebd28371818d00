package org.mandelspark.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.TaskInfo;
import org.mandelspark.measure.ExtraAttempts;
import org.mandelspark.measure.TaskOverheads;

/**
 * Spark's reports on the tasks of one execution.
 *
 * <p>Events come on Spark's listener thread, later than what they report and possibly never, as a bus that is too full
 * drops them. So a reader first waits a while for the end of the job, and then gets what there is.
 */
final class TaskTally {
    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private record Attempt(int partition, int number) {}

    private final CompletableFuture<Void> jobEnd = new CompletableFuture<>();
    private final BitSet begun = new BitSet();
    private final BitSet succeeded = new BitSet();
    private final Map<Attempt, Long> launchedMillis = new HashMap<>();
    private long deserialiseNanos;
    private long serialiseNanos;
    private int speculative;
    private int fetched;

    synchronized void taskStarted(TaskInfo task) {
        begun.set(task.partitionId());
        Attempt attempt = new Attempt(task.partitionId(), task.attemptNumber());
        if (launchedMillis.put(attempt, task.launchTime()) == null && task.speculative()) {
            speculative++;
        }
    }

    /**
     * The end of an attempt. Of each partition the first that succeeded counts: its result was used, and how much of
     * the others is reported before the end of the job is chance.
     *
     * @param metrics {@code null} if the task's process died
     */
    synchronized void taskEnded(TaskInfo task, TaskMetrics metrics) {
        taskStarted(task);
        if (!task.successful() || succeeded.get(task.partitionId())) {
            return;
        }
        succeeded.set(task.partitionId());
        if (task.gettingResultTime() > 0) {
            fetched++;
        }
        if (metrics != null) {
            // Spark cuts off milliseconds, which is most of it for small tasks; CPU time leaves out waiting.
            deserialiseNanos +=
                    Math.max(metrics.executorDeserializeTime() * NANOS_PER_MILLI, metrics.executorDeserializeCpuTime());
            serialiseNanos += metrics.resultSerializationTime() * NANOS_PER_MILLI;
        }
    }

    void jobEnded() {
        jobEnd.complete(null);
    }

    /** Waits until Spark has reported the job's end, and so of all its tasks; not longer than the timeout. */
    void awaitJobEnd(long timeout, TimeUnit unit) {
        try {
            jobEnd.get(timeout, unit);
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Partitions of which a successful end was seen. */
    synchronized int tasksSeen() {
        return succeeded.cardinality();
    }

    /** Attempts beyond the first of a partition. */
    synchronized ExtraAttempts extra() {
        return new ExtraAttempts(launchedMillis.size() - begun.cardinality() - speculative, speculative);
    }

    /** Results that were too large to travel with the word of their task's end. */
    synchronized int fetchedResults() {
        return fetched;
    }

    /** Sums over one attempt of each partition. */
    synchronized TaskOverheads overheads() {
        return new TaskOverheads(deserialiseNanos, serialiseNanos);
    }

    /** Time when the driver launched an attempt, in milliseconds since the epoch, if it was reported. */
    synchronized OptionalLong launchedMillis(int partition, int attempt) {
        Long launched = launchedMillis.get(new Attempt(partition, attempt));
        return launched == null ? OptionalLong.empty() : OptionalLong.of(launched);
    }
}
