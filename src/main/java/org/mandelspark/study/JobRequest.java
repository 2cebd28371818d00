package org.mandelspark.study;

import java.util.List;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.grid.Unit;

/**
 * Request to execute a job, with the files to be written.
 *
 * @param kernel what computes the cells
 * @param engine what executes the chunks
 * @param partitioning how units become chunks
 * @param targets what is written, in this order
 */
public record JobRequest(KernelChoice kernel, EngineChoice engine, Partitioning partitioning, List<Target> targets) {
    public JobRequest {
        targets = List.copyOf(targets);
        for (int i = 0; i < targets.size(); i++) {
            OutputFile file = targets.get(i).file();
            if (targets.subList(0, i).stream().anyMatch(before -> before.file().sameAs(file))) {
                throw new IllegalArgumentException(file.name() + " is asked for more than once");
            }
        }
    }

    /** The same, cut into other units. */
    public JobRequest in(Unit unit) {
        return new JobRequest(kernel, engine, partitioning.in(unit), targets);
    }

    /** Files of one format, in the order asked for. */
    List<OutputFile> files(OutputFormat format) {
        return targets.stream()
                .filter(target -> target.format() == format)
                .map(Target::file)
                .toList();
    }

    /**
     * One file to be written.
     *
     * @param file where
     * @param format what
     */
    public record Target(OutputFile file, OutputFormat format) {}
}
