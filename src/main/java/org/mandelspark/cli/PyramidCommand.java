package org.mandelspark.cli;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.pyramid.PixelArray;
import org.mandelspark.picture.pyramid.Pyramid;
import org.mandelspark.study.PyramidRequest;
import org.mandelspark.workload.PlaneProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pyramid}: one view of any size to tiles of all levels. */
@Command(
        name = "pyramid",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Renders a view of any size to a Deep Zoom pyramid: tiles of all levels, written by the executors, and a page"
                    + " that opens from the folder by a double click.",
            "Neither the driver nor a core ever holds the picture, so the file system alone limits its size."
        },
        sortOptions = false,
        defaultValueProvider = PyramidCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] pyramid [OPTIONS] --out DIR",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  submit/mandelspark pyramid --view mojo --size 32768 --out out/mojo",
            "  submit/mandelspark --master spark://host:7077 pyramid --size 1000000 --out hdfs:///pictures/large"
        })
final class PyramidCommand implements Callable<Integer> {
    private static final String COUNTS = "--counts";

    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(
                    ViewOptions.VIEW,
                    "mojo",
                    EngineOptions.ENGINE,
                    "spark",
                    InteriorOptions.INTERIOR,
                    "proved",
                    ColouringOptions.COLOURING,
                    "smooth"));
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private PictureOptions pictureOptions;

    @Option(
            names = "--tile",
            paramLabel = "N",
            description =
                    "Side of a tile in pixels, even, 64 to 2048. Default: 1024; for exact counts, whose pixels are"
                            + " expensive, half of that or less if there are fewer than 256 tiles otherwise")
    private Optional<Integer> tile = Optional.empty();

    @Option(
            names = COUNTS,
            description = "Keep the counts, too, as a Zarr array, and with colouring smooth the fractions, for"
                    + " 'recolour', for Python, and for the page.")
    private boolean counts;

    @Mixin
    private InteriorOptions interiorOptions;

    @Mixin
    private KernelChoiceOption kernelOption;

    @Mixin
    private PyramidOptions pyramidOptions;

    @Override
    public Integer call() throws Exception {
        return pyramidOptions.run(this::request, pictureOptions::warnIfTooDeep);
    }

    private PyramidRequest request() {
        PictureParameters picture = pictureOptions.parameters();
        if (picture.samples() > 1) {
            requireNoCounts(picture);
        }
        return new PyramidRequest(
                picture,
                tiling(picture.view()),
                arrays(picture.colouring().kind()),
                new PyramidRequest.Computed(
                        kernelOption.kernel(), interiorOptions.interiorOf(PlaneProblem.of(picture.view()), spec)),
                pyramidOptions.engine(),
                pyramidOptions.partitioning(),
                pyramidOptions.files(),
                pyramidOptions.folder(),
                pyramidOptions.call());
    }

    /** A pixel of several points has no count of its own, and nobody stores those of its points. */
    private void requireNoCounts(PictureParameters picture) {
        if (counts) {
            throw new IllegalArgumentException(COUNTS + " stores a count for each pixel, and with "
                    + ColouringOptions.SAMPLES + " " + picture.samples() + " a pixel is of several points: give one");
        }
        if (picture.colouring().kind() == Colouring.Kind.HISTOGRAM) {
            throw new IllegalArgumentException(ColouringOptions.COLOURING
                    + " histogram stores a count for each pixel on its way, and with " + ColouringOptions.SAMPLES + " "
                    + picture.samples() + " a pixel is of several points: take smooth or bands");
        }
    }

    private Set<PixelArray> arrays(Colouring.Kind colouring) {
        if (!counts) {
            return Set.of();
        }
        return switch (colouring) {
            case HISTOGRAM, BANDS -> Set.of(PixelArray.COUNTS);
            case SMOOTH -> Set.of(PixelArray.COUNTS, PixelArray.FRACTION);
        };
    }

    private Tiling tiling(View view) {
        int side = tile.orElseGet(() -> Pyramid.usualTile(view));
        try {
            return new Tiling(view.size(), side);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--tile " + side + ": " + e.getMessage(), e);
        }
    }
}
