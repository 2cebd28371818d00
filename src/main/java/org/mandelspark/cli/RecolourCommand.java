package org.mandelspark.cli;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mandelspark.files.ObjectFolder;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.pyramid.PyramidFiles;
import org.mandelspark.picture.pyramid.PyramidParameters;
import org.mandelspark.study.PyramidRequest;
import org.mandelspark.study.StoredPyramid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recolour}: a pyramid in other colours, without iterating. */
@Command(
        name = "recolour",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes a pyramid in other colours from one that 'pyramid --counts' wrote, without iterating.",
            "Its pixels are those that 'pyramid' would give the same view with the same colouring."
        },
        sortOptions = false,
        defaultValueProvider = RecolourCommand.Defaults.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "submit/mandelspark [SPARK OPTIONS] recolour DIR [OPTIONS] --out DIR2",
        descriptionHeading = "%n",
        parameterListHeading = "%nFolder:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example:",
            "  submit/mandelspark pyramid --view mojo --size 8192 --counts --out out/mojo",
            "  submit/mandelspark recolour out/mojo --palette tide --cycle 4 --out out/mojo-tide"
        })
final class RecolourCommand implements Callable<Integer> {
    static final class Defaults extends OptionDefaults {
        Defaults() {
            super(Map.of(EngineOptions.ENGINE, "spark"));
        }
    }

    @Parameters(paramLabel = "DIR", description = "A folder that 'pyramid --counts' wrote, on any Hadoop path.")
    private String folder;

    @Option(
            names = ColouringOptions.COLOURING,
            paramLabel = "NAME",
            description = "Scale from counts to colours: histogram, bands, or smooth, which needs stored fractions."
                    + " Default: that of the pyramid in DIR")
    private Colouring.Kind kind;

    @Mixin
    private PaletteOptions paletteOptions;

    @Mixin
    private PyramidOptions pyramidOptions;

    @Override
    public Integer call() throws Exception {
        return pyramidOptions.run(this::request, () -> {});
    }

    private PyramidRequest request() {
        PyramidFiles target = pyramidOptions.files();
        StoredPyramid source = source(target);
        PyramidParameters parameters = source.parameters();
        Colouring colouring = paletteOptions.colouring(Optional.ofNullable(kind)
                .orElse(parameters.picture().colouring().kind()));
        try {
            source.requireFor(colouring.kind());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    ColouringOptions.COLOURING + " " + colouring.kind().label() + " of " + folder + ": "
                            + e.getMessage(),
                    e);
        }
        return new PyramidRequest(
                new PictureParameters(parameters.problem().view(), colouring, 1),
                parameters.tiling(),
                Set.of(),
                new PyramidRequest.Stored(source),
                pyramidOptions.engine(),
                pyramidOptions.partitioning(),
                target,
                pyramidOptions.folder(),
                pyramidOptions.call());
    }

    private StoredPyramid source(PyramidFiles target) {
        if (folder.isBlank()) {
            throw new IllegalArgumentException("DIR is empty: name the folder of a pyramid");
        }
        try {
            ObjectFolder source = new ObjectFolder(folder);
            if (source.overlaps(target.folder())) {
                throw new IllegalArgumentException("--out " + target.folder().path()
                        + " is the same folder, or one is in the other: name another one");
            }
            return new StoredPyramid(PyramidFiles.in(source));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(folder + ": " + e.getMessage(), e);
        }
    }
}
