package org.mandelspark.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.OrbitDensity;
import org.mandelspark.study.ArrayRequest;
import org.mandelspark.study.ArrayResult;
import org.mandelspark.study.GaussJob;
import org.mandelspark.workload.BetaRange;
import org.mandelspark.workload.GaussMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gauss}: the bifurcation diagram of the Gauss map to files. */
@Command(
        name = "gauss",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Draws the bifurcation diagram of the Gauss map x <- exp(-alpha x^2) + beta, from x = 0: beta to the"
                        + " right, x from -1 to 1.5 upwards.",
        sortOptions = false,
        defaultValueProvider = GaussCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] gauss [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark gauss --out out/gauss.png --out out/gauss.npy",
            "  submit/mandelspark gauss --alpha 6.2 --beta -0.8,-0.2 --size 1600x1000 --out zoom.png"
        })
final class GaussCommand implements Callable<Integer> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(EngineOptions.ENGINE, "spark"));
        }
    }

    /** The study that this diagram is from takes ten points a bin. */
    private static final int POINTS_PER_BIN = 10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            defaultValue = "5.8",
            description = "How narrow the bell is, greater than 0. Default: ${DEFAULT-VALUE}")
    private double alpha;

    @Option(
            names = "--beta",
            paramLabel = "MIN,MAX",
            defaultValue = "-1,1",
            converter = ToEnds.class,
            description = "From which beta to which. Default: ${DEFAULT-VALUE}")
    private Ends beta;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "640x400",
            converter = Converters.ToSize.class,
            description = "Number of betas and of bins over x. Default: ${DEFAULT-VALUE}")
    private Size size;

    @Option(
            names = "--skip",
            paramLabel = "N",
            defaultValue = "200",
            converter = Converters.ToCount.class,
            description = "Steps before the first point that counts. Default: ${DEFAULT-VALUE}")
    private int skip;

    @Option(
            names = "--points",
            paramLabel = "N",
            converter = Converters.ToPositive.class,
            description = "Points of a beta. Default: " + POINTS_PER_BIN + " times the bins")
    private Integer points;

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            defaultValue = "simd",
            converter = Converters.ToKernel.class,
            description = "What computes the densities: naive, array, simd. Default: ${DEFAULT-VALUE}")
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
            GaussJob job = new GaussJob(
                    map(), new ArrayRequest(engineOptions.choice(), scheduleOptions.cut(), targetOptions.targets()));
            job.check();
            result = job.execute(reporter);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        new ArraySummary(result, ArraySummary.Rate.ITERATIONS, targetOptions.paths(), System.getenv())
                .print(spec.commandLine().getOut());
        if (targetOptions.paths().isEmpty()) {
            spec.commandLine().getErr().println("nothing was written: --out gauss.png would do");
        }
        return 0;
    }

    private GaussMap map() {
        long pointsWanted = points == null ? (long) POINTS_PER_BIN * size.height() : points;
        if (pointsWanted > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("--size " + size + " makes " + pointsWanted + " points a beta, at most "
                    + Integer.MAX_VALUE + " are possible: give --points");
        }
        try {
            OrbitDensity wanted = new OrbitDensity(alpha, skip, (int) pointsWanted, size.height());
            return new GaussMap(wanted, new BetaRange(beta.min(), beta.max(), size.width()), kernel);
        } catch (IllegalArgumentException e) {
            // All that can still be wrong is a number that the record names without its dashes.
            throw new IllegalArgumentException("--" + e.getMessage(), e);
        }
    }

    /**
     * Both ends of the range of β; what they may be is the workload's affair.
     *
     * @param min the first
     * @param max the last
     */
    record Ends(double min, double max) {
        private static final String FORM = "MIN,MAX, such as -1,1";
        private static final Pattern TWO = Pattern.compile("([^,]+),([^,]+)");

        static Ends parse(String text) {
            Matcher two = TWO.matcher(text);
            if (two.matches()) {
                try {
                    return new Ends(number(two.group(1)), number(two.group(2)));
                } catch (NumberFormatException e) {
                    // Said below, for these and for other forms alike.
                }
            }
            throw new IllegalArgumentException("two numbers in the form " + FORM + " are needed, not '" + text + "'");
        }

        /** A typographic minus sign comes with text copied from a page. */
        private static double number(String text) {
            return Double.parseDouble(text.strip().replace('−', '-'));
        }
    }

    static final class ToEnds extends Converters.Converter<Ends> {
        ToEnds() {
            super(Ends::parse);
        }
    }
}
