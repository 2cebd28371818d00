package org.mandelspark.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.RowRange;
import org.mandelspark.measure.ChunkTiming;
import org.mandelspark.measure.MeasuredRun;
import org.mandelspark.measure.Phase;
import org.mandelspark.output.Problem;
import org.mandelspark.output.RecordedRun;

/** Whether runs that someone wrote into a folder can be those of one study, and which of them are missing. */
final class RunChecks {
    /** Far more than any picture has, and few enough to draw. */
    private static final int MOST_ROWS = 1 << 20;

    static final int MOST_WORKERS = 1 << 16;

    private final List<RecordedRun> runs;

    RunChecks(List<RecordedRun> runs) {
        this.runs = runs;
    }

    /** The name of the study. */
    String study() {
        return runs.get(0).study().name();
    }

    /**
     * Requires runs of one study whose accounts add up and that gave one answer for each problem.
     *
     * @throws IllegalArgumentException if they are not, with the reason for people
     */
    void requireUsable() {
        Map<Problem, RecordedRun> answers = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            RecordedRun recorded = runs.get(i);
            if (!recorded.study().name().equals(study())) {
                throw new IllegalArgumentException("it holds runs of more than one study: '" + study() + "' and '"
                        + recorded.study().name() + "'");
            }
            try {
                requirePossible(recorded);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new IllegalArgumentException("run " + (i + 1) + " cannot be: " + e.getMessage(), e);
            }
            if (recorded.run().phase() != Phase.CALIBRATION && !recorded.run().isVoid()) {
                requireSameAnswer(answers.computeIfAbsent(recorded.asked().problem(), problem -> recorded), recorded);
            }
        }
    }

    private static void requirePossible(RecordedRun recorded) {
        MeasuredRun run = recorded.run();
        Problem problem = recorded.asked().problem();
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
        long rows = 0;
        for (ChunkTiming chunk : run.chunks()) {
            rows += chunk.rows().count();
        }
        boolean ofPixels = rows == (long) problem.rows() * problem.rowCells();
        if (rows != problem.rows() && !ofPixels) {
            throw new IllegalArgumentException(
                    "its chunks have " + Counted.of(rows, "row") + " and the problem " + problem.rows());
        }
        for (ChunkTiming chunk : run.chunks()) {
            requireWithin(chunk.rows(), rows);
        }
    }

    private static void requireWithin(RowRange range, long rows) {
        long last = range.first() + (range.count() - 1L) * range.stride();
        boolean isWithin = range.modulus() == RowRange.NO_WRAP ? last < rows : range.modulus() <= rows;
        if (!isWithin) {
            throw new IllegalArgumentException("a chunk has rows beyond the last, " + rows);
        }
    }

    private static void requireSameAnswer(RecordedRun first, RecordedRun other) {
        boolean same = first.run().checksum().equals(other.run().checksum())
                && first.run().iterations() == other.run().iterations();
        if (!same) {
            throw new IllegalArgumentException(
                    "its runs of one problem disagree, so no time of them counts: checksum %s and %s, and %s and %,d"
                            .formatted(
                                    first.run().checksum(),
                                    Counted.of(first.run().iterations(), "iteration"),
                                    other.run().checksum(),
                                    other.run().iterations()));
        }
    }

    /** What is missing, in sentences. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        Map<String, Integer> usable = new LinkedHashMap<>();
        Map<String, Integer> voided = new TreeMap<>();
        int repeats = 0;
        for (RecordedRun recorded : runs) {
            MeasuredRun run = recorded.run();
            if (run.phase() != Phase.MEASURED) {
                continue;
            }
            String configuration = configuration(recorded);
            usable.merge(configuration, run.isVoid() ? 0 : 1, Integer::sum);
            if (run.isVoid()) {
                voided.merge(configuration, 1, Integer::sum);
            }
            repeats = Math.max(repeats, run.repeat());
        }
        for (Map.Entry<String, Integer> entry : voided.entrySet()) {
            gaps.add("%d of the runs of %s %s void and left out: %s."
                    .formatted(
                            entry.getValue(),
                            entry.getKey(),
                            entry.getValue() == 1 ? "is" : "are",
                            MeasuredRun.WHY_VOID));
        }
        for (Map.Entry<String, Integer> entry : usable.entrySet()) {
            if (entry.getValue() < repeats) {
                gaps.add("Repeats are missing: %s has %d of %d that can be used."
                        .formatted(entry.getKey(), entry.getValue(), repeats));
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

    private static String configuration(RecordedRun recorded) {
        MeasuredRun run = recorded.run();
        return "%s on %s, schedule %s, %s%s"
                .formatted(
                        recorded.asked().kernel()
                                + (recorded.asked().interior().equals("none")
                                        ? ""
                                        : " (" + recorded.asked().interior() + ")"),
                        run.engine(),
                        run.schedule(),
                        Counted.of(run.workers(), "worker"),
                        // Of tasks of a pixel and of a row the schedule is the same.
                        recorded.study().name().equals(Granularity.NAME)
                                ? ", " + Counted.of(run.chunks().size(), "task")
                                : "");
    }
}
