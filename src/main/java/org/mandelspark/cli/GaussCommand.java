package org.mandelspark.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.grid.Size;
import org.mandelspark.kernel.Interior;
import org.mandelspark.study.Job;
import org.mandelspark.study.JobRequest;
import org.mandelspark.study.JobResult;
import org.mandelspark.study.KernelChoice;
import org.mandelspark.workload.GaussProblem;
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

    @Spec
    private CommandSpec spec;

    @Mixin
    private GaussOptions gaussOptions;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = GaussOptions.DEFAULT_SIZE,
            converter = Converters.ToSize.class,
            description = "Number of betas and of bins over x. Default: ${DEFAULT-VALUE}")
    private Size size;

    @Option(
            names = KernelOptions.KERNEL,
            paramLabel = "NAME",
            defaultValue = "auto",
            converter = Converters.ToKernelChoice.class,
            description = "What computes the densities: naive, array, simd, or auto: the one that is done first in a"
                    + " JVM that has just started. Default: ${DEFAULT-VALUE}")
    private KernelChoice kernel;

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
        JobResult result;
        try (RunReporter reporter = new RunReporter(spec.commandLine().getErr(), common)) {
            Job<double[]> job = new Job<>(
                    GaussProblem.WORKLOAD,
                    gaussOptions.problem(size),
                    Interior.NONE,
                    Optional.empty(),
                    new JobRequest(kernel, engineOptions.choice(), scheduleOptions.cut(), targetOptions.targets()));
            job.check();
            result = job.execute(reporter);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        new RunSummary(result, RunSummary.Rate.ITERATIONS, targetOptions.paths(), System.getenv())
                .print(spec.commandLine().getOut());
        if (targetOptions.paths().isEmpty()) {
            spec.commandLine().getErr().println("nothing was written: --out gauss.png would do");
        }
        return 0;
    }
}
