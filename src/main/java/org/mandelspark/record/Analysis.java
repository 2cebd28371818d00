package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mandelspark.files.InputFile;
import org.mandelspark.files.Json;
import org.mandelspark.files.StudyFolder;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.application.BusySlots;
import org.mandelspark.measure.application.StageLanes;

/**
 * What the log of an application came to: the file {@value #NAME} of its folder. Nothing in it identifies people, hosts or
 * data, unless that was asked for.
 *
 * @param format version of the file
 * @param spark version, as the log has it
 * @param started when, to the second, as in ISO 8601
 * @param wallMs from the beginning to the end of the application
 * @param executors how many there were
 * @param slots the most there were at once
 * @param tasks number of attempts
 * @param slotMs slots × life: what the ledger adds up to
 * @param ledger in its order
 * @param inJobsMs time in which there was a job
 * @param workInJobsMs core time of tasks meanwhile
 * @param selfCheckError (model − measured) / measured, of the time in jobs; null without jobs
 * @param launchesPerSecond the most launches within a second of the clock
 * @param stages in the order in which they were submitted
 * @param scenarios what the model says of other slots and tasks; none where it is refused
 * @param refusal why there are none, or null
 * @param warnings what is wrong or missing
 * @param notes what else must be known
 * @param settings of Spark that say how tasks are made and scheduled
 * @param busy slots throughout the application
 * @param worst the stage that lost most, drawn; null without tasks
 * @param comparison with another log, or null
 * @param names what may identify people, hosts or data, or null
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        fieldVisibility = JsonAutoDetect.Visibility.ANY)
public record Analysis(
        int format,
        String spark,
        String started,
        long wallMs,
        int executors,
        int slots,
        int tasks,
        long slotMs,
        List<Row> ledger,
        long inJobsMs,
        long workInJobsMs,
        Double selfCheckError,
        long launchesPerSecond,
        List<StageRow> stages,
        List<ScenarioRow> scenarios,
        String refusal,
        List<String> warnings,
        List<String> notes,
        Map<String, String> settings,
        BusySlots busy,
        StageLanes worst,
        Growth comparison,
        Names names) {
    /** The file's name. */
    public static final String NAME = "analysis.json";

    /** The name of the study in {@value StudyRecord#NAME}. */
    public static final String STUDY = "analyse";

    /** The version that is written and read. */
    public static final int FORMAT = 1;

    /** Core time of an account. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Row(String name, long coreMs) {}

    /**
     * An attempt at a stage.
     *
     * @param tasks number of its tasks' attempts
     * @param wastedMs core time in idle slots and in attempts without a result
     * @param boundMs time that no schedule undercuts
     * @param reason why most of that was lost
     * @param callSite place in the program, or nothing
     * @param description of its job, or null
     * @param sql text of its query, or null
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StageRow(
            int id,
            int attempt,
            int tasks,
            int slots,
            long coreMs,
            long runMs,
            long cpuMs,
            long lostAttemptsMs,
            long longestMs,
            long boundMs,
            long measuredMs,
            long wastedMs,
            String reason,
            String callSite,
            String description,
            String sql) {
        /** Its number, and that of the attempt if it is not the first. */
        public String label() {
            return attempt == 0 ? String.valueOf(id) : id + "." + attempt;
        }
    }

    /**
     * A scenario of the model.
     *
     * @param name of what is different
     * @param slots how many there are, 0 for the executors as they came and went
     * @param inJobsMs time in which there is a job
     * @param boundMs lower bound of that
     * @param launchesPerSecond the most within a second of the clock
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ScenarioRow(String name, int slots, double inJobsMs, double boundMs, long launchesPerSecond) {}

    /**
     * A second log of the same application, as against the first.
     *
     * @param inJobsMs of the second
     * @param matchedStages number of stages that both have
     * @param runRatio run time of these in the second over that in the first
     * @param cpuRatio the same of their CPU time
     * @param modelMs what the model of the first predicts for the second's slots
     * @param grownModelMs the same with the work that each stage has in the second
     * @param stages those that both have
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Growth(
            long inJobsMs,
            int slots,
            int matchedStages,
            double runRatio,
            double cpuRatio,
            double modelMs,
            double grownModelMs,
            List<GrownStage> stages) {
        public Growth {
            stages = List.copyOf(stages);
        }
    }

    /** A stage in two logs. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record GrownStage(
            int id,
            int attempt,
            long firstMeasuredMs,
            long secondMeasuredMs,
            double runRatio,
            double cpuRatio,
            long firstWastedMs,
            long secondWastedMs) {}

    /** Names of the application and of the hosts of its executors. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Names(String application, String id, List<String> hosts) {
        public Names {
            hosts = List.copyOf(hosts);
        }
    }

    public Analysis {
        ledger = List.copyOf(ledger);
        stages = List.copyOf(stages);
        scenarios = List.copyOf(scenarios);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        long sum = 0;
        for (Row row : ledger) {
            sum = Math.addExact(sum, row.coreMs());
        }
        if (sum != slotMs) {
            throw new IllegalArgumentException(
                    "'ledger' must add up to 'slot_ms', " + slotMs + " ms, not to " + sum + " ms");
        }
    }

    /** The ledger, for what knows ledgers. */
    @JsonIgnore
    public Ledger account() {
        Map<Ledger.Account, Long> amounts = new EnumMap<>(Ledger.Account.class);
        ledger.forEach(row -> amounts.put(
                Ledger.Account.ofKey(row.name()), Math.multiplyExact(row.coreMs(), TimeUnit.MILLISECONDS.toNanos(1))));
        return Ledger.of(amounts);
    }

    /** True if a folder holds an analysis. */
    public static boolean isIn(String folder) {
        return InputFile.isThere(StudyFolder.file(folder, NAME));
    }

    /**
     * Reads the analysis of a folder.
     *
     * @throws IllegalArgumentException if it is missing, incomplete, something else or of another version, with the reason for
     *     people
     */
    public static Analysis read(String folder) {
        String file = StudyFolder.file(folder, NAME);
        JsonNode tree = Json.readFile(file);
        if (tree.path("format").asInt(0) != FORMAT) {
            throw new IllegalArgumentException(
                    file + " has format " + tree.path("format").asInt(0) + ", and this version reads format " + FORMAT);
        }
        try {
            Analysis analysis = Json.value(tree, Analysis.class);
            analysis.account();
            return analysis;
        } catch (IllegalArgumentException | NullPointerException | ArithmeticException e) {
            throw new IllegalArgumentException(file + " is invalid: " + e.getMessage(), e);
        }
    }

    /** The application's name, if it was asked for. */
    @JsonIgnore
    public Optional<String> application() {
        return Optional.ofNullable(names).map(Names::application);
    }
}
