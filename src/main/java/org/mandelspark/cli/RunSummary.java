package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.output.RunRecord;
import org.mandelspark.study.RenderResult;

/** The few lines that tell what was computed, by what, and how fast. */
final class RunSummary {
    private final RenderResult result;
    private final List<String> written;
    private final Map<String, String> variables;

    /** A summary that names the files written; the launcher leaves a word in the environment. */
    RunSummary(RenderResult result, List<String> written, Map<String, String> variables) {
        this.result = result;
        this.written = written;
        this.variables = variables;
    }

    void print(PrintWriter out) {
        RunRecord run = result.run();
        double seconds = result.compute().toNanos() / 1e9;
        Facts facts = new Facts(out, variables);
        facts.view(run.view());
        facts.line(
                "engine",
                "%s%s, %s in %,d %s",
                run.engine(),
                run.environment().spark().map(spark -> " " + Facts.spark(spark)).orElse(""),
                result.rule().label().equals(run.schedule())
                        ? run.schedule()
                        : run.schedule() + ": " + result.rule().label(),
                run.partitions(),
                run.partitions() == 1 ? "chunk" : "chunks");
        facts.workers(new WorkerCount(run.workers(), run.workersSource()));
        facts.line(
                "kernel",
                "%s%s",
                result.kernel().label().equals(run.kernel())
                        ? ""
                        : result.kernel().label() + ": ",
                String.join(" and ", run.methods()));
        facts.java(run.environment());
        facts.line(
                "computed",
                "%,d iterations in %.3f s: %.3f giga iterations/s",
                run.totals().iterations(),
                seconds,
                run.totals().iterations() / seconds / 1e9);
        facts.line(
                "executed",
                "%,d steps, %.1f%% of these iterations",
                run.totals().steps(),
                100.0 * run.totals().steps() / Math.max(1, run.totals().iterations()));
        facts.doubts(run.totals(), run.partitions());
        facts.line("checksum", "%s (CRC-32C of the counts)", run.checksum());
        if (!written.isEmpty()) {
            facts.line("wrote", "%s", String.join(", ", written));
        }
        facts.flush();
    }
}
