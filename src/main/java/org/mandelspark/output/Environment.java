package org.mandelspark.output;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a run took place; without it no figure can be compared with another.
 *
 * @param cpu model of the processor
 * @param cores cores of the machine
 * @param grantedCores cores that the operating system lets this process use
 * @param quotaCores the cgroup's CPU quota in cores, if it has one
 * @param memoryBytes memory of the machine
 * @param heapBytes largest heap of this process
 * @param os operating system, version and architecture
 * @param jvm vendor and version of the Java runtime
 * @param jvmFlags what was passed to it
 * @param spark the Spark that ran, if one did
 * @param version of this project
 * @param gitCommit of this project
 */
public record Environment(
        String cpu,
        int cores,
        int grantedCores,
        @JsonIgnore Optional<Double> quotaCores,
        long memoryBytes,
        long heapBytes,
        String os,
        String jvm,
        List<String> jvmFlags,
        @JsonIgnore Optional<Spark> spark,
        String version,
        String gitCommit) {

    @JsonProperty("quotaCores")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private Double quotaOrNull() {
        return quotaCores.orElse(null);
    }

    @JsonProperty("spark")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private Spark sparkOrNull() {
        return spark.orElse(null);
    }

    /**
     * Which Spark, where.
     *
     * @param version of Spark
     * @param master its URL
     * @param settings those that are not defaults, values of secrets hidden
     */
    public record Spark(String version, String master, SortedMap<String, String> settings) {}
}
