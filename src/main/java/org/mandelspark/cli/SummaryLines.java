package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Counted;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.record.Environment;
import org.mandelspark.record.ExactRun;
import org.mandelspark.record.Run;
import org.mandelspark.workload.ExactProblem;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.Proofs;

/** Lines of a key and what is to be known of it, as every command prints them. */
final class SummaryLines {
    /** Set by the launcher: how it came to choose this Java. */
    private static final String JDK_SOURCE = "MANDELSPARK_JDK_SOURCE";

    private static final double GIB = 1L << 30;

    private final PrintWriter out;
    private final Map<String, String> variables;

    /** Prints to a writer; the launcher leaves a word in the environment. */
    SummaryLines(PrintWriter out, Map<String, String> variables) {
        this.out = out;
        this.variables = variables;
    }

    void line(String key, String format, Object... values) {
        out.println(String.format(Locale.ROOT, "%-9s ", key) + String.format(Locale.ROOT, format, values));
    }

    void problem(Problem<?> problem) {
        problem.details().forEach((name, value) -> line(name, "%s", value));
    }

    /** Prints how pixels are made of points, if there are several for each. */
    void samples(PictureParameters picture) {
        int side = picture.samples();
        if (side > 1) {
            line("picture", "%s, of %dx%d points for each pixel", picture.view().size(), side, side);
        }
    }

    /** Prints the engine of a command that only Spark can execute. */
    void engine(Environment environment) {
        line("engine", "spark %s", environment.spark().map(SummaryLines::spark).orElse(""));
    }

    void workers(WorkerCount workers) {
        line("workers", "%d (%s)", workers.count(), workers.source());
    }

    void java(Environment environment) {
        String source = variables.get(JDK_SOURCE);
        line("java", "%s%s", environment.jvm(), source == null ? "" : " (" + source + ")");
    }

    /** Adds what proved exact counts, and what their reference took. */
    void proofs(ExactRun exact) {
        Proofs tiers = exact.tiers();
        line(
                "proved",
                "%,d pixels: %,d by doubles, %,d by careful doubles, %,d by pairs of doubles, %,d by integers",
                tiers.pixels() - tiers.undecided(),
                tiers.doubles(),
                tiers.carefulDoubles(),
                tiers.pairs(),
                tiers.balls());
        if (exact.spacing().isEmpty()) {
            line("doubles", "have another count in %s", Counted.of(tiers.unlikeDoubles(), "pixel"));
        }
        line(
                "reference",
                "%s of %d bits in %.2f s, its table in %.2f s; at most %,d MiB in each process",
                Counted.of(exact.referenceLength(), "iteration"),
                exact.referenceBits(),
                exact.referenceNanos() / 1e9,
                exact.tableNanos() / 1e9,
                (long) exact.referenceLength() * ExactProblem.ITERATION_BYTES / (1 << 20) + 1);
    }

    /** Adds what makes costs doubtful: tasks that Spark repeated or did not report, if there were any. */
    void doubts(Run run) {
        int chunks = run.chunks().size();
        if (run.tasksSeen() < chunks) {
            line(
                    "void",
                    "Spark reported %,d of %s: what the run cost is not known",
                    run.tasksSeen(),
                    Counted.of(chunks, "task"));
        }
        if (run.extra().total() > 0) {
            line("repeated", "%s; each chunk counts once", run.extra().describe());
        }
    }

    /** Adds everything that affects figures and does not change from run to run. */
    void environment(Environment environment) {
        line(
                "machine",
                "%s, %s (%d granted%s), %.0f GiB",
                environment.cpu(),
                Counted.of(environment.cores(), "core"),
                environment.grantedCores(),
                environment.quotaCores().map(quota -> ", quota " + quota).orElse(""),
                environment.memoryBytes() / GIB);
        line("system", "%s", environment.os());
        java(environment);
        line("heap", "%.1f GiB at most", environment.heapBytes() / GIB);
        line("build", "Mandelspark %s, commit %s", environment.version(), environment.gitCommit());
    }

    /** Prints the path of a command's only file, if there is one. */
    void wrote(String path) {
        if (path != null) {
            line("wrote", "%s", path);
        }
    }

    /** Prints a table as the last thing, after an empty line; nothing if it has no lines. */
    void table(List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            lines.forEach(out::println);
        }
        flush();
    }

    void flush() {
        out.flush();
    }

    static String spark(Environment.Spark spark) {
        return spark.version() + " on " + spark.master();
    }
}
