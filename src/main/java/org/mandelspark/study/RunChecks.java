package org.mandelspark.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.Units;
import org.mandelspark.measure.Phase;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.Run;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.workload.Problem;

/** Checks if runs that someone wrote into a folder can be those of one study, and finds which of them are missing. */
final class RunChecks {
    /** Limit of rows and of tiles: far more than any picture has, and few enough to draw. */
    private static final int MOST_ROWS = 1 << 20;

    static final int MOST_WORKERS = 1 << 16;

    private final StudyRecord study;
    private final List<Run> runs;

    RunChecks(StudyRecord study, List<Run> runs) {
        this.study = study;
        this.runs = runs;
    }

    /**
     * Requires runs of one study whose accounts add up and that gave one answer for each problem.
     *
     * @throws IllegalArgumentException if they are not, with the reason for people
     */
    void requireUsable() {
        Map<Problem<?>, Run> answers = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (!run.place().name().equals(study.study())) {
                throw new IllegalArgumentException("it holds runs of more than one study: '" + study.study() + "' and '"
                        + run.place().name() + "'");
            }
            try {
                requirePossible(run);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new IllegalArgumentException("run " + (i + 1) + " is invalid: " + e.getMessage(), e);
            }
            if (run.phase() != Phase.CALIBRATION && !run.isVoid()) {
                requireSameAnswer(answers.computeIfAbsent(run.problem(), problem -> run), run);
            }
        }
    }

    private static void requirePossible(Run run) {
        Problem<?> problem = run.problem();
        if (problem.rows() > MOST_ROWS || run.workers() > MOST_WORKERS) {
            throw new IllegalArgumentException("%s on %s, where at most %d and %d can be shown"
                    .formatted(
                            Counted.of(problem.rows(), "row"),
                            Counted.of(run.workers(), "worker"),
                            MOST_ROWS,
                            MOST_WORKERS));
        }
        if (run.isVoid() || run.phase() == Phase.CALIBRATION) {
            return;
        }
        run.ledger();
        run.pop();
        Units units = run.units();
        long there = 0;
        for (ChunkTiming chunk : run.chunks()) {
            there += chunk.rows().count();
        }
        if (there != units.count()) {
            throw new IllegalArgumentException(
                    "its chunks have " + units.counted(there) + " and the problem " + units.count());
        }
        for (ChunkTiming chunk : run.chunks()) {
            requireWithin(chunk.rows(), units.count());
        }
    }

    private static void requireWithin(RowRange range, long units) {
        long last = range.first() + (range.count() - 1L) * range.stride();
        boolean isWithin = range.modulus() == RowRange.NO_WRAP ? last < units : range.modulus() <= units;
        if (!isWithin) {
            throw new IllegalArgumentException("a chunk has units beyond the last, " + units);
        }
    }

    private static void requireSameAnswer(Run first, Run other) {
        boolean same = first.checksum().equals(other.checksum()) && first.iterations() == other.iterations();
        if (!same) {
            throw new IllegalArgumentException(
                    "its runs of one problem disagree, so no time of them counts: checksum %s and %s, and %s and %,d"
                            .formatted(
                                    first.checksum(),
                                    Counted.of(first.iterations(), "iteration"),
                                    other.checksum(),
                                    other.iterations()));
        }
    }

    /** Missing runs, in sentences. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        Map<String, Integer> usable = new LinkedHashMap<>();
        Map<String, Integer> voided = new TreeMap<>();
        for (Run run : runs) {
            if (run.phase() != Phase.MEASURED) {
                continue;
            }
            String configuration = configuration(run);
            usable.merge(configuration, run.isVoid() ? 0 : 1, Integer::sum);
            if (run.isVoid()) {
                voided.merge(configuration, 1, Integer::sum);
            }
        }
        for (Map.Entry<String, Integer> entry : voided.entrySet()) {
            gaps.add("%d of the runs of %s %s void and left out: %s."
                    .formatted(
                            entry.getValue(), entry.getKey(), entry.getValue() == 1 ? "is" : "are", TimedRun.WHY_VOID));
        }
        for (Map.Entry<String, Integer> entry : usable.entrySet()) {
            if (entry.getValue() < study.repeats()) {
                gaps.add("Repeats are missing: %s has %d of %d that can be used."
                        .formatted(entry.getKey(), entry.getValue(), study.repeats()));
            }
        }
        long places = runs.stream()
                .map(run -> List.of(
                        run.environment().cpu(),
                        run.environment().cores(),
                        run.environment().jvm(),
                        run.environment().gitCommit()))
                .distinct()
                .count();
        if (places > 1) {
            gaps.add(
                    "Its runs were made by %d different machines, Javas or versions of the program.".formatted(places));
        }
        return gaps;
    }

    private static String configuration(Run run) {
        return "%s on %s, schedule %s, %s"
                .formatted(
                        run.computation().kernel().label()
                                + (run.computation().interior().label().equals("none")
                                        ? ""
                                        : " (" + run.computation().interior().label() + ")"),
                        run.engine(),
                        run.unit().behind(run.schedule().label()),
                        Counted.of(run.workers(), "worker"));
    }
}
