package org.mandelspark.study;

import java.util.List;
import org.mandelspark.output.OutputFile;

/**
 * How a workload that is not a view is to be executed, and what is to be written.
 *
 * @param engine what executes the chunks
 * @param cut how rows become chunks
 * @param targets what is written, in this order
 */
public record ArrayRequest(EngineChoice engine, Cut cut, List<RenderRequest.Target> targets) {
    public ArrayRequest {
        targets = List.copyOf(targets);
        for (int i = 0; i < targets.size(); i++) {
            OutputFile file = targets.get(i).file();
            if (targets.subList(0, i).stream().anyMatch(before -> before.file().sameAs(file))) {
                throw new IllegalArgumentException(file.name() + " is asked for more than once");
            }
        }
    }
}
