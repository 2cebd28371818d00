package org.mandelspark.eventlog;

import java.util.List;

/** A job as its log entries describe it. */
final class JobEntry {
    final int id;
    long submittedMs = -1;
    long endMs = -1;
    long execution = -1;
    String description = "";
    List<Integer> stageIds = List.of();

    JobEntry(int id) {
        this.id = id;
    }
}
