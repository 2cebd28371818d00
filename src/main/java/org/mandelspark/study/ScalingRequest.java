package org.mandelspark.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.schedule.Schedule;

/**
 * How a scaling study is to be made.
 *
 * @param subject what is computed
 * @param mode what grows with the number of workers
 * @param engine what executes the chunks; not serial
 * @param workers numbers of workers, ascending; 1 is always among them, because speedup is counted from there
 * @param schedule how rows become chunks
 * @param settings how often
 */
public record ScalingRequest(
        Subject<?> subject,
        Mode mode,
        EngineKind engine,
        List<Integer> workers,
        Schedule schedule,
        StudySettings settings) {
    /** What stays the same while workers are added. */
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

    /** What so many workers compute. */
    Subject<?> subject(int workers) {
        return mode == Mode.WEAK ? subject.timesRows(workers) : subject;
    }
}
