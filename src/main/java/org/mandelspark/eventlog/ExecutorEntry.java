package org.mandelspark.eventlog;

import java.util.HashMap;
import java.util.Map;

/** An executor as its log entries describe it. */
final class ExecutorEntry {
    final int number;
    String host = "";
    int cores;
    int profile;
    long addedMs = -1;
    long askedMs = -1;
    long removedMs = -1;
    final Map<String, Integer> resources = new HashMap<>();

    ExecutorEntry(int number) {
        this.number = number;
    }
}
