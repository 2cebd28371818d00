package org.mandelspark.cli;

import java.util.Optional;
import org.mandelspark.picture.PictureParameters;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that decide the pixels of a picture: those of its view and of its colours, or a picture that has them. */
final class PictureOptions {
    private static final String FROM = "--from";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private ViewOptions viewOptions;

    @Option(
            names = FROM,
            paramLabel = "PICTURE",
            description =
                    "Make a .png or .tiff file of 'render' again, by its metadata, which has all that decided its pixels."
                            + " Options given besides change what they name, also --center or --width alone; --view is refused.")
    private PictureParameters from;

    @Mixin
    private ColouringOptions colouringOptions;

    /** The picture asked for; throws IllegalArgumentException if the options do not go together. */
    PictureParameters parameters() {
        Optional<PictureParameters> made = Optional.ofNullable(from);
        if (from != null) {
            new GivenOptions(command).refuse(ViewOptions.VIEW, "with " + FROM + ", which says what is shown: give one");
        }
        PictureParameters asked = new PictureParameters(
                viewOptions.viewOfAnySize(made.map(PictureParameters::view)),
                colouringOptions.colouring(made.map(PictureParameters::colouring)),
                colouringOptions
                        .samples()
                        .orElse(made.map(PictureParameters::samples).orElse(1)));
        try {
            asked.points();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(size(asked) + ": " + e.getMessage(), e);
        }
        return asked;
    }

    /** The picture asked for; throws IllegalArgumentException if no array holds its points, or options do not go together. */
    PictureParameters parametersInOneArray() {
        PictureParameters asked = parameters();
        try {
            asked.points().size().inOneArray();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(size(asked) + ": " + e.getMessage(), e);
        }
        return asked;
    }

    private String size(PictureParameters asked) {
        String size = viewOptions
                .size()
                .map(given -> ViewOptions.SIZE + " " + given)
                .orElse((from == null ? ViewOptions.VIEW : FROM) + " "
                        + asked.view().name());
        return size + (asked.samples() == 1 ? "" : " " + ColouringOptions.SAMPLES + " " + asked.samples());
    }

    /** Says on stderr if doubles do not tell neighbouring points apart, which does not keep them from being computed. */
    void warnIfTooDeep() {
        viewOptions.warnIfTooDeep(parameters().points());
    }

    /** Refuses options of colours where no picture is drawn; throws IllegalArgumentException that says so. */
    void refuseColours() {
        colouringOptions.refuseWithoutPicture();
    }
}
