package org.mandelspark.cli;

import java.util.Optional;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.Colouring.Kind;
import org.mandelspark.picture.PictureParameters;
import picocli.CommandLine.Option;

/** The options that say how counts become colours. */
final class ColouringOptions extends PaletteOptions {
    static final String COLOURING = "--colouring";
    static final String SAMPLES = "--samples";

    @Option(
            names = COLOURING,
            paramLabel = "NAME",
            defaultValue = "histogram",
            description =
                    "Scale from counts to colours: histogram (by the counts of the whole picture), bands (by those"
                            + " of a small preview, the same at every size), or smooth (as bands, without steps between counts)."
                            + " Default: ${DEFAULT-VALUE}")
    private Kind kind;

    @Option(
            names = SAMPLES,
            paramLabel = "K",
            converter = Converters.ToSamples.class,
            description = "Make a pixel of K x K points, the mean of their colours in linear light, which smooths edges"
                    + " and takes K x K times as long; from 1 to " + PictureParameters.MOST_SAMPLES + ". Default: 1")
    private Integer samples;

    /** The points on a side of a pixel, if they are asked for. */
    Optional<Integer> samples() {
        return Optional.ofNullable(samples);
    }

    /**
     * The colouring asked for.
     *
     * @param base has what is not asked for
     * @throws IllegalArgumentException if a value is out of range
     */
    Colouring colouring(Optional<Colouring> base) {
        return base.map(other -> colouring(isGiven(COLOURING) ? kind : other.kind(), other))
                .orElseGet(() -> colouring(kind));
    }

    @Override
    void refuseWithoutPicture() {
        refuseWithoutPicture(COLOURING);
        super.refuseWithoutPicture();
        refuseWithoutPicture(SAMPLES);
    }
}
