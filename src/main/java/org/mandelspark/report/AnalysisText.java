package org.mandelspark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.record.Analysis;
import org.mandelspark.record.Analysis.ScenarioRow;
import org.mandelspark.record.Analysis.StageRow;

/** Sentences about an application, the same on the terminal, above plots and on pages. */
final class AnalysisText {
    /** Condition under which everything is predicted. */
    static final String CAVEAT =
            "At unchanged task times and partitions. The check is of bookkeeping, not proof for other sizes.";

    /** Launches a second that any driver can do. */
    private static final long SLOW_DRIVER = 100;

    private static final double SECOND = 1000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    private AnalysisText() {}

    /** Core time in the unit that suits its amount. */
    static String coreTime(long ms) {
        if (ms >= HOUR) {
            return String.format(Locale.ROOT, "%.2f core-hours", ms / HOUR);
        }
        return ms >= MINUTE
                ? String.format(Locale.ROOT, "%.1f core-minutes", ms / MINUTE)
                : Format.seconds(ms / SECOND) + " core-seconds";
    }

    /** What it is, in a line. */
    static String application(Analysis analysis) {
        return "Spark %s, %s of %s, %s s, of which %s s in jobs, %s in %s"
                .formatted(
                        analysis.spark(),
                        Format.count(analysis.slots(), "slot"),
                        Format.count(analysis.executors(), "executor"),
                        Format.seconds(analysis.wallMs() / SECOND),
                        Format.seconds(analysis.inJobsMs() / SECOND),
                        Format.count(analysis.tasks(), "task"),
                        Format.count(analysis.stages().size(), "stage"));
    }

    /** One sentence of where the core time went. */
    static String whereItWent(Analysis analysis) {
        Ledger ledger = analysis.account();
        double tasks = share(
                ledger,
                Account.RUN,
                Account.GC,
                Account.FETCH_WAIT,
                Account.SHUFFLE_WRITE,
                Account.DESERIALISE,
                Account.SCHEDULER_DELAY,
                Account.RESULT);
        List<String> parts = new ArrayList<>();
        part(parts, ledger.share(Account.LOST_ATTEMPTS), "went to lost attempts");
        part(parts, share(ledger, Account.DISPATCH_GAP, Account.STAGE_LEAD, Account.TAIL_IDLE), "idled inside stages");
        part(parts, ledger.share(Account.NO_STAGE), "idled with no stage");
        part(parts, ledger.share(Account.NO_JOB), "idled with no job");
        part(parts, ledger.share(Account.EXECUTORS_STARTING), "passed before executors came");
        String worst = mostWasted(analysis, 1).stream()
                .findFirst()
                .filter(stage -> stage.wastedMs() > 0)
                .map(stage -> "; stage " + stage.label() + " alone lost " + coreTime(stage.wastedMs()))
                .orElse("");
        return "Of %s %s%% ran tasks; %s%s."
                .formatted(coreTime(analysis.slotMs()), percent(tasks), String.join(", ", parts), worst);
    }

    private static void part(List<String> parts, double share, String what) {
        if (share >= 0.005) {
            parts.add(percent(share) + "% " + what);
        }
    }

    private static double share(Ledger ledger, Account... accounts) {
        return Stream.of(accounts).mapToDouble(ledger::share).sum();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    /** The stages that lost most, the worst first. */
    static List<StageRow> mostWasted(Analysis analysis, int most) {
        return analysis.stages().stream()
                .sorted(Comparator.comparingLong(StageRow::wastedMs).reversed())
                .limit(most)
                .toList();
    }

    /** Why a stage lost core time. */
    static String why(Analysis analysis, String stage) {
        return analysis.stages().stream()
                .filter(row -> row.label().equals(stage))
                .map(row -> row.reason() + ", " + coreTime(row.wastedMs()) + " lost")
                .findFirst()
                .orElse("");
    }

    /** The model's own error, where there is a model. */
    static String selfCheck(Analysis analysis) {
        if (analysis.selfCheckError() == null) {
            return "No model: " + analysis.refusal() + ".";
        }
        double measured = analysis.inJobsMs() / SECOND;
        return String.format(
                Locale.ROOT,
                "Self-check: the model takes %s s in jobs, the application took %s s, an error of %+.1f%%.",
                Format.seconds(measured * (1 + analysis.selfCheckError())),
                Format.seconds(measured),
                100 * analysis.selfCheckError());
    }

    /** Why nothing is predicted, if so. */
    static Optional<String> refusal(Analysis analysis) {
        return analysis.refusal() == null || !analysis.scenarios().isEmpty()
                ? Optional.empty()
                : Optional.of("Nothing is predicted: " + analysis.refusal()
                        + (analysis.selfCheckError() == null ? "." : "; --anyway does it all the same."));
    }

    /** A phrase as a sentence. */
    static String sentence(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
    }

    /** Scenarios that launch more tasks a second than the log ever shows, if there are any. */
    static List<String> fastLaunches(Analysis analysis) {
        List<String> names = analysis.scenarios().stream()
                .filter(row -> isFaster(row, analysis))
                .map(ScenarioRow::name)
                .toList();
        return names.isEmpty()
                ? List.of()
                : List.of("%s: more launches a second than ever seen here (%d); the driver may be slower than that"
                        .formatted(CaptionText.names(names), analysis.launchesPerSecond()));
    }

    static boolean isFaster(ScenarioRow row, Analysis analysis) {
        return row.launchesPerSecond() > Math.max(SLOW_DRIVER, analysis.launchesPerSecond());
    }

    /** How two logs of the application compare. */
    static List<String> comparison(Analysis analysis) {
        if (analysis.comparison() == null) {
            return List.of();
        }
        Analysis.Growth growth = analysis.comparison();
        double measured = growth.inJobsMs() / SECOND;
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Against the other log (%s, %s s in jobs): work x%.2f by run time, x%.2f by CPU time, in %s that both"
                                + " have.",
                        Format.count(growth.slots(), "slot"),
                        Format.seconds(measured),
                        growth.runRatio(),
                        growth.cpuRatio(),
                        Format.count(growth.matchedStages(), "stage")),
                String.format(
                        Locale.ROOT,
                        "For its slots the model says %s s (%+.1f%%), and with its work %s s (%+.1f%%): the rest is the"
                                + " schedule.",
                        Format.seconds(growth.modelMs() / SECOND),
                        100 * (growth.modelMs() / SECOND / measured - 1),
                        Format.seconds(growth.grownModelMs() / SECOND),
                        100 * (growth.grownModelMs() / SECOND / measured - 1)));
    }
}
