package org.mandelspark.study;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mandelspark.engine.RollCall;
import org.mandelspark.engine.WorkerReport;
import org.mandelspark.files.Json;
import org.mandelspark.grid.Counted;
import org.mandelspark.record.Environment;

/**
 * The workers of a cluster, or of this machine.
 *
 * @param roll who answered
 * @param environment of the driver
 */
public record HostsResult(@JsonUnwrapped RollCall roll, Environment environment) {
    /** Writes all of it as JSON: {@code workers}, {@code shortfalls} and the driver's {@code environment}. */
    public void writeJson(OutputStream out) throws IOException {
        Json.write(this, out);
    }

    /** What makes executors slower than they look, one line each for people: more slots than cores. */
    public List<String> warnings() {
        Map<String, List<WorkerReport>> executors = new TreeMap<>();
        roll.workers()
                .forEach(worker -> executors
                        .computeIfAbsent(worker.address(), address -> new ArrayList<>())
                        .add(worker));
        return executors.values().stream()
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
}
