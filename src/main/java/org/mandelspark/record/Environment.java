package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandelspark.grid.PlainText;

/**
 * Place where a run was made; without it no figure can be compared with another. Its texts are for people: what cannot
 * be shown of them is replaced.
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
        @JsonProperty("cpu") String cpu,
        @JsonProperty("cores") int cores,
        @JsonProperty("granted_cores") int grantedCores,
        @JsonIgnore Optional<Double> quotaCores,
        @JsonProperty("memory_bytes") long memoryBytes,
        @JsonProperty("heap_bytes") long heapBytes,
        @JsonProperty("os") String os,
        @JsonProperty("jvm") String jvm,
        @JsonProperty("jvm_flags") List<String> jvmFlags,
        @JsonIgnore Optional<Spark> spark,
        @JsonProperty("version") String version,
        @JsonProperty("git_commit") String gitCommit) {
    public Environment {
        cpu = PlainText.visible(cpu);
        os = PlainText.visible(os);
        jvm = PlainText.visible(jvm);
        jvmFlags = jvmFlags.stream().map(PlainText::visible).toList();
        version = PlainText.visible(version);
        gitCommit = PlainText.visible(gitCommit);
    }

    @JsonCreator
    static Environment of(
            @JsonProperty(value = "cpu", required = true) String cpu,
            @JsonProperty(value = "cores", required = true) int cores,
            @JsonProperty(value = "granted_cores", required = true) int grantedCores,
            @JsonProperty("quota_cores") Double quotaCores,
            @JsonProperty(value = "memory_bytes", required = true) long memoryBytes,
            @JsonProperty(value = "heap_bytes", required = true) long heapBytes,
            @JsonProperty(value = "os", required = true) String os,
            @JsonProperty(value = "jvm", required = true) String jvm,
            @JsonProperty(value = "jvm_flags", required = true) List<String> jvmFlags,
            @JsonProperty("spark") Spark spark,
            @JsonProperty(value = "version", required = true) String version,
            @JsonProperty(value = "git_commit", required = true) String gitCommit) {
        return new Environment(
                cpu,
                cores,
                grantedCores,
                Optional.ofNullable(quotaCores),
                memoryBytes,
                heapBytes,
                os,
                jvm,
                jvmFlags,
                Optional.ofNullable(spark),
                version,
                gitCommit);
    }

    @JsonProperty("quota_cores")
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
     * Version and settings of a Spark, and where it runs.
     *
     * @param version of Spark
     * @param master its URL
     * @param settings those that are not defaults, values of secrets hidden
     */
    public record Spark(
            @JsonProperty(value = "version", required = true)
            String version,

            @JsonProperty(value = "master", required = true) String master,

            @JsonProperty(value = "settings", required = true)
            SortedMap<String, String> settings) {
        public Spark {
            version = PlainText.visible(version);
            master = PlainText.visible(master);
            SortedMap<String, String> visible = new TreeMap<>();
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                visible.put(PlainText.visible(setting.getKey()), PlainText.visible(String.valueOf(setting.getValue())));
            }
            settings = visible;
        }
    }
}
