package org.mandelspark.study;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.GaussKernels;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.OrbitDensity;
import org.mandelspark.output.Problem;
import org.mandelspark.workload.BetaRange;
import org.mandelspark.workload.GaussMap;

/**
 * The bifurcation diagram of the Gauss map.
 *
 * @param workload what is computed, and with which kernel
 */
public record GaussSubject(GaussMap workload) implements Subject<double[]> {
    static final String NAME = "gauss";

    private static final Pattern ENDS = Pattern.compile("([^,]+),([^,]+)");

    /** Measured with 3 to 80 million steps. */
    private static final List<ColdSpeed> COLD = List.of(
            new ColdSpeed(KernelKind.NAIVE, 0.04, 22),
            new ColdSpeed(KernelKind.ARRAY, 0.1, 9),
            new ColdSpeed(KernelKind.SIMD, 1.3, 4.4));

    static GaussSubject of(Problem.ArrayPart part, KernelKind kernel) {
        SortedMap<String, String> parameters = part.parameters();
        Matcher ends = ENDS.matcher(parameters.getOrDefault("beta", ""));
        if (!ends.matches()) {
            throw new IllegalArgumentException("its 'beta' is no range: '" + parameters.get("beta") + "'");
        }
        try {
            return new GaussSubject(new GaussMap(
                    new OrbitDensity(
                            Double.parseDouble(parameters.getOrDefault("alpha", "")),
                            Integer.parseInt(parameters.getOrDefault("skip", "")),
                            Integer.parseInt(parameters.getOrDefault("points", "")),
                            part.rowCells()),
                    new BetaRange(Double.parseDouble(ends.group(1)), Double.parseDouble(ends.group(2)), part.rows()),
                    kernel));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("one of its 'parameters' is no number: " + parameters, e);
        }
    }

    @Override
    public Problem.ArrayPart problem() {
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "alpha", String.valueOf(workload.wanted().alpha()),
                "beta", workload.betas().min() + "," + workload.betas().max(),
                "size", size(),
                "skip", String.valueOf(workload.wanted().skip()),
                "points", String.valueOf(workload.wanted().points())));
        return new Problem.ArrayPart(NAME, parameters, workload.rows(), workload.rowCells());
    }

    @Override
    public KernelKind kernel() {
        return workload.kernel();
    }

    @Override
    public Interior interior() {
        return Interior.NONE;
    }

    @Override
    public GaussSubject computedBy(KernelKind kernel, Interior interior) {
        interior.requireNoneFor(NAME);
        return new GaussSubject(new GaussMap(workload.wanted(), workload.betas(), kernel));
    }

    /** The same range of β, sampled by more. */
    @Override
    public GaussSubject timesRows(int factor) {
        BetaRange betas = workload.betas();
        long count = (long) betas.count() * factor;
        if (count * workload.rowCells() > Size.MAX_PIXELS) {
            throw new IllegalArgumentException("--size " + size() + " times " + factor
                    + " workers is more than an array holds: take a smaller --size");
        }
        return new GaussSubject(new GaussMap(
                workload.wanted(), new BetaRange(betas.min(), betas.max(), (int) count), workload.kernel()));
    }

    @Override
    public String sizeOptions() {
        return "--size " + size();
    }

    @Override
    public long arrangingBytes() {
        return (long) workload.rows() * workload.rowCells() * Double.BYTES;
    }

    @Override
    public String moreWork() {
        return "more --points";
    }

    @Override
    public double iterations(double most) {
        return (double) workload.rows() * workload.wanted().steps();
    }

    @Override
    public boolean hasSimd() {
        return GaussKernels.hasSimd();
    }

    @Override
    public List<ColdSpeed> coldSpeeds() {
        return COLD;
    }

    /** Betas by bins, as the command line has it. */
    private String size() {
        return workload.rows() + "x" + workload.rowCells();
    }
}
