package org.mandelspark.hosts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.BarrierTaskInfo;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.mandelspark.engine.GivenCores;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.HostName;
import org.mandelspark.engine.WorkerCount;

/**
 * The answer of one worker, a core slot of an executor.
 *
 * @param rank from 0 to size − 1, in no particular order
 * @param size number of workers that reported at once
 * @param host by its own name
 * @param executor by the name that Spark gave it; {@code driver} in local mode
 * @param address host and port where other processes reach that executor
 * @param slot number among its executor's slots, from 0
 * @param processId of the executor's JVM, on its host
 * @param cores that the operating system lets that process use, which all its slots share
 * @param coresSource decided that number
 * @param jvm vendor and version of the Java runtime
 */
public record WorkerReport(
        int rank,
        int size,
        String host,
        String executor,
        String address,
        int slot,
        @JsonProperty("process_id") long processId,
        int cores,
        @JsonProperty("cores_source") String coresSource,
        String jvm)
        implements Serializable {

    public WorkerReport {
        if (rank < 0 || rank >= size) {
            throw new IllegalArgumentException("the rank must be from 0 to " + (size - 1) + ", not " + rank);
        }
    }

    /**
     * Answers inside a task of a barrier stage.
     *
     * <p>Spark starts these tasks together, each in a slot of its own, so the tasks of one executor number its slots. The
     * context comes from {@link TaskContext}: {@link BarrierTaskContext} would start a timer for barriers, which in Spark
     * 3.5 keeps the process alive for ever.
     */
    static WorkerReport here() {
        BarrierTaskContext task = (BarrierTaskContext) TaskContext.get();
        List<String> executors =
                Arrays.stream(task.getTaskInfos()).map(BarrierTaskInfo::address).toList();
        int rank = task.partitionId();
        int slot = Collections.frequency(executors.subList(0, rank), executors.get(rank));
        SparkEnv env = SparkEnv.get();
        WorkerCount granted = new GivenCores().granted();
        return new WorkerReport(
                rank,
                executors.size(),
                HostName.LOCAL,
                env.executorId(),
                env.blockManager().blockManagerId().hostPort(),
                slot,
                ProcessHandle.current().pid(),
                granted.count(),
                granted.source(),
                HostEnvironment.jvm());
    }
}
