package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.output.ArrayRecord;
import org.mandelspark.study.ArrayResult;

/** The few lines that tell what a workload computed, by what, and how fast. */
final class ArraySummary {
    /** How a workload counts its work. */
    enum Rate {
        /** Steps of a map. */
        ITERATIONS("iterations", "giga iterations/s", 1),
        /** Multiply-adds, of two floating-point operations each. */
        FLOPS("multiply-adds", "Gflop/s", 2);

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
                    "%,d %s in %.3f s: %.3f %s",
                    iterations,
                    what,
                    seconds,
                    perIteration * iterations / seconds / 1e9,
                    unit);
        }
    }

    private final ArrayResult result;
    private final Rate rate;
    private final List<String> written;
    private final Map<String, String> variables;

    /** A summary that names the files written; the launcher leaves a word in the environment. */
    ArraySummary(ArrayResult result, Rate rate, List<String> written, Map<String, String> variables) {
        this.result = result;
        this.rate = rate;
        this.written = written;
        this.variables = variables;
    }

    void print(PrintWriter out) {
        ArrayRecord run = result.run();
        Facts facts = new Facts(out, variables);
        facts.line(
                "workload",
                "%s: %s",
                run.workload(),
                run.parameters().entrySet().stream()
                        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                        .collect(Collectors.joining("; ")));
        facts.line(
                "engine",
                "%s%s, %s in %,d %s",
                run.engine(),
                run.environment().spark().map(spark -> " " + Facts.spark(spark)).orElse(""),
                run.schedule(),
                run.partitions(),
                run.partitions() == 1 ? "chunk" : "chunks");
        facts.workers(new WorkerCount(run.workers(), run.workersSource()));
        facts.line("kernel", "%s", String.join(" and ", run.methods()));
        facts.java(run.environment());
        facts.line(
                "computed",
                "%s",
                rate.text(run.totals().iterations(), result.compute().toNanos() / 1e9));
        facts.doubts(run.totals(), run.partitions());
        facts.line("checksum", "%s (CRC-32C of the array)", run.checksum());
        if (!written.isEmpty()) {
            facts.line("wrote", "%s", String.join(", ", written));
        }
        facts.flush();
    }
}
