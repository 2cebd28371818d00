package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.picture.Colouring.Direction;
import org.mandelspark.picture.Colouring.Kind;

class PixelColoursTest {
    private static final int LIMIT = 200;
    private static final Palette TIDE = Palette.named("tide");

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BANDS", "SMOOTH"})
    void coloursDoNotDependOnTheSizeOfThePicture(Kind kind) {
        Colouring colouring = new Colouring(kind, TIDE, Direction.FORWARD, 3, 0.25);
        PixelColours small = PixelColours.of(colouring, view(new Size(32, 24)));
        PixelColours large = PixelColours.of(colouring, view(new Size(32_000, 24_000)));
        for (int count = 0; count <= LIMIT; count++) {
            for (int fraction : List.of(0, 12_345, 65_535)) {
                assertThat(large.rgb(count, fraction)).isEqualTo(small.rgb(count, fraction));
            }
        }
    }

    @Test
    void bandsAreTheColoursOfAPictureOfThePreview() {
        Colouring colouring = new Colouring(Kind.BANDS, TIDE, Direction.FORWARD, 1, 0);
        View view = view(new Size(512, 384));
        PixelColours bands = PixelColours.of(colouring, view);
        PixelColours histogram = PixelColours.of(Colouring.of(TIDE), Preview.counts(view), LIMIT);
        for (int count = 0; count <= LIMIT; count++) {
            assertThat(bands.rgb(count, 0)).isEqualTo(histogram.rgb(count, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theInteriorIsBlackAndTheColoursArriveUnchangedWhereverTheyAreSent(Kind kind) throws Exception {
        int[] counts = new int[1000];
        Arrays.setAll(counts, i -> i * i % (LIMIT + 1));
        PixelColours sent = PixelColours.of(new Colouring(kind, TIDE, Direction.INVERTED, 2, 0.5), counts, LIMIT);
        PixelColours arrived = sent(sent);
        for (int count = 0; count <= LIMIT; count++) {
            assertThat(arrived.rgb(count, 40_000))
                    .isEqualTo(sent.rgb(count, 40_000))
                    .isBetween(0, 0xffffff);
        }
        assertThat(arrived.rgb(LIMIT, 40_000)).isZero();
    }

    @Test
    void aPixelThatEscapesWhereThePreviewSawNoneHasAColour() {
        int[] counts = new int[9];
        Arrays.fill(counts, LIMIT);
        assertThat(PixelColours.of(Colouring.of(TIDE), counts, LIMIT).rgb(7, 0)).isNotZero();
    }

    @Test
    void theHistogramOfAWholePictureDoesNotFollowFromAView() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelColours.of(Colouring.of(TIDE), view(new Size(8, 8))))
                .withMessageContaining("whole picture");
    }

    @Test
    void previewsHaveTheRatioOfThePicture() {
        assertThat(Preview.size(new Size(800, 600), Preview.SIDE)).isEqualTo(new Size(512, 384));
        assertThat(Preview.size(new Size(600, 800), Preview.SIDE)).isEqualTo(new Size(384, 512));
        assertThat(Preview.size(new Size(3, 3), Preview.SIDE)).isEqualTo(new Size(512, 512));
        assertThat(Preview.size(new Size(2_000_000_000, 1), Preview.SIDE)).isEqualTo(new Size(512, 1));
    }

    private static View view(Size size) {
        return new View("test", new Formula.Mandelbrot(), Frame.centred("-0.5,0.1", "3"), size, LIMIT);
    }

    private static PixelColours sent(PixelColours colours) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(colours);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PixelColours) in.readObject();
        }
    }
}
