package org.mandelspark.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that says which work may be left out. The command says which is the default. */
final class InteriorOptions {
    static final String INTERIOR = "--interior";

    @Option(
            names = INTERIOR,
            paramLabel = "NAME",
            description = "Work that kernel simd may skip without changing a count: none, cycles (orbits that repeat),"
                    + " closed-form (cardioid and disc by their equations), proved. Default: ${DEFAULT-VALUE}")
    private Interior interior;

    Interior interior() {
        return interior;
    }

    /** The interior for a problem: the command's default is for counts of doubles. */
    Interior interiorOf(Problem<?> problem, CommandSpec command) {
        boolean isExact = problem.shown().filter(View::isExact).isPresent();
        return isExact && !new GivenOptions(command).has(INTERIOR) ? Interior.NONE : interior;
    }

    /**
     * Refuses {@code --interior} for kernels that leave nothing out.
     *
     * @param option that names kernels
     * @throws IllegalArgumentException if it is given nevertheless
     */
    static void requireInteriorOf(List<KernelKind> kernels, String option, CommandSpec command) {
        if (!kernels.contains(KernelKind.SIMD)) {
            String names = kernels.stream().map(KernelKind::label).collect(Collectors.joining(" and "));
            new GivenOptions(command)
                    .refuse(INTERIOR, "on kernel " + names + ": only simd leaves work out, take " + option + " simd");
        }
    }
}
