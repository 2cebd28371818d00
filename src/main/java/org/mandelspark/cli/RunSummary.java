package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.mandelspark.output.RunRecord;
import org.mandelspark.study.RenderResult;

/** The few lines that tell what was computed, by what, and how fast. */
final class RunSummary {
    /** Set by the launcher: how it came to choose this Java. */
    private static final String JDK_SOURCE = "MANDELSPARK_JDK_SOURCE";

    private final RenderResult result;
    private final Map<String, String> variables;

    /** A summary; the launcher leaves a word in the environment. */
    RunSummary(RenderResult result, Map<String, String> variables) {
        this.result = result;
        this.variables = variables;
    }

    void print(PrintWriter out) {
        RunRecord run = result.run();
        double seconds = result.compute().toNanos() / 1e9;
        line(
                out,
                "view",
                "%s, %dx%d, at most %,d iterations",
                run.view().name(),
                run.view().width(),
                run.view().height(),
                run.view().maxIter());
        line(out, "region", "%s", run.view().region());
        line(
                out,
                "engine",
                "%s%s, %s in %,d %s",
                run.engine(),
                spark(run),
                run.schedule(),
                run.partitions(),
                run.partitions() == 1 ? "chunk" : "chunks");
        line(out, "workers", "%d (%s)", run.workers(), run.workersSource());
        line(out, "kernel", "%s", String.join(" and ", run.methods()));
        line(out, "java", "%s%s", run.environment().jvm(), jdkSource());
        line(
                out,
                "computed",
                "%,d iterations in %.3f s: %.3f giga iterations/s",
                run.totals().iterations(),
                seconds,
                run.totals().iterations() / seconds / 1e9);
        line(out, "checksum", "%s (CRC-32C of the counts)", run.checksum());
        out.flush();
    }

    private static String spark(RunRecord run) {
        return run.environment()
                .spark()
                .map(spark -> " " + spark.version() + " on " + spark.master())
                .orElse("");
    }

    private String jdkSource() {
        String source = variables.get(JDK_SOURCE);
        return source == null ? "" : " (" + source + ")";
    }

    private static void line(PrintWriter out, String key, String format, Object... values) {
        out.println(String.format(Locale.ROOT, "%-9s ", key) + String.format(Locale.ROOT, format, values));
    }
}
