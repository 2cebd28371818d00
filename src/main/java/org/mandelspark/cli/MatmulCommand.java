package org.mandelspark.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.kernel.Interior;
import org.mandelspark.study.Job;
import org.mandelspark.workload.ProductProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code matmul}: the product of two matrices to files. */
@Command(
        name = "matmul",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Multiplies two matrices of doubles by blocks of rows: C = A B. Without --a and --b they are of"
                + " pseudorandom numbers, which every executor makes itself.",
        sortOptions = false,
        defaultValueProvider = MatmulCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] matmul [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark matmul --size 2048",
            "  submit/mandelspark matmul --a a.npy --b b.npy --out c.npy"
        })
final class MatmulCommand implements Callable<Integer> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(EngineOptions.ENGINE, "spark"));
        }
    }

    private static final String SEED = "--seed";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "N rows and columns of each matrix; needed without --a and --b.")
    private Integer size;

    @Mixin
    private MatrixOptions matrixOptions;

    @Option(
            names = SEED,
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the pseudorandom matrix A; B takes the next number. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Mixin
    private JobOptions jobOptions;

    @Override
    public Integer call() throws Exception {
        return jobOptions.run(
                request -> new Job<>(ProductProblem.WORKLOAD, problem(), Interior.NONE, Optional.empty(), request),
                () -> {},
                RunSummary.Rate.FLOPS,
                "c.npy");
    }

    private ProductProblem problem() {
        if (matrixOptions.areGiven()) {
            new GivenOptions(spec).refuse(SEED, "with --a and --b, whose numbers are in the files: leave it out");
            return size == null ? matrixOptions.ofFiles() : matrixOptions.ofFiles(size);
        }
        if (size == null) {
            throw new IllegalArgumentException("either --size N or both --a and --b are needed");
        }
        return MatrixOptions.seeded(size, seed);
    }
}
