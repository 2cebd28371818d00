package org.mandelspark.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.study.StudyResult;

/** Runs of a study that are also written as traces. */
public enum Traces {
    /** None of them. */
    NONE,
    /** Of each configuration the one in the middle. */
    MEDIAN,
    /** Every measured one. */
    ALL;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The choice of a name.
     *
     * @throws IllegalArgumentException that lists the known choices
     */
    public static Traces parse(String label) {
        return Arrays.stream(values())
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown choice of runs '" + label + "', known are "
                        + Arrays.stream(values()).map(Traces::label).collect(Collectors.joining(", "))));
    }

    /** The runs by the names of their files: the configuration, which differs in letters or digits from others, and the repeat. */
    Map<String, Run> of(StudyResult result) {
        Map<String, Run> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, List<Run>> configuration :
                result.configurations().entrySet()) {
            List<Run> measured = configuration.getValue().stream()
                    .filter(run -> run.phase() == Phase.MEASURED && !run.isVoid())
                    .toList();
            String label = configuration.getKey().replaceAll("[^A-Za-z0-9.]+", "-");
            for (Run run : of(measured)) {
                chosen.put("%s-run-%d.%s".formatted(label, run.repeat(), OutputFormat.TRACE_JSON_GZ.extension()), run);
            }
        }
        return chosen;
    }

    private List<Run> of(List<Run> measured) {
        return switch (this) {
            case NONE -> List.of();
            case MEDIAN ->
                Stream.of(measured)
                        .filter(runs -> !runs.isEmpty())
                        .map(TimedRun::median)
                        .toList();
            case ALL -> measured;
        };
    }
}
