package org.mandelspark.study;

import java.util.List;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;

/**
 * Which kernels meet on which engines, and how often.
 *
 * @param subject what every one of them computes, by whatever kernel
 * @param kernels in the order of the table, each once
 * @param interiors what kernel simd may leave out, in the order of the table, each once
 * @param engines in the order of the table, each once
 * @param workers numbers of workers that threads and Spark are tried with; empty for the one that the process was given
 * @param cut how rows become chunks
 * @param settings how often, in which order
 */
public record HeadToHeadRequest(
        Subject<?> subject,
        List<KernelKind> kernels,
        List<Interior> interiors,
        List<EngineKind> engines,
        List<Integer> workers,
        Cut cut,
        StudySettings settings) {
    public HeadToHeadRequest {
        kernels = StudySettings.eachOnce("--kernels", kernels);
        interiors = StudySettings.eachOnce("--interior", interiors);
        engines = StudySettings.eachOnce("--engines", engines);
        workers = StudySettings.eachOnce("--workers", workers);
        interiors.forEach(interior -> subject.computedBy(KernelKind.SIMD, interior));
        if (kernels.isEmpty() || interiors.isEmpty() || engines.isEmpty()) {
            throw new IllegalArgumentException("at least one of --kernels, --interior and --engines each is needed");
        }
    }
}
