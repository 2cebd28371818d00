package org.mandelspark.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.collection.Iterator;

/**
 * Hears what Spark reports of tasks, and keeps it apart by execution.
 *
 * <p>An execution is a job group with a name that no other has. Spark names the group when a job starts, and afterwards
 * only stages and jobs.
 */
final class TaskListener extends SparkListener {
    /** Key of the name of the job group among a job's properties in Spark. */
    private static final String GROUP = "spark.jobGroup.id";

    private final Map<String, TaskTally> byGroup = new ConcurrentHashMap<>();

    // These two belong to the listener bus, which calls one method at a time.
    private final Map<Integer, TaskTally> byJob = new HashMap<>();
    private final Map<Integer, TaskTally> byStage = new HashMap<>();

    /** Listens to the jobs of a group from now on. */
    TaskTally expect(String group) {
        TaskTally tally = new TaskTally();
        byGroup.put(group, tally);
        return tally;
    }

    /** Does not listen to new jobs of a group any longer. */
    void forget(String group) {
        byGroup.remove(group);
    }

    @Override
    public void onJobStart(SparkListenerJobStart event) {
        Properties properties = event.properties();
        String group = properties == null ? null : properties.getProperty(GROUP);
        TaskTally tally = group == null ? null : byGroup.get(group);
        if (tally != null) {
            byJob.put(event.jobId(), tally);
            Iterator<Object> stages = event.stageIds().iterator();
            while (stages.hasNext()) {
                byStage.put((Integer) stages.next(), tally);
            }
        }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart event) {
        TaskTally tally = byStage.get(event.stageId());
        if (tally != null) {
            tally.taskStarted(event.taskInfo());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        TaskTally tally = byStage.get(event.stageId());
        if (tally != null) {
            tally.taskEnded(event.taskInfo(), event.taskMetrics());
        }
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd event) {
        TaskTally tally = byJob.remove(event.jobId());
        if (tally != null) {
            byStage.values().removeIf(other -> other == tally);
            tally.jobEnded();
        }
    }
}
