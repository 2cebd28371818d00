package org.mandelspark.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.files.OutputFormat;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.study.Job;
import org.mandelspark.study.JobRequest;
import org.mandelspark.workload.PlaneProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code render}: one view to files. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Renders one view to files and reports its speed.",
        sortOptions = false,
        defaultValueProvider = RenderCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] render [OPTIONS]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark render --view mojo --out out/mojo.png --out out/mojo.npy --out out/mojo.json",
            "  submit/mandelspark render --center -0.7436,0.1318 --width 1e-3 --size 800x600 --out spiral.png",
            "  submit/mandelspark render --view seahorse --colouring smooth --palette gilt --samples 3 --out a.png",
            "  submit/mandelspark render --from a.png --size 4096x2304 --palette inferno --out b.png",
            "  submit/mandelspark render --view scaling --unit 64x64 --schedule lpt:self --engine threads --out tiles.png",
            "  submit/mandelspark --driver-memory 8g render --size 20000x20000 --out big.npy"
        })
final class RenderCommand implements Callable<Integer> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(ViewOptions.VIEW, "mojo", EngineOptions.ENGINE, "spark", InteriorOptions.INTERIOR, "proved"));
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private PictureOptions pictureOptions;

    @Mixin
    private InteriorOptions interiorOptions;

    @Mixin
    private UnitOption unitOption;

    @Mixin
    private JobOptions jobOptions;

    @Override
    public Integer call() throws Exception {
        return jobOptions.run(this::job, pictureOptions::warnIfTooDeep, RunSummary.Rate.ITERATIONS, "picture.png");
    }

    /** The picture asked for; throws IllegalArgumentException if the options do not go together. */
    PictureParameters picture() {
        return pictureOptions.parametersInOneArray();
    }

    private Job<?> job(JobRequest request) {
        jobOptions
                .kernel()
                .named()
                .ifPresent(named -> InteriorOptions.requireInteriorOf(List.of(named), KernelOptions.KERNEL, spec));
        PictureParameters picture = picture();
        if (request.targets().stream().noneMatch(target -> target.format().isPicture())) {
            pictureOptions.refuseColours();
            picture = new PictureParameters(picture.view(), picture.colouring(), 1);
        }
        requireOnePoint(picture, request);
        return new Job<>(
                "render",
                PlaneProblem.of(picture.points()),
                interiorOptions.interiorOf(PlaneProblem.of(picture.points()), spec),
                Optional.of(picture),
                request.in(unitOption.unit(
                        picture.points().size(), request.engine().kind())));
    }

    private static void requireOnePoint(PictureParameters picture, JobRequest request) {
        if (picture.samples() > 1
                && request.targets().stream()
                        .map(JobRequest.Target::format)
                        .anyMatch(format -> format == OutputFormat.NPY || format.isOfTiers())) {
            throw new IllegalArgumentException(
                    "--out with .npy or .tiers takes one count for each pixel, and with --samples " + picture.samples()
                            + " a pixel is of several points: render it apart, with --samples 1");
        }
    }
}
