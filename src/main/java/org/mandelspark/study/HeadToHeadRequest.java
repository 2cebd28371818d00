package org.mandelspark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.record.Configuration;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.workload.Computation;

/**
 * Request that certain kernels meet on certain engines, and how often.
 *
 * @param computation what every one of them computes, by whatever kernel
 * @param kernels in the order of the table, each once
 * @param interiors what kernel simd may leave out, in the order of the table, each once
 * @param engines in the order of the table, each once
 * @param workers numbers of workers that threads and Spark are tried with; empty for the one that the process was given
 * @param partitioning how rows become chunks
 * @param settings how often, in which order
 */
public record HeadToHeadRequest(
        Computation<?> computation,
        List<KernelKind> kernels,
        List<Interior> interiors,
        List<EngineKind> engines,
        List<Integer> workers,
        Partitioning partitioning,
        StudySettings settings) {
    public HeadToHeadRequest {
        kernels = StudySettings.eachOnce("--kernels", kernels);
        interiors = StudySettings.eachOnce("--interior", interiors);
        engines = StudySettings.eachOnce("--engines", engines);
        workers = StudySettings.eachOnce("--workers", workers);
        kernels.forEach(kernel -> KernelChoice.require(kernel, computation.problem(), "--kernels"));
        interiors.forEach(computation.problem()::requireInterior);
        if (kernels.isEmpty() || interiors.isEmpty() || engines.isEmpty()) {
            throw new IllegalArgumentException("at least one of --kernels, --interior and --engines each is needed");
        }
    }

    /** The request of a recorded study. */
    static HeadToHeadRequest of(StudyRecord study) {
        List<Interior> interiors = study.configurations().stream()
                .filter(configuration -> Axis.kernel(configuration) == KernelKind.SIMD)
                .map(Axis::interior)
                .distinct()
                .toList();
        Partitioning partitioning = new Partitioning(study.one(Axis.SCHEDULE, Axis::schedule));
        return new HeadToHeadRequest(
                new Computation<>(study.problem(), study.problem().baseline(), Interior.NONE),
                study.distinct(Axis::kernel),
                interiors.isEmpty() ? List.of(Interior.NONE) : interiors,
                study.distinct(Axis::engine),
                study.distinct(Axis::workers).stream()
                        .filter(OptionalInt::isPresent)
                        .map(OptionalInt::getAsInt)
                        .toList(),
                partitioning,
                StudySettings.of(study));
    }

    /** The record of this request: each kernel on each engine. */
    public StudyRecord record() {
        List<Configuration> configurations = new ArrayList<>();
        for (EngineKind engine : engines) {
            List<OptionalInt> counts = engine == EngineKind.SERIAL || workers.isEmpty()
                    ? List.of(OptionalInt.empty())
                    : workers.stream().map(OptionalInt::of).toList();
            for (OptionalInt count : counts) {
                for (KernelKind kernel : kernels) {
                    for (Interior interior : interiors(kernel)) {
                        configurations.add(Axis.of(kernel, interior, engine)
                                .with(Axis.WORKERS, count)
                                .with(Axis.SCHEDULE, partitioning.schedule().label()));
                    }
                }
            }
        }
        return settings.record(HeadToHead.NAME, computation.problem(), configurations);
    }

    /** The configuration that always takes part. */
    Contestant baseline() {
        return Contestant.baseline(computation.problem());
    }

    /** Parts that a kernel may leave out, in the order of the table: only one of them can leave out anything. */
    List<Interior> interiors(KernelKind kernel) {
        return kernel == KernelKind.SIMD ? interiors : List.of(Interior.NONE);
    }
}
