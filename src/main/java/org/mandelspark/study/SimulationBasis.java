package org.mandelspark.study;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.ClusterModel;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.Spread;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.Run;
import org.mandelspark.schedule.CostEstimate;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;

/**
 * Measurements that a simulation follows from.
 *
 * <p>Cost by row is taken from the study's run row by row, or tile by tile, scaled so that together they take what the kernel took in
 * its runs on as many workers, or on the most that were measured: cores that work at the same time slow each other
 * down. What the engine adds is the {@link ClusterModel} of its runs, and planning comes before it, as it was measured.
 *
 * @param engine the engine that is modelled
 * @param measured runs of an engine, at least one
 * @param rows what each unit costs
 * @param model what the engine adds
 */
record SimulationBasis(Simulation.Engine engine, List<Run> measured, List<RowCost> rows, ClusterModel model) {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * The basis of all runs of a study folder, or of one run of a job.
     *
     * @throws IllegalArgumentException if these do not hold what is needed, with the reason for people
     */
    static SimulationBasis of(List<Run> recorded, Unit unit, Simulation.Engine engine) {
        if (recorded.size() == 1) {
            return of(engine, recorded, List.of(), List.of(), RowCost.spread(recorded.get(0)));
        }
        List<Run> rowByRow = RowCost.passes(recorded, unit);
        if (rowByRow.isEmpty()) {
            throw new IllegalArgumentException("the study has no run row by row: take a folder that scaling or balance"
                    + " has written to its end");
        }
        Computation<?> computation = rowByRow.get(0).computation();
        List<Run> measured = recorded.stream()
                .filter(run ->
                        run.computation().equals(computation) && run.unit().equals(unit))
                .filter(run -> run.phase() == Phase.MEASURED && !run.engine().equals("serial") && !run.isVoid())
                .toList();
        List<Run> empty = Calibration.of(Calibration.EMPTY, recorded);
        List<Run> heavy = Calibration.of(Calibration.HEAVY, recorded);
        if (measured.isEmpty() || empty.isEmpty() || heavy.isEmpty()) {
            throw new IllegalArgumentException(
                    "the study has no measured runs of an engine, or no calibration: it was stopped too early");
        }
        return of(engine, measured, empty, heavy, RowCost.of(rowByRow));
    }

    private static SimulationBasis of(
            Simulation.Engine engine, List<Run> measured, List<Run> empty, List<Run> heavy, List<RowCost> rows) {
        ClusterModel model = switch (engine) {
            case IDEAL -> ClusterModel.IDEAL;
            case MEASURED -> ClusterModel.of(measured, empty, heavy);
        };
        return new SimulationBasis(engine, measured, rows, model);
    }

    /** Schedules of the study, those of fewer chunks first. */
    List<Schedule> schedules() {
        return measured.stream()
                .sorted(Comparator.comparingInt(run -> run.chunks().size()))
                .filter(run -> run.plannedWorkers() == run.workers())
                .map(Run::schedule)
                .distinct()
                .toList();
    }

    CostEstimate costs(int p) {
        return RowCost.estimate(rows, kernelNanos(p), model.taskNanos());
    }

    long iterations(RowRange chunk) {
        return IntStream.range(0, chunk.count())
                .mapToLong(k -> rows.get(chunk.row(k)).iterations())
                .sum();
    }

    double resultBytes() {
        return median(measured.stream().mapToDouble(Run::resultBytes).toArray());
    }

    /** What exact views take before they are planned, which one worker does while the others wait. */
    double preparationNanos() {
        return median(measured.stream()
                .mapToDouble(run -> run.referenceNanos() + (double) run.tableNanos())
                .toArray());
    }

    /** Core time of the second job of exact views in its kernel. */
    double restWorkNanos() {
        return NANOS
                * TimedRun.median(measured).rest().map(TimedRun::workSeconds).orElse(0.0);
    }

    /** The second job of exact views, its pixels dealt out to so many workers. */
    double restNanos(int p) {
        return TimedRun.median(measured)
                .rest()
                .map(rest -> model.makespanNanos(rest.chunkNanos(), p, (double) rest.resultBytes()))
                .orElse(0.0);
    }

    /** Planning as the study measured it: of that schedule, otherwise of those that take a pilot, or none, as it does. */
    double planNanos(Schedule schedule) {
        if (engine == Simulation.Engine.IDEAL) {
            return 0;
        }
        return Stream.<Predicate<Schedule>>of(
                        other -> other.label().equals(schedule.label()),
                        other -> other.needsEstimate() == schedule.needsEstimate(),
                        other -> schedule.needsEstimate())
                .map(isAlike -> measured.stream()
                        .filter(run -> isAlike.test(run.schedule()))
                        .mapToDouble(Run::planNanos)
                        .toArray())
                .filter(nanos -> nanos.length > 0)
                .mapToDouble(SimulationBasis::median)
                .findFirst()
                .orElse(0);
    }

    /** True if planning takes no time, or the study measured a schedule that takes a pilot, or none, as this one does. */
    boolean knowsPlanOf(Schedule schedule) {
        return engine == Simulation.Engine.IDEAL
                || measured.stream().anyMatch(run -> run.schedule().needsEstimate() == schedule.needsEstimate());
    }

    /** What runs under the same schedule on as many workers took, if there are any. */
    OptionalDouble measuredSeconds(Schedule schedule, int p) {
        double[] seconds = measured.stream()
                .filter(run -> run.workers() == p
                        && run.plannedWorkers() == p
                        && run.schedule().equals(schedule))
                .mapToDouble(Run::totalSeconds)
                .toArray();
        return seconds.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(median(seconds));
    }

    /** Kernel time of all rows: the median of runs on as many workers, else of those on the most. */
    private double kernelNanos(int p) {
        int most = measured.stream().mapToInt(Run::workers).max().orElseThrow();
        boolean isMeasured = measured.stream().anyMatch(run -> run.workers() == p);
        return NANOS
                * median(measured.stream()
                        .filter(run -> run.workers() == (isMeasured ? p : most))
                        .mapToDouble(Run::workSeconds)
                        .toArray());
    }

    private static double median(double[] values) {
        return Spread.of(values).median();
    }
}
