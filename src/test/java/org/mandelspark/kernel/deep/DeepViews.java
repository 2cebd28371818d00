package org.mandelspark.kernel.deep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactPoint;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.Spacing;

/** Deep views of other people, by name: src/test/resources/deep/views.tsv, which says where each comes from. */
record DeepViews(String name, String re, String im, String zoom, int maxIter) {
    static List<DeepViews> all() {
        try (InputStream in = DeepViews.class.getResourceAsStream("/deep/views.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("name\t"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new DeepViews(cells[0], cells[1], cells[2], cells[3], Integer.parseInt(cells[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeepViews named(String name) {
        return all().stream().filter(view -> view.name.equals(name)).findFirst().orElseThrow();
    }

    /** The same centre, less deep. */
    DeepViews at(String otherZoom, int otherMaxIter) {
        return new DeepViews(name, re, im, otherZoom, otherMaxIter);
    }

    DeepGrid grid(int width, int height) {
        Size size = new Size(width, height);
        return new DeepGrid(ExactPoint.parse(re, im), Spacing.ofZoom(zoom, size), size);
    }

    /** A pixel's count by definition. */
    int oracle(DeepGrid grid, int column, int row) {
        Spacing spacing = grid.spacing();
        return Oracle.count(
                re,
                im,
                spacing.mantissa(),
                spacing.exponent(),
                grid.halvesRight(column),
                grid.halvesUp(row),
                maxIter,
                80 + Math.max(0, -spacing.exponent()));
    }
}
