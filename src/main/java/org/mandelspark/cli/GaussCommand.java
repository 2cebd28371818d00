package org.mandelspark.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.Interior;
import org.mandelspark.study.Job;
import org.mandelspark.workload.GaussProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private GaussOptions gaussOptions;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = GaussOptions.DEFAULT_SIZE,
            description = "Number of betas and of bins over x. Default: ${DEFAULT-VALUE}")
    private Size size;

    @Mixin
    private JobOptions jobOptions;

    @Override
    public Integer call() throws Exception {
        return jobOptions.run(
                request -> new Job<>(
                        GaussProblem.WORKLOAD, gaussOptions.problem(size), Interior.NONE, Optional.empty(), request),
                () -> {},
                RunSummary.Rate.ITERATIONS,
                "gauss.png");
    }
}
