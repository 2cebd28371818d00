package org.mandelspark.picture.pyramid;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.mandelspark.files.Json;
import org.mandelspark.grid.Tiling;
import org.mandelspark.grid.View;
import org.mandelspark.picture.CountDistribution;

/**
 * All that is stored of a pyramid from which its colours follow: arrays, and distributions of counts.
 *
 * @param files of the pyramid
 * @param view what it shows
 * @param tiling its tiles
 */
public record PixelStore(PyramidFiles files, View view, Tiling tiling) {
    private static final String ROW_0 = "row_0";
    private static final String TOP = "ymax";

    /** A distribution of counts in a file. */
    private record Distribution(
            @JsonProperty(value = "pixels_by_count", required = true)
            SortedMap<Integer, Long> pixels) {}

    /** Attributes of the array of counts. */
    private record CountAttributes(
            @JsonProperty(value = ROW_0, required = true) String row0,

            @JsonProperty(value = "max_iter", required = true)
            int maxIter,

            @JsonProperty(value = "preview", required = true)
            Distribution preview) {}

    /**
     * Creates arrays without chunks.
     *
     * @param preview the distribution from which two of the colourings follow, stored with the counts
     */
    public void create(Set<PixelArray> arrays, CountDistribution preview) throws IOException {
        for (PixelArray array : arrays) {
            array.in(files, tiling)
                    .create(
                            switch (array) {
                                case COUNTS ->
                                    new CountAttributes(TOP, view.maxIter(), new Distribution(preview.pixels()));
                                case FRACTION -> Map.of(ROW_0, TOP);
                            });
        }
    }

    /** True if the array of counts was created. */
    public boolean hasCounts() throws IOException {
        return PixelArray.COUNTS.in(files, tiling).exists();
    }

    /** Removes all arrays, and the lists of counts. */
    public void delete() throws IOException {
        for (PixelArray array : PixelArray.values()) {
            array.in(files, tiling).delete();
        }
        files.folder().delete(PyramidFiles.COUNT_LISTS);
    }

    /**
     * Requires that an array is as the parameters of the pyramid describe it.
     *
     * @throws IOException if not, with its path and the reason
     */
    public void require(PixelArray array) throws IOException {
        array.in(files, tiling).attributes();
    }

    /**
     * The distribution of the counts of the preview, as it was stored with those of the picture.
     *
     * @throws IOException if it cannot be read, with its path and the reason
     */
    public CountDistribution preview() throws IOException {
        JsonNode attributes = PixelArray.COUNTS.in(files, tiling).attributes();
        return distribution(
                PixelArray.COUNTS.file(),
                () -> Json.value(attributes, CountAttributes.class).preview());
    }

    /** True if the distribution of the counts of the whole picture is known. */
    public boolean hasHistogram() throws IOException {
        return files.folder().has(PyramidFiles.HISTOGRAM);
    }

    /**
     * The distribution of the counts of the whole picture.
     *
     * @throws IOException if it cannot be read, with its path and the reason
     */
    public CountDistribution histogram() throws IOException {
        byte[] content = files.folder().read(PyramidFiles.HISTOGRAM);
        return distribution(PyramidFiles.HISTOGRAM, () -> Json.value(Json.tree(content), Distribution.class));
    }

    /** Writes that distribution. */
    public void write(CountDistribution histogram) throws IOException {
        files.folder().write(PyramidFiles.HISTOGRAM, Json.bytes(new Distribution(histogram.pixels())));
    }

    private CountDistribution distribution(String file, Supplier<Distribution> content) throws IOException {
        try {
            return CountDistribution.of(content.get().pixels(), view.maxIter());
        } catch (IllegalArgumentException e) {
            throw new IOException(files.folder().file(file) + ": " + e.getMessage(), e);
        }
    }
}
