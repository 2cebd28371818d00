package org.mandelspark.study;

import java.util.List;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.output.OutputFile;
import org.mandelspark.output.OutputFormat;
import org.mandelspark.output.Palette;

/**
 * What is to be rendered and how.
 *
 * @param view what
 * @param kernel what computes the counts
 * @param interior which work the kernel may leave out
 * @param engine what executes the chunks
 * @param cut how rows become chunks
 * @param palette colours of pictures
 * @param targets what is written, in this order
 */
public record RenderRequest(
        View view,
        KernelChoice kernel,
        Interior interior,
        EngineChoice engine,
        Cut cut,
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
