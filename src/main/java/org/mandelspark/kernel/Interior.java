package org.mandelspark.kernel;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mandelspark.grid.Formula;

/** Work that a kernel may leave out for points that are known never to escape; the counts stay the same. */
public enum Interior {
    /** Nothing: every iteration is carried out. */
    NONE("none"),
    /** Iterations of orbits that return to an earlier z, bit for bit, and so repeat for ever. */
    CYCLES("cycles"),
    /**
     * Iterations of points of the main cardioid and of the disc of period 2, by their equations. A theorem about exact
     * arithmetic says that these points never escape; in doubles that is an observation, on every view tried.
     */
    CLOSED_FORM("closed-form"),
    /**
     * Iterations of orbits in exact cycles or in discs that map into themselves: proofs about the very orbit in doubles. For
     * multibrot sets and the Burning Ship, cycles only.
     */
    PROVED("proved");

    private final String label;

    Interior(String label) {
        this.label = label;
    }

    /** The name on the command line. */
    public String label() {
        return label;
    }

    /** True if c is inside by the equations of the main cardioid and of the disc of period 2. */
    static boolean isKnownInside(double cr, double ci) {
        double p = cr - 0.25;
        double q = p * p + ci * ci;
        return q * (q + p) <= 0.25 * ci * ci || (cr + 1) * (cr + 1) + ci * ci <= 0.0625;
    }

    /**
     * True if discs can be carried along the orbits of a formula, as {@link #PROVED} and {@link LoneSteps} do: its step
     * squares z or the conjugate of z.
     */
    static boolean hasDiscs(Formula formula) {
        return switch (formula.family()) {
            case MANDELBROT, JULIA, TRICORN -> true;
            case MULTIBROT, BURNING_SHIP -> false;
        };
    }

    /** True if this can be done for a formula. */
    public boolean isFor(Formula formula) {
        return this != CLOSED_FORM
                || switch (formula.family()) {
                    case MANDELBROT -> true;
                    case JULIA, MULTIBROT, BURNING_SHIP, TRICORN -> false;
                };
    }

    /**
     * Requires that this can be done for a formula.
     *
     * @throws IllegalArgumentException if it cannot, with the ones that can
     */
    public void requireFor(Formula formula) {
        if (!isFor(formula)) {
            throw new IllegalArgumentException(
                    "interior closed-form knows the equations of the Mandelbrot set only: for formula "
                            + formula.label() + " take none, cycles or proved");
        }
    }

    /**
     * Requires that this leaves nothing out, for a workload that costs the same everywhere.
     *
     * @param workload its name
     * @throws IllegalArgumentException if it leaves something out
     */
    public void requireNoneFor(String workload) {
        if (this != NONE) {
            throw new IllegalArgumentException("interior " + label + " is for views: there is nothing in workload "
                    + workload + " to be left out");
        }
    }

    /**
     * The constant of a name.
     *
     * @throws IllegalArgumentException that lists the known ones
     */
    public static Interior parse(String label) {
        return Arrays.stream(values())
                .filter(interior -> interior.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown interior '" + label + "', known are "
                        + Arrays.stream(values()).map(Interior::label).collect(Collectors.joining(", "))));
    }
}
