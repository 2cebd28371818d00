package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cyclic palettes, measured in OKLab (Björn Ottosson, 2020). */
class PaletteTest {
    @ParameterizedTest
    @ValueSource(strings = {"tide", "gilt", "ember", "frost"})
    void cyclicPalettesHaveNoSeamAndEvenSteps(String name) {
        double[][] lab = oklab(Palette.named(name));
        double[] steps = new double[lab.length];
        for (int i = 0; i < lab.length; i++) {
            double[] next = lab[(i + 1) % lab.length];
            steps[i] =
                    Math.sqrt(square(next[0] - lab[i][0]) + square(next[1] - lab[i][1]) + square(next[2] - lab[i][2]));
        }
        double mean = Arrays.stream(steps).average().orElseThrow();
        // Rounding to eight bits alone makes steps differ by this much.
        assertThat(Arrays.stream(steps).boxed())
                .allSatisfy(step -> assertThat(step).isBetween(0.4 * mean, 1.6 * mean));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tide", "gilt", "ember", "frost"})
    void cyclicPalettesRunFromDarkToLightAndBack(String name) {
        double[] light = Arrays.stream(oklab(Palette.named(name)))
                .mapToDouble(lab -> lab[0])
                .toArray();
        assertThat(Arrays.stream(light).min().orElseThrow()).isLessThan(0.25);
        assertThat(Arrays.stream(light).max().orElseThrow()).isGreaterThan(0.94);
        // One rise and one fall, but for rounding: the way there and back is twice the range.
        double way = 0;
        for (int i = 0; i < light.length; i++) {
            way += Math.abs(light[(i + 1) % light.length] - light[i]);
        }
        double range = Arrays.stream(light).max().orElseThrow()
                - Arrays.stream(light).min().orElseThrow();
        assertThat(way).isLessThan(2.1 * range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gilt", "ember", "frost"})
    void theTwoWaysDifferInBlueAndYellowWhichHardlyAnyoneConfuses(String name) {
        double[][] lab = oklab(Palette.named(name));
        double rising = 0;
        double falling = 0;
        for (int i = 0; i < lab.length; i++) {
            if (lab[(i + 1) % lab.length][0] > lab[i][0]) {
                rising += lab[i][2];
            } else {
                falling += lab[i][2];
            }
        }
        assertThat(Math.abs(rising - falling) / lab.length).isGreaterThan(0.02);
    }

    private static double[][] oklab(Palette palette) {
        return palette.colours().stream().map(PaletteTest::oklab).toArray(double[][]::new);
    }

    private static double[] oklab(int rgb) {
        double r = light(rgb >> 16 & 0xff);
        double g = light(rgb >> 8 & 0xff);
        double b = light(rgb & 0xff);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double light(int channel) {
        double s = channel / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

    private static double square(double x) {
        return x * x;
    }
}
