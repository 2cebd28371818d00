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

    @ParameterizedTest
    @CsvSource({"1,0,3", "NaN,1,3", "0,Infinity,3", "-1.7e308,1.7e308,2", "0,1,0"})
    void whatHasNoPointsIsRefused(double min, double max, int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Linspace(min, max, count))
                .withMessageContaining("point");
    }
}
