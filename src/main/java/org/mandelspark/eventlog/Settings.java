package org.mandelspark.eventlog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of Spark that say how tasks are made and scheduled. No others leave a log: properties hold addresses, paths and
 * names.
 */
final class Settings {
    static final String TASK_CPUS = "spark.task.cpus";
    static final String DYNAMIC_ALLOCATION = "spark.dynamicAllocation.enabled";

    /** Values are numbers, sizes, times and words such as FAIR. */
    private static final String PLAIN_VALUE = "[A-Za-z0-9._-]{1,40}";

    private static final List<String> SHOWN = List.of(
            TASK_CPUS,
            "spark.executor.cores",
            "spark.executor.instances",
            DYNAMIC_ALLOCATION,
            "spark.dynamicAllocation.maxExecutors",
            "spark.default.parallelism",
            "spark.speculation",
            "spark.locality.wait",
            "spark.scheduler.mode",
            "spark.sql.shuffle.partitions",
            "spark.sql.files.maxPartitionBytes",
            "spark.sql.adaptive.enabled",
            "spark.sql.adaptive.coalescePartitions.enabled",
            "spark.sql.adaptive.coalescePartitions.parallelismFirst",
            "spark.sql.adaptive.advisoryPartitionSizeInBytes");

    private static final String RESOURCE = "spark\\.(task|executor)\\.resource\\.([A-Za-z0-9_-]{1,40})\\.amount";

    private final Map<String, String> values = new TreeMap<>();

    static boolean isOfInterest(String key) {
        return SHOWN.contains(key) || key.matches(RESOURCE);
    }

    void put(String key, String value) {
        if (value.matches(PLAIN_VALUE)) {
            values.put(key, value);
        }
    }

    /** All of them, by name. */
    Map<String, String> all() {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    boolean isTrue(String key) {
        return values.getOrDefault(key, "").equals("true");
    }

    /** A positive number, or another one where the setting is missing or something else. */
    double amount(String key, double otherwise) {
        try {
            double value = Double.parseDouble(values.getOrDefault(key, ""));
            return value > 0 && Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Names of resources besides cores that tasks ask for. */
    List<String> taskResources() {
        return values.keySet().stream()
                .filter(key -> key.startsWith("spark.task.resource."))
                .map(key -> key.replaceAll(RESOURCE, "$2"))
                .toList();
    }
}
