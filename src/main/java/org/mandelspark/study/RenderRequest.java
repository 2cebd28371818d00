package org.mandelspark.study;

import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.output.Palette;
import org.mandelspark.schedule.Schedule;

/**
 * What is to be rendered and how.
 *
 * @param view what
 * @param kernel what computes the counts
 * @param interior which work the kernel may leave out
 * @param engine what executes the chunks
 * @param schedule how rows become chunks
 * @param partitions number of workers that the schedule cuts for, if not the real one
 * @param workers number of workers, if not the one that the process was given
 * @param web whether Spark serves its web interface
 * @param palette colours of pictures
 * @param targets what is written, in this order
 */
public record RenderRequest(
        View view,
        KernelKind kernel,
        Interior interior,
        EngineKind engine,
        Schedule schedule,
        OptionalInt partitions,
        OptionalInt workers,
        SparkEngine.WebInterface web,
        Palette palette,
        List<Target> targets) {
    public RenderRequest {
        targets = List.copyOf(targets);
        for (int i = 0; i < targets.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (targets.get(i).file().sameAs(targets.get(j).file())) {
                    throw new IllegalArgumentException(targets.get(i).file().name() + " is asked for more than once");
                }
            }
        }
    }

    /**
     * One file to be written.
     *
     * @param file where
     * @param format what
     */
    public record Target(OutputFile file, OutputFormat format) {}
}
