package org.mandelspark.eventlog;

import java.util.List;

/** An attempt at a stage as its log entries describe it. */
final class StageEntry {
    final int id;
    final int attempt;
    String name = "";
    int tasks;
    int profile;
    long submittedMs = -1;
    long completedMs = -1;
    boolean failed;
    List<Integer> parentIds = List.of();

    StageEntry(int id, int attempt) {
        this.id = id;
        this.attempt = attempt;
    }
}
