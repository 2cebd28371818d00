package org.mandelspark.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.View;
import org.mandelspark.measure.ChunkTiming;

/**
 * The account of one run, written as JSON.
 *
 * @param view what was rendered
 * @param workload name of the workload
 * @param kernel the kernel asked for
 * @param interior which work the kernel might leave out
 * @param methods what computed the chunks, with its shape; another kernel where a JVM could not run the one asked for
 * @param engine name of the engine
 * @param schedule name of the schedule
 * @param partitions number of chunks
 * @param workers number of chunks computed at once
 * @param workersSource who decided that number
 * @param environment where it ran
 * @param totals sums over the run
 * @param checksum CRC-32C of the little-endian cells, hexadecimal
 * @param chunks what each chunk cost
 */
public record RunRecord(
        ViewPart view,
        String workload,
        String kernel,
        String interior,
        List<String> methods,
        String engine,
        String schedule,
        int partitions,
        int workers,
        String workersSource,
        Environment environment,
        Totals totals,
        String checksum,
        List<ChunkPart> chunks) {

    /** What was rendered. */
    public record ViewPart(String name, String formula, Region region, int width, int height, int maxIter) {
        /** The same view. */
        public static ViewPart of(View view) {
            return new ViewPart(
                    view.name(),
                    view.formula().label(),
                    view.grid().region(),
                    view.size().width(),
                    view.size().height(),
                    view.maxIter());
        }
    }

    /**
     * Sums over the run.
     *
     * @param wallSeconds by phase: start of the engine, compute (from its call to the stitched array), checksum, and
     *     encode with writing for each output by its extension
     * @param pixels cells of the answer
     * @param iterations what they amount to
     * @param steps what was executed
     */
    public record Totals(SortedMap<String, Double> wallSeconds, long pixels, long iterations, long steps) {}

    /** {@link ChunkTiming}, in the form and with the names of the file. */
    public record ChunkPart(
            int index,
            RowRange rows,
            String executor,
            String host,
            int slot,
            @JsonProperty("start_ns") long startNanos,
            @JsonProperty("end_ns") long endNanos,
            @JsonProperty("kernel_ns") long kernelNanos,
            long iterations,
            long steps,
            @JsonProperty("result_bytes") long resultBytes,
            int attempt) {

        /** The same chunk. */
        public static ChunkPart of(ChunkTiming chunk) {
            return new ChunkPart(
                    chunk.index(),
                    chunk.rows(),
                    chunk.executor(),
                    chunk.host(),
                    chunk.slot(),
                    chunk.startNanos(),
                    chunk.endNanos(),
                    chunk.kernelNanos(),
                    chunk.work().iterations(),
                    chunk.work().steps(),
                    chunk.resultBytes(),
                    chunk.attempt());
        }
    }

    /** Writes this record as indented JSON in UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        Json.write(this, out);
    }
}
