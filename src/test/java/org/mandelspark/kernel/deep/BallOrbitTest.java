package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.DeepGrid;

class BallOrbitTest {
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
