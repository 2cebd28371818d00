package org.mandelspark.measure.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The tasks of a stage on the slots that ran them, for a drawing: of a large stage the longest tasks and the slots that were
 * busy last.
 *
 * @param stage label of the stage
 * @param lanes number of slots that are shown
 * @param lanesInAll number of slots that ran its tasks
 * @param bars longest first
 */
public record StageLanes(String stage, int lanes, int lanesInAll, List<Bar> bars) {
    private static final int MOST_LANES = 64;
    private static final int MOST_BARS = 4000;

    /**
     * A task.
     *
     * @param lane slot, from 0
     * @param startMs since the application began
     * @param endMs when it left its slot
     * @param lost true if its work was of no use
     */
    public record Bar(int lane, long startMs, long endMs, boolean lost) {}

    public StageLanes {
        bars = List.copyOf(bars);
    }

    /** The lanes of a stage, by its number in the application's list. */
    public static StageLanes of(Application application, Occupancy occupancy, int stage) {
        Tasks tasks = application.tasks();
        List<Integer> rows = IntStream.range(0, tasks.count())
                .filter(row -> tasks.stage(row) == stage)
                .boxed()
                .toList();
        TreeMap<Integer, Long> lastEnd = new TreeMap<>();
        rows.forEach(row -> lastEnd.merge(occupancy.slot(row), occupancy.endMs(row), Math::max));
        List<Integer> shown = lastEnd.keySet().stream()
                .sorted(Comparator.comparing(lastEnd::get).reversed())
                .limit(MOST_LANES)
                .sorted()
                .toList();
        TreeMap<Integer, Integer> laneOfSlot = new TreeMap<>();
        shown.forEach(slot -> laneOfSlot.put(slot, laneOfSlot.size()));
        List<Bar> bars = new ArrayList<>();
        for (int row : rows) {
            if (laneOfSlot.containsKey(occupancy.slot(row))) {
                bars.add(new Bar(
                        laneOfSlot.get(occupancy.slot(row)),
                        tasks.launchMs(row),
                        occupancy.endMs(row),
                        tasks.fate(row) == Tasks.Fate.LOST));
            }
        }
        bars.sort(Comparator.comparingLong((Bar bar) -> bar.startMs() - bar.endMs()));
        return new StageLanes(
                application.stages().get(stage).label(),
                shown.size(),
                lastEnd.size(),
                bars.subList(0, Math.min(MOST_BARS, bars.size())));
    }
}
