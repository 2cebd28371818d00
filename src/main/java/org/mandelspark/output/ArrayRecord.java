package org.mandelspark.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;

/**
 * The account of one run of a workload that is not a view, written as JSON; fields have the names and meanings of {@link
 * RunRecord}.
 *
 * @param workload name of the workload
 * @param parameters what was computed, by the names of the command line's options
 * @param rows of the array, as a file holds it
 * @param columns of the array, as a file holds it
 * @param kernel the kernel asked for
 * @param methods what computed the chunks
 * @param engine name of the engine
 * @param schedule name of the schedule
 * @param partitions number of chunks
 * @param workers number of chunks computed at once
 * @param workersSource who decided that number
 * @param environment where it ran
 * @param totals sums over the run; pixels are cells
 * @param checksum CRC-32C of the little-endian cells as a file holds them, hexadecimal
 * @param chunks what each chunk cost
 */
public record ArrayRecord(
        String workload,
        SortedMap<String, String> parameters,
        int rows,
        int columns,
        String kernel,
        List<String> methods,
        String engine,
        String schedule,
        int partitions,
        int workers,
        String workersSource,
        Environment environment,
        RunRecord.Totals totals,
        String checksum,
        List<RunRecord.ChunkPart> chunks) {
    /** Writes this record as indented JSON in UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        Json.write(this, out);
    }
}
