package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.junit.jupiter.api.Test;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.Spread;
import org.mandelspark.study.SweepAxis;
import org.mandelspark.workload.Computation;
import org.mandelspark.workload.PlaneProblem;

/** Panels of a sweep: one scale for all of them, on which every bar ends. */
class FacetsPlotTest {
    @Test
    void efficienciesBeyondOneAreNotCutOff() {
        Computation<?> computation = new Computation<>(
                PlaneProblem.of(
                        new View("square", new Formula.Mandelbrot(), Frame.centred("0,0", "4"), new Size(8, 8), 50)),
                KernelKind.NAIVE,
                Interior.NONE);
        List<Facet> facets = List.of(facet(computation, 0.7), facet(computation, 1.5));
        CombinedRangeXYPlot panels = (CombinedRangeXYPlot)
                new FacetsPlot(facets).plot("title", SweepAxis.SIZE).body();
        assertThat(panels.getSubplots())
                .hasSize(2)
                .allSatisfy(panel ->
                        assertThat(panel.getDomainAxis().getUpperBound()).isGreaterThan(1.5));
    }

    private static Facet facet(Computation<?> computation, double efficiency) {
        return new Facet(
                computation,
                "Measured.",
                List.of(new Facet.Line("static", Color.BLACK, Spread.of(new double[] {1}), efficiency)));
    }
}
