package org.mandelspark.picture.pyramid;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import org.mandelspark.files.Json;

/**
 * The file that makes a folder a pyramid. It says nothing of when, where or by whom it was made, so that the same command
 * gives the same file.
 *
 * @param parameters what was asked for
 * @param deflater the Java whose zlib encoded the tiles; another one gives the same pixels, but perhaps other files
 * @param passes the work: first that which stored counts before there were tiles, if they are kept, then the top level
 */
public record PyramidManifest(
        @JsonProperty(value = "parameters", required = true) PyramidParameters parameters,
        @JsonProperty(value = "deflater", required = true) String deflater,
        @JsonProperty(value = "passes", required = true) List<PassEntry> passes) {
    /**
     * A pass.
     *
     * @param leaves the level that its blocks were made from
     * @param roots the level of the last tile of each block
     * @param blocks their number
     * @param tiles that were written
     * @param checksum CRC-32C of the checksums of the lists of all blocks, in rows from the top left, hexadecimal
     */
    public record PassEntry(
            @JsonProperty(required = true) int leaves,
            @JsonProperty(required = true) int roots,
            @JsonProperty(required = true) int blocks,
            @JsonProperty(required = true) long tiles,
            @JsonProperty(value = "crc32c", required = true) String checksum) {}

    /**
     * The manifest of a finished pyramid.
     *
     * @throws IllegalArgumentException if there is none, with the reason for people
     */
    public static PyramidManifest read(PyramidFiles files) {
        try {
            if (!files.folder().has(PyramidFiles.MANIFEST)) {
                throw new IllegalArgumentException(
                        files.folder().has(PyramidFiles.PARAMETERS)
                                ? "the pyramid in it is unfinished: finish it with 'pyramid --resume'"
                                : "there is no pyramid in it");
            }
            return Json.value(Json.tree(files.folder().read(PyramidFiles.MANIFEST)), PyramidManifest.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The deflater of this process. */
    public static String deflaterHere() {
        return "java.util.zip of " + System.getProperty("java.vendor") + " "
                + System.getProperty("java.runtime.version");
    }
}
