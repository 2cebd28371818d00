package org.mandelspark.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class LinspaceTest {
    /** The extent is given in spacings of doubles, as many as there are points or so. */
    @Property
    void pointsAreDistinctIfTheyAscend(Draw draw) {
        double min = draw.real(-2, 2);
        int spacings = draw.integer(1, 3000);
        int count = draw.integer(1, 1000);
        Linspace points = new Linspace(min, min + spacings * Math.ulp(min), count);
        boolean ascend = IntStream.range(1, count).allMatch(i -> points.at(i - 1) < points.at(i));
        assertThat(points.isDistinct()).isEqualTo(ascend);
    }

    @Test
    void aSubnormalStepThatOvershootsTheLastPointIsNoticed() {
        // 2.6 of the least double is rounded to 3 of it: the last point but one is 27, the last 26.
        assertThat(new Linspace(0, 26 * Double.MIN_VALUE, 11).isDistinct()).isFalse();
    }

    /** What NumPy 2 does with one index after the other: its array of them all would take 16 GiB. */
    @ParameterizedTest
    @CsvSource({
        "-2, 0.6, 1, -0x1.fffffffaccccdp+0",
        "-2, 0.6, 12345, -0x1.ffff053dfffc1p+0",
        "-2, 0.6, 16777217, -0x1.faccccc784ccdp+0",
        "-2, 0.6, 1073741823, -0x1.6666666666666p-1",
        "-2, 0.6, 1717986917, 0x1.47ae148b851e0p-4",
        "-2, 0.6, 2147483645, 0x1.33333328cccccp-1",
        "-2, 0.6, 2147483646, 0x1.3333333333333p-1",
        "-1.5, 1.5, 1073741823, 0x0.0p+0",
        "-1.5, 1.5, 1073741824, 0x1.8000000000000p-30",
        "-0.74364, -0.74363, 1, -0x1.7cbe61cffeaddp-1",
        "-0.74364, -0.74363, 1073741824, -0x1.7cbdba0a5266cp-1",
        "-0.74364, -0.74363, 2147483645, -0x1.7cbd1244a624ep-1",
        "-0.74364, -0.74363, 2147483646, -0x1.7cbd1244a6224p-1"
    })
    void theLargestOnesAreNumPysToTheLastBit(double min, double max, int i, String expected) {
        Linspace points = new Linspace(min, max, Integer.MAX_VALUE);
        assertThat(points.at(i)).isEqualTo(Double.parseDouble(expected));
    }

    @ParameterizedTest
    @CsvSource({"1,0,3", "NaN,1,3", "0,Infinity,3", "-1.7e308,1.7e308,2", "0,1,0"})
    void whatHasNoPointsIsRefused(double min, double max, int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Linspace(min, max, count))
                .withMessageContaining("point");
    }
}
