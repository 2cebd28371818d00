package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Counted;
import org.mandelspark.grid.Unit;
import org.mandelspark.record.Run;
import org.mandelspark.study.JobResult;

/** The few lines that report what was computed, by what, and how fast. */
final class RunSummary {
    /** Units in which a workload counts its work. */
    enum Rate {
        /** Steps of a map. */
        ITERATIONS("iteration", "giga iterations/s", 1),
        /** Multiply-adds, of two floating-point operations each. */
        FLOPS("multiply-add", "Gflop/s", 2);

        private final String what;
        private final String unit;
        private final int perIteration;

        Rate(String what, String unit, int perIteration) {
            this.what = what;
            this.unit = unit;
            this.perIteration = perIteration;
        }

        private String text(long iterations, double seconds) {
            return String.format(
                    Locale.ROOT,
                    "%s in %.3f s: %.3f %s",
                    Counted.of(iterations, what),
                    seconds,
                    perIteration * iterations / seconds / 1e9,
                    unit);
        }
    }

    private final JobResult result;
    private final Rate rate;
    private final List<String> written;
    private final Map<String, String> variables;

    /** A summary that names the files written; the launcher leaves a word in the environment. */
    RunSummary(JobResult result, Rate rate, List<String> written, Map<String, String> variables) {
        this.result = result;
        this.rate = rate;
        this.written = written;
        this.variables = variables;
    }

    void print(PrintWriter out) {
        Run run = result.run();
        SummaryLines facts = new SummaryLines(out, variables);
        facts.problem(run.problem());
        result.picture().ifPresent(facts::samples);
        facts.line(
                "engine",
                "%s%s, %s in %s%s",
                run.engine(),
                run.environment()
                        .spark()
                        .map(spark -> " " + SummaryLines.spark(spark))
                        .orElse(""),
                result.rule().equals(run.schedule())
                        ? run.schedule().label()
                        : run.schedule().label() + ": " + result.rule().label(),
                Counted.of(run.chunks().size(), "chunk"),
                run.unit().equals(Unit.ROW) ? "" : " of " + run.units().describe());
        facts.workers(new WorkerCount(run.workers(), run.workersSource()));
        facts.line(
                "kernel",
                "%s%s",
                result.kernel().label().equals(run.computation().kernel().label())
                        ? ""
                        : result.kernel().label() + ": ",
                String.join(" and ", run.methods()));
        facts.java(run.environment());
        facts.line("computed", "%s", rate.text(run.iterations(), run.totalSeconds()));
        facts.line(
                "executed",
                "%s, %.1f%% of these %ss",
                Counted.of(run.steps(), "step"),
                100.0 * run.steps() / Math.max(1, run.iterations()),
                rate.what);
        run.exact().ifPresent(facts::proofs);
        facts.doubts(run);
        facts.line(
                "checksum",
                "%s (CRC-32C of the %s)",
                run.checksum(),
                run.problem().cellLabel());
        if (!written.isEmpty()) {
            facts.line("wrote", "%s", String.join(", ", written));
        }
        facts.flush();
    }
}
