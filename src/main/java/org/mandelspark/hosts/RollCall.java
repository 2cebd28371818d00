package org.mandelspark.hosts;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mandelspark.files.Json;
import org.mandelspark.grid.Counted;
import org.mandelspark.record.Environment;

/**
 * The workers that answered, and what is missing.
 *
 * @param workers by rank
 * @param shortfalls a line for people on each thing that is missing; empty if every executor and every worker asked for
 *     answered
 * @param environment of the driver
 */
public record RollCall(List<WorkerReport> workers, List<String> shortfalls, Environment environment) {
    public RollCall {
        workers = List.copyOf(workers);
        shortfalls = List.copyOf(shortfalls);
    }

    /** Writes everything as JSON. */
    public void writeJson(OutputStream out) throws IOException {
        Json.write(this, out);
    }

    /** Says how many workers answered, and where. */
    public String summary() {
        return "%s in %s on %s"
                .formatted(
                        Counted.of(workers.size(), "worker"),
                        Counted.of(count(WorkerReport::address), "executor"),
                        Counted.of(count(WorkerReport::host), "host"));
    }

    /** Names executors that are slower than they look, with more slots than cores, in a line for people each. */
    public List<String> warnings() {
        return workers.stream()
                .collect(Collectors.groupingBy(WorkerReport::address, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(slots -> slots.size() > slots.get(0).cores())
                .map(slots -> "executor %s on %s has %s and %s (%s)"
                        .formatted(
                                slots.get(0).executor(),
                                slots.get(0).host(),
                                Counted.of(slots.size(), "slot"),
                                Counted.of(slots.get(0).cores(), "core"),
                                slots.get(0).coresSource()))
                .toList();
    }

    private long count(Function<WorkerReport, String> of) {
        return workers.stream().map(of).distinct().count();
    }
}
