package org.mandelspark.eventlog;

/** An attempt at a task as its log entries describe it. */
final class TaskEntry {
    int stageId;
    int stageAttempt;
    long taskId = -1;
    int index;
    String executor = "";
    String reason = "";
    String host = "";
    boolean failed;
    boolean killed;
    long launchMs = -1;
    long gettingResultMs;
    long finishMs;
    long deserialiseMs;
    long runMs;
    long cpuMs;
    long gcMs;
    long resultMs;
    long fetchWaitMs;
    long shuffleWriteMs;

    boolean succeeded() {
        return reason.equals("Success") && !failed && !killed;
    }

    /** Time when its core was free: results that are fetched later are the driver's affair. */
    long coreFreeMs() {
        return Math.max(launchMs, gettingResultMs > 0 ? Math.min(gettingResultMs, finishMs) : finishMs);
    }
}
