package org.mandelspark.cli;

import java.util.OptionalInt;
import org.mandelspark.grid.Unit;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.study.Partitioning;
import picocli.CommandLine.Option;

/** The options that say how units, which are rows unless {@link UnitOption} says otherwise, become chunks. */
final class ScheduleOptions {
    private static final String DEFAULT_SCHEDULE = "auto";

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description = "Rule that cuts rows into chunks: static (a band a worker), over:K (K bands a worker), cyclic"
                    + " (row r to chunk r mod P), self (a row a chunk), mfsc, fsc, guided, guided2, trapezoid,"
                    + " factoring, fac, taper, balanced[:K] (bands of equal cost), lpt[:RULE] (most expensive chunks"
                    + " first), permuted:RULE, auto (the best by a pilot). Default: " + DEFAULT_SCHEDULE)
    private Schedule schedule;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partition for N workers, whatever their real number: N bands with static, which is then the"
                    + " default, N chunks with cyclic.")
    private Integer partitions;

    /** The cut asked for; throws IllegalArgumentException if the options do not go together. */
    Partitioning partitioning() {
        if (partitions == null) {
            return new Partitioning(schedule == null ? Schedule.parse(DEFAULT_SCHEDULE) : schedule);
        }
        if (schedule != null && schedule.namesBands()) {
            throw new IllegalArgumentException("--partitions " + partitions + " and --schedule " + schedule.label()
                    + " both say how many bands there are: give one");
        }
        Partitioning partitioning = new Partitioning(
                schedule == null ? new Schedule.Static() : schedule, OptionalInt.of(partitions), Unit.ROW);
        if (!partitioning.schedule().dependsOnWorkers()) {
            throw new IllegalArgumentException("--partitions " + partitions + " has no effect with --schedule "
                    + schedule.label() + ", which makes each unit a chunk: leave it out");
        }
        return partitioning;
    }
}
