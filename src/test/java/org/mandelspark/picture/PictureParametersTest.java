package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.picture.Colouring.Direction;
import org.mandelspark.picture.Colouring.Kind;

class PictureParametersTest {
    private static final Palette VIRIDIS = Palette.named("viridis");
    private static final View VIEW = new View(
            "größer als π", new Formula.Julia(-0.8, 0.156), Frame.bounds("−1.5, 1.5,-1,1"), new Size(30, 20), 200);

    @Test
    void textsNameWhatIsNotTheDefault() {
        assertThat(new PictureParameters(VIEW, Colouring.of(VIRIDIS), 1).texts())
                .isEqualTo(Map.of(
                        "Title", "größer als π",
                        "Formula", "julia:-0.8,0.156",
                        "Region", "−1.5, 1.5,-1,1",
                        "Size", "30x20",
                        "MaxIter", "200",
                        "Palette", "viridis"));
        View centred = new View("x", new Formula.Mandelbrot(), Frame.centred("-0.5,0", "3.00"), new Size(30, 20), 9);
        assertThat(new PictureParameters(centred, new Colouring(Kind.SMOOTH, VIRIDIS, Direction.INVERTED, 3, 0.25), 4)
                        .texts())
                .containsEntry("Center", "-0.5,0")
                .containsEntry("Width", "3.00")
                .containsEntry("Region", "-2.0,1.0,-1.0,1.0")
                .containsEntry("Colouring", "smooth")
                .containsEntry("Direction", "inverted")
                .containsEntry("Cycle", "3")
                .containsEntry("Offset", "0.25")
                .containsEntry("Samples", "4");
    }

    @Test
    void aPaletteOfAFileIsInTheTextsColourByColour() {
        Palette file = Palette.ofFile("two\nlines.map", "0 0 0\n255 255 255");
        SortedMap<String, String> texts = new PictureParameters(VIEW, Colouring.of(file), 1).texts();
        assertThat(texts.get("Palette")).isEqualTo("two lines.map");
        assertThat(texts.get("PaletteColours")).hasSize(6 * 256).startsWith("000000010101");
        assertThat(PictureParameters.of(texts).colouring().palette().colours()).isEqualTo(file.colours());
    }

    @Property(cases = 200)
    void textsGiveTheParametersBack(Draw draw) {
        Frame frame = draw.pick(
                Frame.bounds(draw.real(-2, 0) + ", 1,-1.5 ,1"),
                Frame.centred(draw.real(-2, 2) + ",1e-3", String.valueOf(draw.integer(1, 9))));
        View view = new View(
                "name",
                draw.pick(
                        new Formula.Mandelbrot(),
                        new Formula.Multibrot(5),
                        new Formula.BurningShip(),
                        new Formula.Julia(0.1, -1e-20)),
                frame,
                new Size(draw.integer(1, 5000), draw.integer(1, 5000)),
                draw.integer(1, Integer.MAX_VALUE));
        Colouring colouring = new Colouring(
                draw.pick(Kind.HISTOGRAM, Kind.BANDS, Kind.SMOOTH),
                Palette.named(draw.pick("viridis", "tide")),
                draw.pick(Direction.FORWARD, Direction.INVERTED),
                draw.integer(1, 1000),
                draw.integer(0, 99) / 100.0);
        PictureParameters parameters = new PictureParameters(view, colouring, draw.integer(1, 16));
        PictureParameters read = PictureParameters.of(parameters.texts());
        assertThat(read).isEqualTo(parameters);
        assertThat(read.texts()).isEqualTo(parameters.texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Size | 99999999999x2 | at most 2147483647",
                "Size | big | WIDTHxHEIGHT",
                "MaxIter | 99999999999 | 'MaxIter' must be a whole number",
                "MaxIter | 0 | at least 1",
                "Samples | 17 | from 1 to 16",
                "Samples | 2147483648 | 'Samples' must be a whole number",
                "Cycle | 0 | from 1 to 1000",
                "Cycle | many | 'Cycle' must be a whole number",
                "Offset | NaN | less than 1",
                "Offset | x | 'Offset' must be a number",
                "Direction | up | forward or inverted",
                "Colouring | rainbow | histogram, bands, smooth",
                "Palette | mud | unknown palette 'mud'",
                "PaletteColours | 00ff00 | has 1 colour",
                "PaletteColours | none | six hexadecimal digits",
                "Region | 1,2 | XMIN,XMAX,YMIN,YMAX",
                "Center | 0,0 | has no 'Width'",
                "Width | 0 | has no 'Center'",
                "Formula | sin | unknown formula",
            })
    void wrongTextsAreNamed(String key, String text, String reason) {
        SortedMap<String, String> texts = new PictureParameters(VIEW, Colouring.of(VIRIDIS), 1).texts();
        texts.put(key, text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureParameters.of(texts))
                .withMessageContaining(reason);
    }

    @Test
    void namesThatWouldSteerATerminalAreRefusedOrMadeVisible() {
        SortedMap<String, String> texts = new PictureParameters(VIEW, Colouring.of(VIRIDIS), 1).texts();
        texts.put("PaletteColours", VIRIDIS.digits());
        texts.put("Palette", "\u001b[31m.map");
        assertThat(PictureParameters.of(texts).colouring().palette().name()).isEqualTo("\ufffd[31m.map");
        texts.put("Title", "\u001b]0;owned\u0007");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureParameters.of(texts))
                .withMessageContaining("cannot be shown: '\ufffd]0;owned\ufffd'");
    }

    @ParameterizedTest
    @CsvSource({"Title", "Formula", "Region", "Size", "MaxIter", "Palette"})
    void aMissingTextIsNamed(String key) {
        SortedMap<String, String> texts = new PictureParameters(VIEW, Colouring.of(VIRIDIS), 1).texts();
        texts.remove(key);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureParameters.of(texts))
                .withMessageContaining("its metadata has no '" + key + "'");
    }
}
