package org.mandelspark.study;

import java.util.List;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;

/**
 * Which kernels meet on which engines, and how often.
 *
 * @param view what every one of them computes
 * @param kernels in the order of the table, each once
 * @param interiors what kernel simd may leave out, in the order of the table, each once
 * @param engines in the order of the table, each once
 * @param workers numbers of workers that threads and Spark are tried with; empty for the one that the process was given
 * @param cut how rows become chunks
 * @param repeats measured runs of each configuration, at least 1
 * @param warmups runs of each configuration before those, at least 0
 * @param seed of the random order of configurations
 */
public record HeadToHeadRequest(
        View view,
        List<KernelKind> kernels,
        List<Interior> interiors,
        List<EngineKind> engines,
        List<Integer> workers,
        Cut cut,
        int repeats,
        int warmups,
        long seed) {
    public HeadToHeadRequest {
        kernels = eachOnce("--kernels", kernels);
        interiors = eachOnce("--interior", interiors);
        engines = eachOnce("--engines", engines);
        workers = eachOnce("--workers", workers);
        interiors.forEach(interior -> interior.requireFor(view.formula()));
        if (kernels.isEmpty() || interiors.isEmpty() || engines.isEmpty()) {
            throw new IllegalArgumentException("at least one of --kernels, --interior and --engines each is needed");
        }
        if (repeats < 1 || warmups < 0) {
            throw new IllegalArgumentException(
                    "--repeats must be at least 1 and --warmup at least 0, not " + repeats + " and " + warmups);
        }
    }

    private static <T> List<T> eachOnce(String option, List<T> values) {
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException(option + ": each may be named once only");
        }
        return List.copyOf(values);
    }
}
