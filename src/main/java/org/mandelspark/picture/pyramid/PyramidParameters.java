package org.mandelspark.picture.pyramid;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.Palette;
import org.mandelspark.workload.ViewProblem;

/**
 * All that decides the pixels of a pyramid, as its folder states it.
 *
 * @param format {@value #FORMAT}
 * @param problem the view
 * @param tile side of a tile in pixels
 * @param colouring the kind
 * @param palette its name
 * @param paletteColours its colours, six hexadecimal digits each
 * @param direction in which the palette is run through
 * @param cycles how often it is run through
 * @param offset where it is entered
 */
public record PyramidParameters(
        @JsonProperty(value = "format", required = true) int format,
        @JsonProperty(value = "problem", required = true) ViewProblem problem,
        @JsonProperty(value = "tile", required = true) int tile,
        @JsonProperty(value = "colouring", required = true) String colouring,
        @JsonProperty(value = "palette", required = true) String palette,

        @JsonProperty(value = "palette_colours", required = true)
        String paletteColours,

        @JsonProperty(value = "direction", required = true) String direction,
        @JsonProperty(value = "cycles", required = true) int cycles,
        @JsonProperty(value = "offset", required = true) double offset) {
    /** Version of the format of pyramids. */
    public static final int FORMAT = 1;

    /** The parameters of a pyramid. */
    public static PyramidParameters of(View view, Tiling tiling, Colouring colouring) {
        return new PyramidParameters(
                FORMAT,
                new ViewProblem(view),
                tiling.tile(),
                colouring.kind().label(),
                colouring.palette().name(),
                colouring.palette().digits(),
                colouring.direction().name().toLowerCase(Locale.ROOT),
                colouring.cycles(),
                colouring.offset());
    }

    /** The colours. */
    public Colouring colours() {
        return new Colouring(
                Colouring.Kind.parse(colouring),
                Palette.ofDigits(palette, paletteColours),
                Colouring.Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
                cycles,
                offset);
    }
}
