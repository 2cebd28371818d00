package org.mandelspark.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.GaussKernels;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.OrbitDensity;

/**
 * The bifurcation diagram of the Gauss map.
 *
 * <p>In files it has the names of the command line's options, and both ends of the range of β as a list.
 *
 * @param wanted what is wanted of each orbit
 * @param betas the rows
 */
@JsonPropertyOrder({"alpha", "beta", "size", "skip", "points"})
public record GaussProblem(OrbitDensity wanted, BetaRange betas) implements Problem<double[]> {
    /** The name of its workload. */
    public static final String WORKLOAD = "gauss";

    /** Measured with 3 to 80 million steps. */
    private static final List<ColdSpeed> COLD = List.of(
            new ColdSpeed(KernelKind.NAIVE, 0.04, 22),
            new ColdSpeed(KernelKind.ARRAY, 0.1, 9),
            new ColdSpeed(KernelKind.SIMD, 1.3, 4.4));

    /**
     * The diagram of a file's keys.
     *
     * @throws IllegalArgumentException that says which of them is missing or wrong
     */
    @JsonCreator
    static GaussProblem of(
            @JsonProperty(value = "alpha", required = true) double alpha,
            @JsonProperty(value = "beta", required = true) List<Double> beta,
            @JsonProperty(value = "size", required = true) String size,
            @JsonProperty(value = "skip", required = true) int skip,
            @JsonProperty(value = "points", required = true) int points) {
        if (beta.size() != 2 || beta.contains(null)) {
            throw new IllegalArgumentException("'beta' must be a list of two numbers, not " + beta);
        }
        Size shape = Size.parse(size);
        return new GaussProblem(
                new OrbitDensity(alpha, skip, points, shape.height()),
                new BetaRange(beta.get(0), beta.get(1), shape.width()));
    }

    @JsonProperty("alpha")
    private double alpha() {
        return wanted.alpha();
    }

    @JsonProperty("beta")
    private List<Double> beta() {
        return List.of(betas.min(), betas.max());
    }

    /** Betas by bins, as the command line has it. */
    @JsonProperty("size")
    private String size() {
        return rows() + "x" + rowCells();
    }

    @JsonProperty("skip")
    private int skip() {
        return wanted.skip();
    }

    @JsonProperty("points")
    private int points() {
        return wanted.points();
    }

    @Override
    public String name() {
        return WORKLOAD;
    }

    @Override
    public int rows() {
        return betas.count();
    }

    @Override
    public int rowCells() {
        return wanted.bins();
    }

    @Override
    public Imagery imagery() {
        return Imagery.DENSITIES;
    }

    @Override
    public Map<String, String> pictureTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Title", "Gauss map");
        parameters().forEach((name, value) -> texts.put("Gauss " + name, value));
        return texts;
    }

    /** The parameters of the computation, by the names of the command line's options. */
    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("alpha", String.valueOf(wanted.alpha()));
        parameters.put("beta", betas.min() + "," + betas.max());
        parameters.put("points", String.valueOf(wanted.points()));
        parameters.put("size", size());
        parameters.put("skip", String.valueOf(wanted.skip()));
        return parameters;
    }

    @Override
    public String describe() {
        return WORKLOAD + ": "
                + parameters().entrySet().stream()
                        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                        .collect(Collectors.joining("; "));
    }

    @Override
    public String caption() {
        return WORKLOAD + ", " + size();
    }

    /** Files and pictures show β to the right. */
    @Override
    public int fileRows() {
        return rowCells();
    }

    @Override
    public int fileColumns() {
        return rows();
    }

    @Override
    public GaussMap workload(KernelKind kernel, Interior interior) {
        requireInterior(interior);
        return new GaussMap(wanted, betas, kernel);
    }

    /** The same range of β, sampled by more. */
    @Override
    public GaussProblem times(int factor) {
        long count = (long) betas.count() * factor;
        if (count * rowCells() > Size.MAX_PIXELS) {
            throw new IllegalArgumentException("--size " + size() + " times " + factor
                    + " workers is more than an array holds: take a smaller --size");
        }
        return new GaussProblem(wanted, new BetaRange(betas.min(), betas.max(), (int) count));
    }

    @Override
    public String sizeOptions() {
        return "--size " + size();
    }

    @Override
    public String moreWork() {
        return "more --points";
    }

    @Override
    public long arrangingBytes() {
        return (long) rows() * rowCells() * Double.BYTES;
    }

    @Override
    public double iterations(double most) {
        return (double) rows() * wanted.steps();
    }

    @Override
    public List<ColdSpeed> coldSpeeds() {
        return COLD;
    }

    @Override
    public boolean hasSimd() {
        return GaussKernels.hasSimd();
    }
}
