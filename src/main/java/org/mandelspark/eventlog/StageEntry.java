package org.mandelspark.eventlog;

import java.util.List;

/** What a log says of an attempt at a stage. */
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
