package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.DeepGrid;

class BallOrbitTest {
    /** Points are nearer to the circle |c| = 2 than integers of so many bits can tell. */
    @ParameterizedTest
    @CsvSource({"20, 0.499", "20, -0.499", "33, 0.499", "33, -0.499"})
    void theFirstTestIsExact(int bits, double cut) {
        double two = Math.scalb(2.0, bits);
        long re = Math.round(two / Math.sqrt(2));
        long im;
        double beyond;
        do {
            re++;
            double exact = Math.sqrt(two * two - (re + cut) * (re + cut)) - cut;
            im = cut > 0 ? (long) Math.ceil(exact) : (long) Math.floor(exact);
            beyond = Math.abs(im - exact);
        } while (beyond > 0.02);
        DeepViews view = new DeepViews("circle", point(re, cut, bits), point(im, cut, bits), "1e5", 3);
        BallOrbit balls = new BallOrbit(view.grid(1, 1), bits, view.maxIter());
        Outcome outcome = balls.run(0, 0);
        assertThat(outcome).isEqualTo(Outcome.ESCAPED);
        assertThat(balls.k() - 1).isEqualTo(cut > 0 ? 0 : 1);
    }

    private static String point(long whole, double rest, int bits) {
        return BigDecimal.valueOf(whole)
                .add(new BigDecimal(rest))
                .divide(BigDecimal.valueOf(1L << bits))
                .toPlainString();
    }

    /** Few bits to begin with leave tests open, or are enough; they never give another count than many. */
    @Property(cases = 600)
    void countsDoNotDependOnTheBitsBegunWith(Draw draw) {
        String re = Double.toString(draw.real(-1.9, 0.6));
        String im = Double.toString(draw.real(-1.2, 1.2));
        DeepViews view = new DeepViews("drawn", re, im, "1e" + draw.integer(1, 30), draw.integer(2, 400));
        DeepGrid grid = view.grid(3, 3);
        int column = draw.integer(0, 2);
        int row = draw.integer(0, 2);
        BallOrbit balls = new BallOrbit(grid, draw.integer(4, 40), view.maxIter());
        Outcome outcome = balls.run(column, row);
        long count = outcome == Outcome.ESCAPED ? balls.k() - 1 : view.maxIter();
        assertThat(count).isEqualTo(view.oracle(grid, column, row));
    }
}
