package org.mandelspark.picture.pyramid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.mandelspark.grid.Region;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;

/**
 * The page that shows a pyramid: one file that needs nothing but the tiles next to it, and so opens without a server.
 *
 * @param view what is shown
 * @param tiling its tiles
 * @param name of the picture
 * @param arrays that are next to the tiles; counts are shown where a server sends them
 * @param command that made it
 */
public record PyramidPage(View view, Tiling tiling, String name, Set<PixelArray> arrays, String command) {
    private static final String TEMPLATE = "pyramid.html";
    private static final String VIEWER = "openseadragon.min.js";

    /** The page in HTML. */
    public String html() {
        return resource(TEMPLATE)
                .replace("{{title}}", escaped(view.name() + ", " + view.size()))
                .replace("{{command}}", escaped(command))
                .replace(
                        "{{picture}}",
                        String.format(
                                Locale.ROOT,
                                "{\"files\": %s, \"tile\": %d, \"width\": %d, \"height\": %d, %s, \"maxIter\": %d, \"counts\": %s}",
                                quoted(name + "_files/"),
                                tiling.tile(),
                                view.size().width(),
                                view.size().height(),
                                whereabouts(),
                                view.maxIter(),
                                quoted(arrays.contains(PixelArray.COUNTS) ? PixelArray.COUNTS.file() + "/" : "")))
                .replace("{{viewer}}", resource(VIEWER));
    }

    /** Coordinates of doubles, or for exact views of doubles in units of the width, from the centre. */
    private String whereabouts() {
        if (view.isExact()) {
            double half = view.size().height() / (2.0 * view.size().width());
            return String.format(
                    Locale.ROOT,
                    "\"xMin\": -0.5, \"xMax\": 0.5, \"yMin\": %s, \"yMax\": %s, \"from\": %s",
                    -half,
                    half,
                    quoted("widths from the centre"));
        }
        Region region = view.grid().region();
        return String.format(
                Locale.ROOT,
                "\"xMin\": %s, \"xMax\": %s, \"yMin\": %s, \"yMax\": %s, \"from\": \"\"",
                region.xMin(),
                region.xMax(),
                region.yMin(),
                region.yMax());
    }

    /** The description that Deep Zoom viewers read. */
    public String descriptor() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="png" Overlap="0" TileSize="%d">
                  <Size Width="%d" Height="%d"/>
                </Image>
                """.formatted(tiling.tile(), view.size().width(), view.size().height());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** A string of a script: nothing in it ends the script. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\u003c") + '"';
    }

    private static String resource(String name) {
        try (InputStream in = PyramidPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
