package org.mandelspark.cli;

import java.util.List;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.Colouring.Direction;
import org.mandelspark.picture.Colouring.Kind;
import org.mandelspark.picture.Palette;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which colours there are, and how they follow one another. */
class PaletteOptions {
    private static final String PALETTE = "--palette";
    private static final String INVERT = "--invert";
    private static final String CYCLE = "--cycle";
    private static final String OFFSET = "--offset";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = PALETTE,
            paramLabel = "NAME|PATH",
            defaultValue = "viridis",
            completionCandidates = Converters.PaletteNames.class,
            description = "Colours of pictures: ${COMPLETION-CANDIDATES}, or the path of a GIMP gradient (.ggr) or of a"
                    + " Fractint map (.map). Default: ${DEFAULT-VALUE}")
    private Palette palette;

    @Option(
            names = INVERT,
            negatable = true,
            description = "Run through the palette from its other end; --no-invert after --from: as it is.")
    private boolean isInverted;

    @Option(
            names = CYCLE,
            paramLabel = "N",
            defaultValue = "1",
            converter = Converters.ToCycles.class,
            description =
                    "Run through the palette N times, from 1 to " + Colouring.MOST_CYCLES
                            + "; tide, gilt, ember and frost are cyclic, others jump from end to start. Default: ${DEFAULT-VALUE}")
    private int cycles;

    @Option(
            names = OFFSET,
            paramLabel = "X",
            defaultValue = "0",
            description = "Begin this part of the palette further on, from 0 to less than 1. Default: ${DEFAULT-VALUE}")
    private double offset;

    /** The colouring of a kind; throws IllegalArgumentException if a value is out of range. */
    final Colouring colouring(Kind kind) {
        if (!(offset >= 0 && offset < 1)) {
            throw new IllegalArgumentException(OFFSET + " " + offset + ": a number from 0 to less than 1 is needed");
        }
        return new Colouring(kind, palette, isInverted ? Direction.INVERTED : Direction.FORWARD, cycles, offset);
    }

    /** The colouring of a kind, but for what is not given: that is as it is in another colouring. */
    final Colouring colouring(Kind kind, Colouring base) {
        Colouring asked = colouring(kind);
        GivenOptions given = new GivenOptions(command);
        return new Colouring(
                kind,
                (given.has(PALETTE) ? asked : base).palette(),
                (given.has(INVERT) ? asked : base).direction(),
                (given.has(CYCLE) ? asked : base).cycles(),
                (given.has(OFFSET) ? asked : base).offset());
    }

    /** Refuses all of them where no picture is drawn; throws IllegalArgumentException that says so. */
    void refuseWithoutPicture() {
        List.of(PALETTE, INVERT, CYCLE, OFFSET).forEach(this::refuseWithoutPicture);
    }

    /** Refuses an option where no picture is drawn. */
    final void refuseWithoutPicture(String option) {
        new GivenOptions(command).refuse(option, "without a picture: name a .png or .tiff file with --out");
    }

    /** True if an option is given. */
    final boolean isGiven(String option) {
        return new GivenOptions(command).has(option);
    }
}
