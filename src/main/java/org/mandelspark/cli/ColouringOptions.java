package org.mandelspark.cli;

import java.util.List;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.Colouring.Direction;
import org.mandelspark.picture.Colouring.Kind;
import org.mandelspark.picture.Palette;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how counts become colours. */
final class ColouringOptions {
    static final String COLOURING = "--colouring";
    private static final String PALETTE = "--palette";
    private static final String INVERT = "--invert";
    private static final String CYCLE = "--cycle";
    private static final String OFFSET = "--offset";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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
            names = PALETTE,
            paramLabel = "NAME|PATH",
            defaultValue = "viridis",
            completionCandidates = Converters.PaletteNames.class,
            description = "Colours of pictures: ${COMPLETION-CANDIDATES}, or the path of a GIMP gradient (.ggr) or of a"
                    + " Fractint map (.map). Default: ${DEFAULT-VALUE}")
    private Palette palette;

    @Option(names = INVERT, description = "Run through the palette from its other end.")
    private boolean isInverted;

    @Option(
            names = CYCLE,
            paramLabel = "N",
            defaultValue = "1",
            converter = Converters.ToCycles.class,
            description = "Run through the palette N times, from 1 to " + Colouring.MOST_CYCLES
                    + "; tide is cyclic, others jump from end to start. Default: ${DEFAULT-VALUE}")
    private int cycles;

    @Option(
            names = OFFSET,
            paramLabel = "X",
            defaultValue = "0",
            description = "Begin this part of the palette further on, from 0 to less than 1. Default: ${DEFAULT-VALUE}")
    private double offset;

    /** The colouring asked for; throws IllegalArgumentException if a value is out of range. */
    Colouring colouring() {
        if (!(offset >= 0 && offset < 1)) {
            throw new IllegalArgumentException(OFFSET + " " + offset + ": a number from 0 to less than 1 is needed");
        }
        return new Colouring(kind, palette, isInverted ? Direction.INVERTED : Direction.FORWARD, cycles, offset);
    }

    /** Refuses all of them where no picture is drawn; throws IllegalArgumentException that says so. */
    void refuseWithoutPicture() {
        GivenOptions given = new GivenOptions(command);
        for (String option : List.of(COLOURING, PALETTE, INVERT, CYCLE, OFFSET)) {
            given.refuse(option, "without a picture: name a .png or .tiff file with --out");
        }
    }
}
