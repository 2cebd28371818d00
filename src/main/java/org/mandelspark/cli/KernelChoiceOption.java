package org.mandelspark.cli;

import org.mandelspark.study.KernelChoice;
import picocli.CommandLine.Option;

/** The option of jobs that says what computes the cells, which may be left to the job. */
final class KernelChoiceOption {
    @Option(
            names = KernelOptions.KERNEL,
            paramLabel = "NAME",
            defaultValue = "auto",
            description =
                    "Kernel that computes the cells: naive, array, simd, or auto: the one expected to finish first,"
                            + " given that simd has to be compiled. Exact counts have deep, and for comparison deep-steps and deep-balls. Default: ${DEFAULT-VALUE}")
    private KernelChoice kernel;

    KernelChoice kernel() {
        return kernel;
    }
}
