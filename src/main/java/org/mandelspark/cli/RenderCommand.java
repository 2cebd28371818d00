package org.mandelspark.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mandelspark.grid.View;
import org.mandelspark.study.Job;
import org.mandelspark.study.JobRequest;
import org.mandelspark.workload.ViewProblem;
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
            "  submit/mandelspark render --view seahorse --colouring smooth --palette tide --cycle 4 --out seahorse.png",
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
    private ViewOptions viewOptions;

    @Mixin
    private ColouringOptions colouringOptions;

    @Mixin
    private InteriorOptions interiorOptions;

    @Mixin
    private UnitOption unitOption;

    @Mixin
    private JobOptions jobOptions;

    @Override
    public Integer call() throws Exception {
        return jobOptions.run(this::job, viewOptions::warnIfTooDeep, RunSummary.Rate.ITERATIONS, "picture.png");
    }

    private Job<int[]> job(JobRequest request) {
        jobOptions
                .kernel()
                .named()
                .ifPresent(named -> InteriorOptions.requireInteriorOf(List.of(named), KernelOptions.KERNEL, spec));
        if (request.targets().stream().noneMatch(target -> target.format().isPicture())) {
            colouringOptions.refuseWithoutPicture();
        }
        View view = viewOptions.view();
        return new Job<>(
                "render",
                new ViewProblem(view),
                interiorOptions.interior(),
                Optional.of(colouringOptions.colouring()),
                request.in(unitOption.unit(view.size(), request.engine().kind())));
    }
}
