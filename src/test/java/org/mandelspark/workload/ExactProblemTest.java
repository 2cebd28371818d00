package org.mandelspark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.grid.Arithmetic;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactLinspace;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;

class ExactProblemTest {
    private static ExactProblem problem(Frame frame, Size size, Arithmetic arithmetic) {
        return new ExactProblem(new View("some", new Formula.Mandelbrot(), frame, size, 100, arithmetic));
    }

    /** A picture of square pixels cannot have twice as many rows; it can have twice as many pixels. */
    @ParameterizedTest
    @CsvSource({"512, 512, 2", "512, 512, 4", "64, 48, 3", "1920, 1080, 7", "100, 1, 5", "1, 100, 5"})
    void timesHasSoManyTimesThePixelsOfTheSamePicture(int width, int height, int factor) {
        Size size = new Size(width, height);
        Frame zoomed = Frame.zoomed("-0.5,0.25", "1e100");
        ExactProblem grown = problem(zoomed, size, Arithmetic.AUTO).times(factor);
        Size more = grown.view().size();
        assertThat(more.pixels())
                .isCloseTo((long) width * height * factor, within((long) Math.max(more.width(), more.height())));
        DeepGrid before =
                (DeepGrid) problem(zoomed, size, Arithmetic.AUTO).view().exactGrid();
        DeepGrid after = (DeepGrid) grown.view().exactGrid();
        assertThat(after.centre()).isEqualTo(before.centre());
        assertThat(extent(after, more.height())).isCloseTo(extent(before, height), within(1e-6));
    }

    /** In units of 10⁻¹⁰⁰. */
    private static double extent(DeepGrid grid, int pixels) {
        return grid.spacing()
                .value()
                .multiply(BigDecimal.valueOf(pixels))
                .scaleByPowerOfTen(100)
                .round(MathContext.DECIMAL64)
                .doubleValue();
    }

    @Test
    void deepBoundsStayWhereTheyAre() {
        Frame bounds = Frame.bounds("0.25,0.2500000000000000000000003,-1e-25,1e-25");
        ExactProblem problem = problem(bounds, new Size(30, 20), Arithmetic.AUTO);
        ExactProblem grown = problem.times(2);
        assertThat(grown.view().size()).isEqualTo(new Size(42, 29));
        DeepGrid before = (DeepGrid) problem.view().exactGrid();
        DeepGrid after = (DeepGrid) grown.view().exactGrid();
        assertThat(after.centre().re()).isEqualByComparingTo(before.centre().re());
        assertThat(after.centre().im()).isEqualByComparingTo(before.centre().im());
        assertThat(problem.times(1)).isEqualTo(problem);
    }

    @Test
    void pointsOfLinspaceAreThoseOfTheSameRegion() {
        ExactProblem problem = problem(Frame.centred("-0.5,0.25", "0.125"), new Size(30, 20), Arithmetic.EXACT);
        ExactLinspace points = (ExactLinspace) problem.times(3).view().exactGrid();
        assertThat(points.grid().region())
                .isEqualTo(((ExactLinspace) problem.view().exactGrid()).grid().region());
        assertThat(points.size()).isEqualTo(new Size(52, 35));
    }
}
