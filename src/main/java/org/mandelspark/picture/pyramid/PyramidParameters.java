package org.mandelspark.picture.pyramid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandelspark.grid.Tiling;
import org.mandelspark.picture.Colouring;
import org.mandelspark.picture.Palette;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.workload.PlaneProblem;

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
 * @param samples points on a side of a pixel of the top level
 * @param arrays names of the arrays that are kept besides the tiles
 */
public record PyramidParameters(
        @JsonProperty(value = "format", required = true) int format,
        @JsonProperty(value = "problem", required = true) PlaneProblem<?> problem,
        @JsonProperty(value = "tile", required = true) int tile,
        @JsonProperty(value = "colouring", required = true) String colouring,
        @JsonProperty(value = "palette", required = true) String palette,

        @JsonProperty(value = "palette_colours", required = true)
        String paletteColours,

        @JsonProperty(value = "direction", required = true) String direction,
        @JsonProperty(value = "cycles", required = true) int cycles,
        @JsonProperty(value = "offset", required = true) double offset,
        @JsonProperty(value = "samples", required = true) int samples,

        @JsonProperty("arrays") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> arrays) {
    /** Version of the format of pyramids. */
    public static final int FORMAT = 1;

    public PyramidParameters {
        arrays = arrays == null ? List.of() : List.copyOf(arrays);
    }

    /** The parameters of a pyramid. */
    public static PyramidParameters of(PictureParameters picture, Tiling tiling, Set<PixelArray> arrays) {
        Colouring colouring = picture.colouring();
        return new PyramidParameters(
                FORMAT,
                PlaneProblem.of(picture.view()),
                tiling.tile(),
                colouring.kind().label(),
                colouring.palette().name(),
                colouring.palette().digits(),
                colouring.direction().name().toLowerCase(Locale.ROOT),
                colouring.cycles(),
                colouring.offset(),
                picture.samples(),
                arrays.stream().map(PixelArray::file).sorted().toList());
    }

    /** Tiles and levels. */
    public Tiling tiling() {
        return new Tiling(problem.view().size(), tile);
    }

    /** The arrays that are kept. */
    public Set<PixelArray> kept() {
        return arrays.stream().map(PixelArray::parse).collect(Collectors.toSet());
    }

    /** The picture of the top level. */
    public PictureParameters picture() {
        return new PictureParameters(problem.view(), colours(), samples);
    }

    private Colouring colours() {
        return new Colouring(
                Colouring.Kind.parse(colouring),
                Palette.ofDigits(palette, paletteColours),
                Colouring.Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
                cycles,
                offset);
    }
}
