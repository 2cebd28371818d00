package org.mandelspark.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.output.NpyMatrix;
import org.mandelspark.study.ArrayRequest;
import org.mandelspark.study.ArrayResult;
import org.mandelspark.study.MatmulJob;
import org.mandelspark.workload.MatrixProduct;
import org.mandelspark.workload.MatrixSource;
import org.mandelspark.workload.SeededMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--size",
            paramLabel = "N",
            converter = Converters.ToPositive.class,
            description = "N rows and columns of each matrix; needed without --a and --b.")
    private Integer size;

    @Option(
            names = "--a",
            paramLabel = "PATH",
            description = "The left matrix, a float64 .npy file that all executors can open.")
    private String a;

    @Option(names = "--b", paramLabel = "PATH", description = "The right matrix, likewise.")
    private String b;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What the pseudorandom A grows from, and B from the next number. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            defaultValue = "simd",
            converter = Converters.ToKernel.class,
            description = "What multiplies: naive, array, simd. Default: ${DEFAULT-VALUE}")
    private KernelKind kernel;

    @Mixin
    private TargetOptions targetOptions;

    @Mixin
    private EngineOptions engineOptions;

    @Mixin
    private ScheduleOptions scheduleOptions;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        SparkLogging.setLevel(common.logLevel());
        ArrayResult result;
        try (RunReporter reporter = new RunReporter(spec.commandLine().getErr(), common)) {
            MatmulJob job = new MatmulJob(
                    product(),
                    new ArrayRequest(engineOptions.choice(), scheduleOptions.cut(), targetOptions.targets()));
            job.check();
            result = job.execute(reporter);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        new ArraySummary(result, ArraySummary.Rate.FLOPS, targetOptions.paths(), System.getenv())
                .print(spec.commandLine().getOut());
        if (targetOptions.paths().isEmpty()) {
            spec.commandLine().getErr().println("nothing was written: --out c.npy would do");
        }
        return 0;
    }

    private MatrixProduct product() {
        if ((a == null) != (b == null)) {
            throw new IllegalArgumentException(
                    "--a and --b go together: " + (a == null ? "--a" : "--b") + " is missing");
        }
        if (a == null) {
            if (size == null) {
                throw new IllegalArgumentException("either --size N or both --a and --b are needed");
            }
            try {
                return MatrixProduct.of(
                        new SeededMatrix(seed, size, size), new SeededMatrix(seed + 1, size, size), kernel);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--size " + size + ": " + e.getMessage(), e);
            }
        }
        return MatrixProduct.of(requireSize("--a", NpyMatrix.of(a)), requireSize("--b", NpyMatrix.of(b)), kernel);
    }

    private MatrixSource requireSize(String option, MatrixSource matrix) {
        if (size != null && (matrix.rows() != size || matrix.columns() != size)) {
            throw new IllegalArgumentException("%s %s is %dx%d, not %dx%d as --size %d says: leave --size out"
                    .formatted(option, matrix.label(), matrix.rows(), matrix.columns(), size, size, size));
        }
        return matrix;
    }
}
