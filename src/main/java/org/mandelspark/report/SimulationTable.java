package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mandelspark.grid.Unit;
import org.mandelspark.measure.ClusterModel;
import org.mandelspark.measure.TimedRun;
import org.mandelspark.report.StudySection.NotedTable;
import org.mandelspark.study.SimulationResult;
import org.mandelspark.study.SimulationResult.Row;

/** A simulation for the terminal: the table, the model that it is of, and how far that is off. */
public final class SimulationTable {
    static final Columns<Row> COLUMNS = new Columns<Row>()
            .name("schedule", "schedule", Row::schedule)
            .number("workers", "workers", Row::workers)
            .number("chunks", "chunks", Row::chunks)
            .figure("simulated s", "makespan_s", Row::makespanSeconds, Format::seconds)
            .figure("eff. %", "efficiency", Row::efficiency, Format::percent)
            .figure("bound s", "lower_bound_s", Row::lowerBoundSeconds, Format::seconds)
            .optional("measured s", "measured_s", Row::measuredSeconds, Format::seconds)
            .optional("model error %", "model_error", Row::modelError, SimulationTable::error);

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    /** A byte in a nanosecond is so many megabytes in a second. */
    private static final double MEGABYTES_PER_SECOND = 1e3;

    private final SimulationResult result;

    /**
     * A table.
     *
     * @param result what it shows
     */
    public SimulationTable(SimulationResult result) {
        this.result = result;
    }

    /** The table and its notes, at most 100 columns wide. */
    public List<String> lines() {
        return table().lines();
    }

    NotedTable table() {
        return new NotedTable("Simulated times", COLUMNS.table(result.rows()), notes());
    }

    /** Notes on how to read the table, what it rests on, and how far that is off. */
    List<String> notes() {
        ClusterModel model = result.model();
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "Nothing here was measured except the column measured: %s%s, by %s on %s; times %s.",
                result.computation().problem().describe(),
                result.unit().equals(Unit.ROW)
                        ? ""
                        : ", in tiles of " + result.unit().label(),
                result.computation().kernel().label(),
                result.engine(),
                TimedRun.TIMED_REGION));
        if (!result.unplanned().isEmpty()) {
            notes.add("The study measured no planning like that of " + CaptionText.names(result.unplanned())
                    + ": simulated times lack it, or its pilot.");
        }
        notes.add(Glossary.line(Glossary.EFFICIENCY, Glossary.BOUND));
        notes.add(told(model));
        notes.add(worst(result));
        notes.addAll(PublishedScaling.lines(result));
        return notes;
    }

    private static String told(ClusterModel model) {
        return model.equals(ClusterModel.IDEAL)
                ? "Model: an engine that adds nothing to its chunks (--ideal)."
                : "Model: start %s ms, dispatch %s µs a chunk, task overhead %s µs a chunk on its worker, gather %s, end %s ms."
                        .formatted(
                                Format.ratio(model.startNanos() / NANOS_PER_MILLI),
                                Format.ratio(model.dispatchNanos() / NANOS_PER_MICRO),
                                Format.ratio(model.taskNanos() / NANOS_PER_MICRO),
                                gather(model),
                                Format.ratio(model.endNanos() / NANOS_PER_MILLI));
    }

    private static String gather(ClusterModel model) {
        return model.gatherNanosPerByte() > 0
                ? Format.ratio(MEGABYTES_PER_SECOND / model.gatherNanosPerByte()) + " MB/s"
                : "without cost";
    }

    /** Largest error of the model, where it can be determined. */
    static String worst(SimulationResult result) {
        return result.rows().stream()
                .filter(row -> row.modelError().isPresent())
                .max(Comparator.comparingDouble(row -> Math.abs(row.modelError().getAsDouble())))
                .map(row -> "Largest model error: %s%%, of %s with %s."
                        .formatted(
                                error(row.modelError().orElseThrow()),
                                row.schedule(),
                                Format.count(row.workers(), "worker")))
                .orElse("Model error unknown: the study measured none of these.");
    }

    /** Error with its sign, if it has one in the digits that are shown: above 0 the model is too slow. */
    private static String error(double error) {
        String shown = String.format(Locale.ROOT, "%+.1f", 100 * error);
        return shown.equals("-0.0") || shown.equals("+0.0") ? "0.0" : shown;
    }
}
