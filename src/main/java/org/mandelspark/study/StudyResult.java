package org.mandelspark.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Problem;

/** Result of a study that keeps its runs in a folder, and so can be read back. */
public sealed interface StudyResult
        permits ScalingResult, BalanceResult, HeadToHeadResult, GranularityResult, SingleRun {
    /** The problem that was computed again and again; for weak scaling, by one worker. */
    Problem<?> problem();

    /** Every run in its order, warm-ups and references too. */
    List<Run> runs();

    /** Everything that was shuffled, as a phrase such as {@code all schedules}. */
    String configurationsLabel();

    /** Name of the configuration that a run is of. */
    String configuration(Run run);

    /** Warm-ups and measured runs of each configuration by its name, in the order of {@link #ordered}. */
    default Map<String, List<Run>> configurations() {
        return ordered()
                .filter(run -> run.phase() == Phase.WARMUP || run.phase() == Phase.MEASURED)
                .collect(Collectors.groupingBy(this::configuration, LinkedHashMap::new, Collectors.toList()));
    }

    /** The runs by the order in which their configurations are shown; those of each in their own order. */
    default Stream<Run> ordered() {
        return runs().stream();
    }

    /** The schedule and the largest number of workers to simulate besides others; none where no simulation is of use. */
    default Optional<Measured> measured() {
        return Optional.empty();
    }

    /**
     * A configuration that a simulation is compared with.
     *
     * @param schedule its label
     * @param workers number of workers
     * @param unit what the schedule dealt out
     */
    record Measured(String schedule, int workers, Unit unit) {}
}
