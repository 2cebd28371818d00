package org.mandelspark.picture.pyramid;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The file that makes a folder a pyramid. It says nothing of when, where or by whom it was made, so that the same command
 * gives the same file.
 *
 * @param parameters what was asked for
 * @param deflater the Java whose zlib encoded the tiles; another one gives the same pixels, but perhaps other files
 * @param passes the work, the computed tiles first
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

    /** The deflater of this process. */
    public static String deflaterHere() {
        return "java.util.zip of " + System.getProperty("java.vendor") + " "
                + System.getProperty("java.runtime.version");
    }
}
