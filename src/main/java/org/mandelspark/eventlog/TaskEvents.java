package org.mandelspark.eventlog;

import java.io.IOException;
import java.util.function.Consumer;

/** Events of attempts at tasks: nearly all of the lines of a log. */
final class TaskEvents {
    private TaskEvents() {}

    /** Reader of the beginning of an attempt, or of its end. */
    static EventReader task(Consumer<TaskEntry> then) {
        TaskEntry task = new TaskEntry();
        return EventReader.whole(
                (name, fields) -> {
                    switch (name) {
                        case "Stage ID" -> task.stageId = fields.number();
                        case "Stage Attempt ID" -> task.stageAttempt = fields.number();
                        case "Task End Reason" ->
                            fields.object((key, value) -> {
                                if (key.equals("Reason")) {
                                    task.reason = value.text();
                                }
                            });
                        case "Task Info" -> fields.object((key, value) -> taskInfo(task, key, value));
                        case "Task Metrics" -> fields.object((key, value) -> taskMetrics(task, key, value));
                        default -> {}
                    }
                },
                () -> {
                    EventReader.require(task.launchMs);
                    then.accept(task);
                });
    }

    private static void taskInfo(TaskEntry task, String name, EventFields fields) throws IOException {
        switch (name) {
            case "Task ID" -> task.taskId = fields.whole();
            case "Index" -> task.index = fields.number();
            case "Launch Time" -> task.launchMs = fields.whole();
            case "Executor ID" -> task.executor = fields.text();
            case "Host" -> task.host = fields.text();
            case "Getting Result Time" -> task.gettingResultMs = fields.whole();
            case "Finish Time" -> task.finishMs = fields.whole();
            case "Failed" -> task.failed = fields.isTrue();
            case "Killed" -> task.killed = fields.isTrue();
            default -> {}
        }
    }

    private static void taskMetrics(TaskEntry task, String name, EventFields fields) throws IOException {
        switch (name) {
            case "Executor Deserialize Time" -> task.deserialiseMs = fields.amount();
            case "Executor Run Time" -> task.runMs = fields.amount();
            case "Executor CPU Time" -> task.cpuMs = fields.nanosAsMs();
            case "Result Serialization Time" -> task.resultMs = fields.amount();
            case "JVM GC Time" -> task.gcMs = fields.amount();
            case "Shuffle Read Metrics" ->
                fields.object((key, value) -> {
                    if (key.equals("Fetch Wait Time")) {
                        task.fetchWaitMs = value.amount();
                    }
                });
            case "Shuffle Write Metrics" ->
                fields.object((key, value) -> {
                    if (key.equals("Shuffle Write Time")) {
                        task.shuffleWriteMs = value.nanosAsMs();
                    }
                });
            default -> {}
        }
    }
}
