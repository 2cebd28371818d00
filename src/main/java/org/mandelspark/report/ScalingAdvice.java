package org.mandelspark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.measure.Ledger;
import org.mandelspark.measure.Ledger.Account;
import org.mandelspark.measure.UslFit;
import org.mandelspark.record.Environment;
import org.mandelspark.study.ScalingRequest.Mode;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.ScalingResult.Row;

/** Conclusions from a scaling study, in sentences that stay within its intervals. */
final class ScalingAdvice {
    /** Share of core time in the kernel from which on there is little to gain. */
    private static final double GOOD = 0.95;

    /** A kernel that runs at less than this of its speed alone is slowed down by its neighbours. */
    private static final double SLOWED = 0.9;

    /** Efficiencies up to here are called ideal: medians of equal times differ by as much. */
    private static final double BEYOND_IDEAL = 1.01;

    /** A serial fraction that differs by less is called the same. */
    private static final double SAME_FRACTION = 0.25;

    private final ScalingResult result;
    private final Row last;

    ScalingAdvice(ScalingResult result) {
        this.result = result;
        this.last = result.rows().get(result.rows().size() - 1);
    }

    /** Everything, what matters most first. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (result.rows().size() > 1) {
            findings.add(speedup());
        }
        beyondIdeal("1 worker", Row::efficiency).ifPresent(findings::add);
        findings.add(baselines());
        findings.add("Against the single thread: "
                + result.rows().stream()
                        .map(row -> "%s with %d (%s%%)"
                                .formatted(
                                        Format.ratio(row.speedupOverSerial()),
                                        row.workers(),
                                        Format.percent(row.efficiencyOverSerial())))
                        .collect(Collectors.joining(", "))
                + ".");
        beyondIdeal("the best single thread", Row::efficiencyOverSerial).ifPresent(findings::add);
        if (result.request().mode() == Mode.WEAK) {
            findings.add("Amdahl's law, USL and COST are of strong scaling: not fitted.");
        } else {
            findings.add(amdahl());
            karpFlatt().ifPresent(findings::add);
            findings.add(usl());
            findings.add(cost());
        }
        findings.add(whatToDo());
        return findings;
    }

    private String speedup() {
        String verdict = CaptionText.verdict(last.seconds(), result.single());
        return result.request().mode() == Mode.STRONG
                ? "%s take %s s where 1 takes %s s: speedup %s, efficiency %s%% (%s)."
                        .formatted(
                                Format.count(last.workers(), "worker"),
                                Format.seconds(last.seconds().median()),
                                Format.seconds(result.single().median()),
                                Format.ratio(last.speedup()),
                                Format.percent(last.efficiency()),
                                verdict)
                : "%s take %s s for %d times the work that 1 does in %s s: efficiency %s%%."
                        .formatted(
                                Format.count(last.workers(), "worker"),
                                Format.seconds(last.seconds().median()),
                                last.workers(),
                                Format.seconds(result.single().median()),
                                Format.percent(last.efficiency()));
    }

    /** More than all of the cores is either a baseline that was too slow or one that had another cause to be. */
    private Optional<String> beyondIdeal(String baseline, ToDoubleFunction<Row> efficiency) {
        String beyond = result.rows().stream()
                .filter(row -> efficiency.applyAsDouble(row) > BEYOND_IDEAL)
                .map(row -> "%s%% with %s"
                        .formatted(
                                Format.percent(efficiency.applyAsDouble(row)), Format.count(row.workers(), "worker")))
                .collect(Collectors.joining(", "));
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Efficiency against %s exceeds 100%%: %s. Workers that share the work cannot gain more than"
                                        .formatted(baseline, beyond)
                                + " that, so the baseline was slowed down (not warm, neighbours, clock rate), the rest is"
                                + " chance, or each share fits a cache that the whole does not.");
    }

    private String baselines() {
        double serial = result.serial().median();
        double single = result.single().median();
        return "Baselines: the best single thread, a plain loop without Spark, %s s (95%% interval %s); %s with 1 worker %s s, %s%% %s."
                        .formatted(
                                Format.seconds(serial),
                                Format.interval(result.serial().interval(), Format::seconds),
                                result.request().engine().label(),
                                Format.seconds(single),
                                Format.percent(Math.abs(single / serial - 1)),
                                single < serial ? "less" : "more")
                + " Speedup and efficiency above are against the latter.";
    }

    private String amdahl() {
        return result.amdahl()
                .map(fit -> "Amdahl: serial fraction %s, %s; %s."
                        .formatted(
                                fraction(fit.serialFraction()),
                                result.rows().size() > 2
                                        ? "RMS residual %s of the speedups"
                                                .formatted(
                                                        fraction(fit.residuals().rms()))
                                        : "from a single point, so there is no residual to judge it by",
                                fit.serialFraction() > 0
                                        ? "by it no number of workers is more than %s times as fast"
                                                .formatted(Format.ratio(1 / fit.serialFraction()))
                                        : "by it there is no limit"))
                .orElse("Amdahl: not fitted, needs more than 1 worker.");
    }

    private String usl() {
        return result.usl()
                .map(fit -> "USL: sigma %s, kappa %s, RMS residual %s of the speedups; %s."
                        .formatted(
                                fraction(fit.contention()),
                                String.format(Locale.ROOT, "%.6f", fit.coherency()),
                                fraction(fit.residuals().rms()),
                                peak(fit)))
                .orElse("USL: not fitted, needs 4 numbers of workers, not "
                        + result.rows().size() + ".");
    }

    private static String peak(UslFit fit) {
        return fit.peakWorkers().isPresent()
                ? String.format(
                        Locale.ROOT, "peak at %.1f workers", fit.peakWorkers().getAsDouble())
                : "no peak";
    }

    private String cost() {
        return result.cost().isPresent()
                ? "COST: %s beats the best single thread from %s on."
                        .formatted(
                                result.request().engine().label(),
                                Format.count(result.cost().getAsInt(), "worker"))
                : "COST: none of these; no number of workers is shown to beat the best single thread.";
    }

    /** A serial part shows as the same fraction everywhere, overhead as one that grows. */
    private Optional<String> karpFlatt() {
        List<Row> known = result.rows().stream()
                .filter(row -> row.serialFraction().isPresent())
                .toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        Row first = known.get(0);
        double low = first.serialFraction().getAsDouble();
        double high = last.serialFraction().getAsDouble();
        String reading = Math.abs(high - low) <= SAME_FRACTION * Math.max(Math.abs(low), Math.abs(high))
                ? "about the same: what is lost behaves like a serial part"
                : high > low
                        ? "it grows: what is lost is overhead or imbalance that comes with the workers"
                        : "it falls: what is lost with few workers matters less with many";
        return Optional.of("Karp-Flatt: serial fraction %s with %d workers, %s with %d; %s."
                .formatted(fraction(low), first.workers(), fraction(high), last.workers(), reading));
    }

    private String whatToDo() {
        Ledger ledger = last.median().ledger();
        double kernel = ledger.share(Account.KERNEL);
        double speed = last.median().pop().iterationsPerCoreSecond()
                / result.rows().get(0).median().pop().iterationsPerCoreSecond();
        String slowed = speed < SLOWED
                ? " The kernel itself runs at %s%% of its speed with 1 worker: %s."
                        .formatted(Format.percent(speed), whyItIsSlower())
                : "";
        if (kernel >= GOOD) {
            return "Advice: nothing; with %s, %s%% of core time is in the kernel.%s"
                    .formatted(Format.count(last.workers(), "worker"), Format.percent(kernel), slowed);
        }
        Ledger.Row loss = ledger.largestLoss();
        return "Advice: %s (%s: %s%% of core time with %s; %s%% is in the kernel).%s"
                .formatted(
                        remedy(loss.account())
                                .formatted(
                                        result.request().computation().problem().moreWork()),
                        loss.account().label(),
                        Format.percent(loss.share()),
                        Format.count(last.workers(), "worker"),
                        Format.percent(kernel),
                        slowed);
    }

    /** Advice on a loss. */
    private static String remedy(Account loss) {
        return switch (loss) {
            case TAIL_IDLE ->
                "cut finer or mix the rows (--schedule auto, cyclic or over:16), because workers wait for the last one";
            case DISPATCH_GAP ->
                "fewer and larger chunks, or more work a run, because workers wait for their next task";
            case LAUNCH -> "more work a run, or fewer workers, because starting the tasks takes longer than it should";
            case IN_TASK_REST -> "fewer and larger chunks, because packing results takes the time";
            case DESERIALISE -> "fewer and larger chunks, because each task is read anew";
            case SERIALISE -> "fewer and larger chunks, because each result is written anew";
            case FETCH_AND_STITCH -> "more work a cell (%s), because one driver receives all results";
            case ENCODE -> "indexed colours (--colouring bands), or more work a pixel, because encoding takes the time";
            case WRITE -> "a faster file system, because cores wait for it";
            case PLAN -> "a schedule without a pilot, or more work a run";
            case REFERENCE -> "more pixels a run, because all workers wait while one computes the reference orbit";
            case TABLE -> "more pixels a run, because each process builds the table of the reference first";
            case RESIDUAL -> "look at the clocks, because they disagree";
            case KERNEL,
                    RUN,
                    GC,
                    FETCH_WAIT,
                    SHUFFLE_WRITE,
                    SCHEDULER_DELAY,
                    RESULT,
                    LOST_ATTEMPTS,
                    STAGE_LEAD,
                    NO_STAGE,
                    NO_JOB,
                    EXECUTORS_STARTING ->
                throw new IllegalArgumentException("a run loses nothing to '" + loss.label() + "'");
        };
    }

    /** Reason for the loss: more threads than cores is the plain one, where that can be known. */
    private String whyItIsSlower() {
        OptionalInt cores = result.environments().stream()
                .filter(environment -> result.request().engine() == EngineKind.THREADS)
                .mapToInt(Environment::grantedCores)
                .findFirst();
        return cores.isPresent() && cores.getAsInt() < last.workers()
                ? "%d workers share %s".formatted(last.workers(), Format.count(cores.getAsInt(), "core"))
                : "the cores share what it needs (clock, memory, a sibling thread), which no schedule can change";
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
