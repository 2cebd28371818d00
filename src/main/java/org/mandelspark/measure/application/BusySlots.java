package org.mandelspark.measure.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Busy slots throughout an application, in bins of equal length: a series for each of the stages that used most core time,
 * and one for all others.
 *
 * @param binMs length of a bin
 * @param there slots that there were, on average of each bin
 * @param series busy slots, on average of each bin
 */
public record BusySlots(double binMs, List<Double> there, List<Series> series) {
    /** Name of the series of all other stages. */
    public static final String OTHERS = "other stages";

    private static final int BINS = 240;
    private static final int MOST_STAGES = 9;

    /**
     * Busy slots of some stages.
     *
     * @param stage label of the stage
     * @param busy on average of each bin
     */
    public record Series(String stage, List<Double> busy) {
        public Series {
            busy = List.copyOf(busy);
        }
    }

    public BusySlots {
        there = List.copyOf(there);
        series = List.copyOf(series);
    }

    /** The bins of an application. */
    public static BusySlots of(Application application, Occupancy occupancy, List<StageTime> stages) {
        double bin = Math.max(1, application.endMs() / (double) BINS);
        List<Integer> largest = IntStream.range(0, stages.size())
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer stage) -> stages.get(stage).coreMs())
                        .reversed())
                .limit(MOST_STAGES)
                .sorted()
                .toList();
        int[] seriesOf = new int[stages.size()];
        Arrays.fill(seriesOf, largest.size());
        for (int i = 0; i < largest.size(); i++) {
            seriesOf[largest.get(i)] = i;
        }
        double[][] busy = new double[largest.size() + 1][BINS];
        Tasks tasks = application.tasks();
        for (int row = 0; row < tasks.count(); row++) {
            add(busy[seriesOf[tasks.stage(row)]], bin, tasks.launchMs(row), occupancy.endMs(row), 1);
        }
        double[] there = new double[BINS];
        for (Executor executor : application.executors()) {
            add(there, bin, executor.startMs(), executor.endMs(), executor.slots());
        }
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < largest.size(); i++) {
            series.add(new Series(stages.get(largest.get(i)).stage().label(), averages(busy[i], bin)));
        }
        if (stages.size() > largest.size()) {
            series.add(new Series(OTHERS, averages(busy[largest.size()], bin)));
        }
        return new BusySlots(bin, averages(there, bin), series);
    }

    private static void add(double[] bins, double bin, long fromMs, long toMs, int slots) {
        for (int i = (int) (fromMs / bin); i < bins.length && i * bin < toMs; i++) {
            bins[i] += slots * (Math.min((double) toMs, (i + 1) * bin) - Math.max((double) fromMs, i * bin));
        }
    }

    private static List<Double> averages(double[] bins, double bin) {
        return Arrays.stream(bins)
                .map(slotMs -> Math.rint(1000 * slotMs / bin) / 1000)
                .boxed()
                .toList();
    }
}
