package org.mandelspark.kernel;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mandelspark.grid.Formula;

/** Which work a kernel may leave out because it can be known that a point never escapes; the counts stay the same. */
public enum Interior {
    /** None: every iteration is carried out. */
    NONE("none"),
    /** Orbits that return to an earlier z, bit for bit, and so repeat for ever. */
    CYCLES("cycles"),
    /**
     * Points of the main cardioid and of the disc of period 2, by their equations. That these points never escape is a
     * theorem about exact arithmetic; that they do not in doubles either is an observation, on every view tried.
     */
    CLOSED_FORM("closed-form"),
    /**
     * Exact cycles, and discs that map into themselves: proofs about the very orbit in doubles. Of multibrot sets and
     * the Burning Ship cycles only.
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
     * Requires that this can be done for a formula.
     *
     * @throws IllegalArgumentException if not, with what can
     */
    public void requireFor(Formula formula) {
        if (this == CLOSED_FORM && !(formula instanceof Formula.Mandelbrot)) {
            throw new IllegalArgumentException(
                    "interior closed-form knows the equations of the Mandelbrot set only: for" + " formula "
                            + formula.label() + " take none, cycles or proved");
        }
    }

    /**
     * Requires that nothing is to be left out of a workload that costs the same everywhere.
     *
     * @param workload its name
     * @throws IllegalArgumentException if something is
     */
    public void requireNoneFor(String workload) {
        if (this != NONE) {
            throw new IllegalArgumentException("interior " + label + " is for views: there is nothing in workload "
                    + workload + " to be left out");
        }
    }

    /**
     * The choice of a name.
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
