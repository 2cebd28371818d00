package org.mandelspark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.mandelspark.files.Json;
import org.mandelspark.grid.PlainText;
import org.mandelspark.grid.RowRange;
import org.mandelspark.report.ExploredRun.Bar;

/** Runs and pictures in the form that the script of an explore page reads: for each run columns with a value a chunk. */
final class ExploreData {
    private final Exploration exploration;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    ExploreData(Exploration exploration) {
        this.exploration = exploration;
    }

    /** All of it on one line. */
    String json() {
        List<Columns> runs = exploration.entries().stream().map(this::columns).toList();
        return Json.tree(new Data(
                        CostColours.palette(),
                        exploration.pictures(),
                        runs,
                        List.copyOf(places.keySet()),
                        exploration.chosen()))
                .toString();
    }

    private Columns columns(Exploration.Entry entry) {
        ExploredRun run = entry.run();
        return new Columns(
                PlainText.visible(entry.group()),
                PlainText.visible(run.name()),
                exploration.picture(run),
                List.of(run.units().whole().width(), run.units().whole().height()),
                List.of(run.units().unit().width(), run.units().unit().height()),
                run.countedFrom(),
                run.workers(),
                Math.round(run.planNanos()),
                Math.round(run.endNanos()),
                ints(run, bar -> bar.units().first()),
                ints(run, bar -> bar.units().count()),
                ints(run, bar -> bar.units().stride()),
                ints(
                        run,
                        bar -> bar.units().modulus() == RowRange.NO_WRAP
                                ? 0
                                : bar.units().modulus()),
                ints(run, bar -> bar.isOfSecondJob() ? 1 : 0),
                ints(run, Bar::lane),
                longs(run, Bar::startNanos),
                longs(run, bar -> bar.endNanos() - bar.startNanos()),
                longs(run, Bar::workNanos),
                longs(run, Bar::iterations),
                ints(run, bar -> places.computeIfAbsent(bar.place(), unused -> places.size())));
    }

    private static List<Integer> ints(ExploredRun run, ToIntFunction<Bar> value) {
        return run.bars().stream().mapToInt(value).boxed().toList();
    }

    private static List<Long> longs(ExploredRun run, ToDoubleFunction<Bar> value) {
        return run.bars().stream()
                .mapToLong(bar -> Math.round(value.applyAsDouble(bar)))
                .boxed()
                .toList();
    }

    /** All that the script reads. */
    private record Data(
            List<String> palette,
            List<ExploredPicture> pictures,
            List<Columns> runs,
            List<String> places,
            List<Integer> chosen) {}

    /** A run; times in nanoseconds since planning began, {@code modulus} 0 where units do not wrap, {@code second} 1 in a second job. */
    private record Columns(
            String group,
            String name,
            int pictureIndex,
            List<Integer> whole,
            List<Integer> unit,
            String countedFrom,
            int workers,
            long plan,
            long end,
            List<Integer> first,
            List<Integer> count,
            List<Integer> stride,
            List<Integer> modulus,
            List<Integer> second,
            List<Integer> lane,
            List<Long> start,
            List<Long> span,
            List<Long> work,
            List<Long> iterations,
            List<Integer> place) {}
}
