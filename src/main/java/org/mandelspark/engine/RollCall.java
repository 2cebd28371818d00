package org.mandelspark.engine;

import java.util.List;

/**
 * Who answered and who did not.
 *
 * @param workers by rank
 * @param shortfalls what is missing, one line each for people; empty if every executor and every worker asked for
 *     answered
 */
public record RollCall(List<WorkerReport> workers, List<String> shortfalls) {
    public RollCall {
        workers = List.copyOf(workers);
        shortfalls = List.copyOf(shortfalls);
    }

    /** Number of executors that answered; in local mode 1, the driver. */
    public long executors() {
        return workers.stream().map(WorkerReport::address).distinct().count();
    }

    /** Number of hosts that answered. */
    public long hosts() {
        return workers.stream().map(WorkerReport::host).distinct().count();
    }
}
