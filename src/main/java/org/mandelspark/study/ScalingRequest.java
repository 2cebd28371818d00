package org.mandelspark.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.record.Run;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;

/**
 * Request for a scaling study.
 *
 * @param computation what is computed
 * @param mode what grows with the number of workers
 * @param engine what executes the chunks; not serial
 * @param workers numbers of workers, ascending; 1 is always among them, because speedup is counted from there
 * @param schedule how rows become chunks
 * @param settings how often
 */
public record ScalingRequest(
        Computation<?> computation,
        Mode mode,
        EngineKind engine,
        List<Integer> workers,
        Schedule schedule,
        StudySettings settings) {
    /** Quantity that stays the same while workers are added. */
    public enum Mode {
        /** The work: how much sooner is it done? */
        STRONG,
        /** The work of a worker: rows grow with the number of workers. */
        WEAK;

        /** The name on the command line. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The mode of a name.
         *
         * @throws IllegalArgumentException that lists them
         */
        public static Mode parse(String label) {
            for (Mode mode : values()) {
                if (mode.label().equals(label)) {
                    return mode;
                }
            }
            throw new IllegalArgumentException("unknown mode '" + label + "', known are strong, weak");
        }
    }

    public ScalingRequest {
        if (engine == EngineKind.SERIAL) {
            throw new IllegalArgumentException("--engine serial has one worker: scaling needs threads or spark");
        }
        workers = Stream.concat(Stream.of(1), StudySettings.eachOnce("--workers", workers).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The request of a recorded study. */
    static ScalingRequest of(StudyRecord study) {
        return new ScalingRequest(
                Axis.computation(study),
                Mode.parse(study.one(Axis.MODE, configuration -> configuration.text(Axis.MODE))),
                study.one(Axis.ENGINE, Axis::engine),
                study.distinct(Axis::workers).stream()
                        .map(workers -> workers.orElseThrow(
                                () -> new IllegalArgumentException("a configuration has no number of workers")))
                        .toList(),
                study.one(Axis.SCHEDULE, Axis::schedule),
                StudySettings.of(study));
    }

    /** The record of this request. */
    public StudyRecord record() {
        return settings.record(
                Scaling.NAME,
                computation.problem(),
                workers.stream()
                        .map(count -> Axis.of(computation, engine)
                                .with(Axis.MODE, mode.label())
                                .with(Axis.WORKERS, count)
                                .with(Axis.SCHEDULE, schedule.label()))
                        .toList());
    }

    /** The same without numbers of workers that were not measured. */
    ScalingRequest measuredIn(List<Run> runs) {
        List<Integer> measured = workers.stream()
                .filter(count ->
                        ScalingResult.measured(runs, engine, count).stream().anyMatch(run -> !run.isVoid()))
                .toList();
        return new ScalingRequest(computation, mode, engine, measured, schedule, settings);
    }

    /** The computation of so many workers. */
    Computation<?> computation(int workers) {
        return mode == Mode.WEAK ? computation.times(workers) : computation;
    }
}
