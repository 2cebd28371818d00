package org.mandelspark.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class PlotTest {
    @Test
    void aPlotIsTheSameFileEveryTime() throws IOException {
        assertThat(svg()).isEqualTo(svg());
    }

    private static byte[] svg() throws IOException {
        Layers layers = new Layers(Axes.doublings("workers", 8), Axes.fromZero("seconds", 1))
                .dots("measured", PlotStyle.colour(0), Layers.SMALL, List.of(new Layers.Point(1, 1)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Plot(
                        "Title",
                        List.of("Sentence."),
                        layers.plot(),
                        new Plot.Legend(layers.legend(), RectangleEdge.BOTTOM),
                        400,
                        300)
                .writeSvg(out);
        return out.toByteArray();
    }
}
