package org.mandelspark.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.record.Run;
import org.mandelspark.report.plot.Axes;
import org.mandelspark.report.plot.Boxes;
import org.mandelspark.report.plot.Layers;
import org.mandelspark.report.plot.Layers.Point;
import org.mandelspark.report.plot.Plot;
import org.mandelspark.report.plot.PlotStyle;
import org.mandelspark.workload.Problem;

/**
 * Use of the core time of some runs, as stacked bars: above all of it, below on a scale of its own what was not the
 * kernel, because in a good run that is too little to be seen above.
 */
final class LedgerPlot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 640;
    private static final double HALF_BAR = 0.36;
    private static final double GAP = 24;
    private static final double ROOM = 1.1;

    /** Part of a bar below which no figure fits into it. */
    private static final double LABELLED = 0.08;

    private final List<Run> runs;
    private final List<Ledger> ledgers;

    /**
     * A plot.
     *
     * @param runs at least one, each with another number of workers
     */
    LedgerPlot(List<Run> runs) {
        this.runs = List.copyOf(runs);
        this.ledgers = runs.stream().map(Run::ledger).toList();
    }

    /**
     * The plot.
     *
     * @param which a phrase that says which runs are drawn
     */
    Plot of(Problem<?> problem, String which) {
        SymbolAxis workers = Axes.names(
                "workers",
                runs.stream().map(run -> String.valueOf(run.workers())).toList());
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(workers);
        Layers all = bars(workers, "all core time", List.of());
        List<Account> work = ledgers.get(0).rows().stream()
                .map(Ledger.Row::account)
                .filter(Account::isWork)
                .toList();
        Layers losses = bars(workers, "losses", work);
        both.setGap(GAP);
        both.add(all.plot(), 1);
        both.add(losses.plot(), 1);
        Run last = runs.get(runs.size() - 1);
        return new Plot(
                CaptionText.title("Use of core time", problem),
                List.of(
                        "All but %s is loss. ".formatted(names(work)) + LedgerTable.finding(last, runs.get(0)),
                        "100%% is workers times seconds, %s; the lower panel shows the losses alone.".formatted(which)),
                both,
                new Plot.Legend(all.legend(), RectangleEdge.RIGHT),
                WIDTH,
                HEIGHT);
    }

    private static String names(List<Account> work) {
        List<String> names = work.stream().map(Account::label).toList();
        return names.size() == 1 ? "the " + names.get(0) : String.join(", ", names);
    }

    /** A bar for each run. */
    private Layers bars(ValueAxis workers, String label, List<Account> without) {
        List<List<Boxes.Box>> boxes = new ArrayList<>();
        ledgers.get(0).rows().forEach(part -> boxes.add(new ArrayList<>()));
        List<Point> labels = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        double high = 0;
        double low = 0;
        for (int bar = 0; bar < ledgers.size(); bar++) {
            double from = 0;
            for (int i = 0; i < boxes.size(); i++) {
                Ledger.Row part = ledgers.get(bar).rows().get(i);
                if (without.contains(part.account())) {
                    continue;
                }
                // The residual subtracts what was counted twice, and so hangs below.
                double base = part.share() < 0 ? 0 : from;
                boxes.get(i).add(new Boxes.Box(bar - HALF_BAR, bar + HALF_BAR, base, base + part.share()));
                if (part.account() == Account.KERNEL && part.share() > LABELLED) {
                    labels.add(new Point(bar, base + part.share() / 2));
                    figures.add(Format.percent(part.share()) + "%");
                }
                from += Math.max(0, part.share());
                low = Math.min(low, part.share());
            }
            high = Math.max(high, from);
        }
        ValueAxis share = without.isEmpty() ? Axes.percent(label, high) : Axes.share(label, high * ROOM);
        share.setLowerBound(low * ROOM);
        Layers layers = new Layers(workers, share);
        layers.plot().setDomainGridlinesVisible(false);
        for (int i = 0; i < boxes.size(); i++) {
            Account account = ledgers.get(0).rows().get(i).account();
            layers.boxes(account.label(), colour(account), boxes.get(i));
        }
        for (int i = 0; i < labels.size(); i++) {
            layers.text(figures.get(i), labels.get(i), Color.WHITE, TextAnchor.CENTER);
        }
        return layers;
    }

    /** The colour of an account in every ledger; the useful time calm, the largest losses loud. */
    private static Color colour(Account account) {
        return switch (account) {
            case PLAN, NO_STAGE -> PlotStyle.slot(0);
            case LAUNCH, STAGE_LEAD -> PlotStyle.slot(1);
            case KERNEL, RUN -> PlotStyle.slot(2);
            case IN_TASK_REST, GC -> PlotStyle.slot(3);
            case DESERIALISE -> PlotStyle.slot(4);
            case SERIALISE, RESULT -> PlotStyle.slot(5);
            case DISPATCH_GAP -> PlotStyle.slot(6);
            case TAIL_IDLE -> PlotStyle.slot(7);
            case FETCH_AND_STITCH, SCHEDULER_DELAY -> PlotStyle.slot(8);
            case RESIDUAL, LOST_ATTEMPTS -> PlotStyle.slot(9);
            case ENCODE, FETCH_WAIT -> new Color(0x44AA99);
            case WRITE, SHUFFLE_WRITE -> new Color(0xAA4499);
            case NO_JOB -> PlotStyle.IDLE;
            case EXECUTORS_STARTING -> PlotStyle.REFERENCE;
            case REFERENCE -> new Color(0x332288);
            case TABLE -> new Color(0x88CCEE);
        };
    }
}
