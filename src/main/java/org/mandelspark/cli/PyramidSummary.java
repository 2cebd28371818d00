package org.mandelspark.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;
import org.mandelspark.engine.WorkerCount;
import org.mandelspark.grid.Counted;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.record.Run;
import org.mandelspark.study.PyramidRequest;
import org.mandelspark.study.PyramidResult;

/** The few lines that report which pyramid was written, by what, and how fast. */
record PyramidSummary(PyramidRequest request, PyramidResult result) {
    void print(PrintWriter out) {
        Run run = result.run();
        SummaryLines facts = new SummaryLines(out, System.getenv());
        facts.problem(run.problem());
        facts.samples(request.picture());
        facts.line(
                "engine",
                "%s%s, %s in %s of %s",
                run.engine(),
                run.environment()
                        .spark()
                        .map(spark -> " " + SummaryLines.spark(spark))
                        .orElse(""),
                run.schedule().label(),
                Counted.of(run.chunks().size(), "chunk"),
                Counted.of(result.passes().get(0).blocks(), "block"));
        facts.workers(new WorkerCount(run.workers(), run.workersSource()));
        facts.line("kernel", "%s", String.join(" and ", run.methods()));
        facts.java(run.environment());
        double pixels = request.view().size().pixels();
        double seconds = run.totalSeconds()
                + Stream.of("histogram", "colour", "top")
                        .mapToDouble(phase -> run.wallSeconds().getOrDefault(phase, 0.0))
                        .sum();
        facts.line(
                "written",
                "%s in %.3f s: %.1f million pixels/s of the full size",
                Counted.of(result.tiles(), "tile"),
                seconds,
                pixels / seconds / 1e6);
        facts.line("checksum", "%s (CRC-32C of the lists of tiles)", run.checksum());
        facts.line("open", "%s", request.files().folder().file(PyramidFiles.PAGE));
        facts.flush();
    }
}
