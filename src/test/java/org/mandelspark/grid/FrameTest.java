package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class FrameTest {
    @Test
    void thePublishedViewsStayWhereTheyAre() {
        assertThat(Frame.centred("-0.743643887037151, 0.131825904205330", "1e-4")
                        .region(new Size(1920, 1080)))
                .isEqualTo(new Region(-0.743693887037151, -0.743593887037151, 0.13179777920533, 0.13185402920533));
    }

    @Test
    void aWidthWhoseProductWithTheRowsOverflowsIsReached() {
        assertThat(Frame.centred("0,0", "1e308").region(new Size(8, 8)))
                .isEqualTo(new Region(-5e307, 5e307, -5e307, 5e307));
    }

    @Property
    void largeFramesAreSmallOnesTimesAPowerOfTwo(Draw draw) {
        double width = draw.real(0.5, 0.99);
        int columns = draw.integer(1, 100_000);
        int rows = draw.integer(1, 20_000);
        Size size = new Size(columns, rows);
        Region small = new Frame.Centred(0, 0, width).region(size);
        // The largest power that leaves both extents finite.
        int power = Double.MAX_EXPONENT - Math.max(0, Math.getExponent(small.height()));
        Region large = new Frame.Centred(0, 0, Math.scalb(width, power)).region(size);
        assertThat(large.xMax()).isEqualTo(Math.scalb(small.xMax(), power));
        assertThat(large.yMax()).isEqualTo(Math.scalb(small.yMax(), power));
        assertThat(large.yMin()).isEqualTo(-large.yMax());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0,0; 1.7e308; 8x16; the extent ymax − ymin must be finite",
                "1.7e308,0; 1e308; 8x8; xmin and xmax must be finite",
                "0,0; 1.7e308; 1x1000; ymin and ymax must be finite",
            })
    void regionsThatOverflowAreRefused(String center, String width, String size, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.centred(center, width).region(Size.parse(size)))
                .withMessageContaining(reason);
    }

    @Property
    void fromTheLeastWidthOnPixelsAreDistinctAndMuchBelowItTheyAreNot(Draw draw) {
        double re = draw.real(-2, 2);
        double im = draw.real(-2, 2);
        int columns = draw.integer(1, 600);
        int rows = draw.integer(1, 600);
        Size size = new Size(columns, rows);
        double least = new Frame.Centred(re, im, 1).leastWidth(size);
        assertThat(isDistinct(new Frame.Centred(re, im, least), size)).isTrue();
        // A fifth of it has room for a fifth of the pixels, for two fifths around a power of two, and for the ends.
        // Around 0
        // steps below the normal doubles may do.
        if (columns > 8 && rows > 8 && Math.max(Math.abs(re), Math.abs(im)) > Double.MIN_NORMAL) {
            assertThat(isDistinct(new Frame.Centred(re, im, least / 5), size)).isFalse();
        }
    }

    private static boolean isDistinct(Frame frame, Size size) {
        try {
            return new Grid(frame.region(size), size).isDistinct();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("doubles end here");
            return false;
        }
    }

    @Test
    void aFrameTooDeepForDoublesSaysSoWithTheLeastWidth() {
        Frame frame = Frame.centred("-1.75,0", "1e-17");
        String reason = "doubles end here: around the centre -1.75,0.0, with the width 1.0E-17, neighbouring pixels of"
                + " 1001x501 do not all have distinct coordinates; the least width is 2.3E-13";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> frame.region(Size.parse("1001x501")))
                .withMessage(reason);
        // 1000 columns to the right, each 2.2e-16 from the next.
        assertThat(isDistinct(Frame.centred("-1.75,0", "2.3e-13"), new Size(1001, 501)))
                .isTrue();
        assertThat(isDistinct(Frame.centred("-1.75,0", "2.2e-13"), new Size(1001, 501)))
                .isFalse();
    }

    private static View doubles(Frame frame, Size size) {
        return new View("deep", new Formula.Mandelbrot(), frame, size, 9, Arithmetic.DOUBLES);
    }

    @Test
    void aViewWhoseNeighboursCoincideSaysSoAndIsAllowed() {
        View deep = doubles(Frame.centred("-1.75,0", "1e-13"), new Size(1001, 501));
        assertThat(deep.tooDeep()).get().asString().contains("the least width is 2.3E-13");
        Frame bounds = new Frame.Bounds(deep.grid().region());
        assertThat(doubles(bounds, deep.size()).tooDeep())
                .get()
                .asString()
                .contains("a wider region or a smaller size");
        assertThat(doubles(bounds, new Size(101, 51)).tooDeep()).isEmpty();
    }
}
