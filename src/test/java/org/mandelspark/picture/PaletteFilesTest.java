package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GIMP gradients and Fractint maps. */
class PaletteFilesTest {
    private static final String HEADER = "GIMP Gradient\nName: Test\n";

    @Test
    void aLinearGradientRunsFromEndToEnd() {
        List<Integer> colours = gradient("1\n0 0.5 1 0 0 0 1 1 1 1 1 0 0");
        for (int i = 0; i < 256; i++) {
            assertThat(colours.get(i)).isEqualTo(i * 0x010101);
        }
    }

    @Test
    void segmentsFollowOneAnotherAndTheMidpointBendsThem() {
        List<Integer> colours =
                gradient("2\r\n0.0 0.25 0.5 0 0 0 1 1 1 1 1 0 0\r\n0.5 0.9 1 1 1 1 1 0 0 0 1 0 0 0 0\r\n");
        assertThat(colours.get(0)).isZero();
        assertThat(colours.get(127) & 0xff).isBetween(250, 255);
        assertThat(colours.get(230) & 0xff).isBetween(120, 135);
        assertThat(colours.get(255)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // blend, share of the way at a quarter and at three quarters, with the midpoint at 0.25
        "0, 0.5, 0.8333",
        "1, 0.5, 0.8661",
        "2, 0.5, 0.9330",
        "3, 0.8660, 0.9860",
        "4, 0.1340, 0.4472",
        "5, 1, 1",
    })
    void blendsAreThoseOfGimp(int blend, double quarter, double threeQuarters) {
        List<Integer> colours = gradient("1\n0 0.25 1 0 0 0 1 1 1 1 1 " + blend + " 0");
        double atQuarter = colours.get(64) / (double) 0x010101 / 255;
        double atThree = colours.get(191) / (double) 0x010101 / 255;
        assertThat(atQuarter).isCloseTo(quarter, within(0.012));
        assertThat(atThree).isCloseTo(threeQuarters, within(0.012));
    }

    @ParameterizedTest
    @CsvSource({"0, 127, 0, 127", "1, 0, 255, 0", "2, 255, 0, 255"})
    void coloursTurnAsTheColourSpaceSays(int space, int red, int green, int blue) {
        int middle = gradient("1\n0 0.5 1 1 0 0 1 0 0 1 1 0 " + space).get(127);
        assertThat(middle >> 16).isCloseTo(red, within(4));
        assertThat((middle >> 8) & 0xff).isCloseTo(green, within(4));
        assertThat(middle & 0xff).isCloseTo(blue, within(4));
    }

    @Test
    void aFractintMapMayHaveCommentsAndFewerColours() {
        List<Integer> colours =
                Palette.ofFile("Two.MAP", "0 0 0  the first\n 255,255 255\n\n").colours();
        for (int i = 0; i < 256; i++) {
            assertThat(colours.get(i)).isEqualTo(i * 0x010101);
        }
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            whole.append(i).append(' ').append(255 - i).append(" 7\r\n");
        }
        colours = Palette.ofFile("whole.map", whole.toString()).colours();
        for (int i = 0; i < 256; i++) {
            assertThat(colours.get(i)).isEqualTo((i << 16) | ((255 - i) << 8) | 7);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.ggr | '' | GIMP Gradient",
                "a.ggr | GIMP Palette | GIMP Gradient",
                "a.ggr | GIMP Gradient | number of segments",
                "a.ggr | GIMP Gradient;Name: x;many | 'many'",
                "a.ggr | GIMP Gradient;Name: x;0 | from 1 to",
                "a.ggr | GIMP Gradient;Name: x;2;0 0.5 1 0 0 0 1 1 1 1 1 0 0 | announces 2 segments and has 1",
                "a.ggr | GIMP Gradient;1;0 0.5 0.9 0 0 0 1 1 1 1 1 0 0 | ends at 0.9",
                "a.ggr | GIMP Gradient;1;0.2 0.5 1 0 0 0 1 1 1 1 1 0 0 | begins at 0.2",
                "a.ggr | GIMP Gradient;1;0 0.5 1 0 0 0 1 1 1 1 1 0 | three places",
                "a.ggr | GIMP Gradient;1;0 0.5 1 0 0 0 1 1 1 1 1 6 0 | 0 to 5",
                "a.ggr | GIMP Gradient;1;0 0.5 1 0 0 0 1 1 1 1 1 0 3 | 0 to 2",
                "a.ggr | GIMP Gradient;1;0 0.5 1 0 0 0 1 1 2 1 1 0 0 | from 0 to 1",
                "a.ggr | GIMP Gradient;1;0 NaN 1 0 0 0 1 1 1 1 1 0 0 | from 0 to 1",
                "a.ggr | GIMP Gradient;1;0.8 0.5 1 0 0 0 1 1 1 1 1 0 0 | ascending order",
                "a.map | '' | from 2 to 256 colours",
                "a.map | 1 2 3 | not 1",
                "a.map | 1 2 3;4 5 | three numbers",
                "a.map | 1 2 3;4 5 256 | 0 to 255",
                "a.map | 1 2 3;-4 5 6 | 0 to 255",
                "a.map | 1 2 3;1 2 3456 | 0 to 255",
            })
    void aFileThatIsNoPaletteIsRefusedWithTheReason(String name, String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Palette.ofFile(name, text.replace(';', '\n')))
                .withMessageContaining(reason);
    }

    private static List<Integer> gradient(String segments) {
        return Palette.ofFile("test.ggr", HEADER + segments).colours();
    }
}
