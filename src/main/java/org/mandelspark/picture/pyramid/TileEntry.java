package org.mandelspark.picture.pyramid;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.zip.CRC32C;
import org.mandelspark.workload.Cells;

/**
 * A tile that was written.
 *
 * @param level of the pyramid
 * @param column from the left
 * @param row from the top
 * @param bytes of its file
 * @param file CRC-32C of its file, hexadecimal
 * @param pixels CRC-32C of its pixels as octets red, green, blue, row by row from the top, hexadecimal
 */
public record TileEntry(
        @JsonProperty(required = true) int level,
        @JsonProperty(required = true) int column,
        @JsonProperty(required = true) int row,
        @JsonProperty(required = true) int bytes,

        @JsonProperty(value = "file_crc32c", required = true)
        String file,

        @JsonProperty(value = "pixels_crc32c", required = true)
        String pixels) {
    /** The checksum of a file. */
    static String ofFile(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return Cells.hexadecimal(crc);
    }

    /** The checksum of the first n pixels, 0xRRGGBB. */
    static String ofPixels(int[] pixels, int n) {
        int step = 1 << 12;
        byte[] octets = new byte[3 * step];
        CRC32C crc = new CRC32C();
        for (int from = 0; from < n; from += step) {
            int count = Math.min(step, n - from);
            for (int i = 0; i < count; i++) {
                int colour = pixels[from + i];
                octets[3 * i] = (byte) (colour >> 16);
                octets[3 * i + 1] = (byte) (colour >> 8);
                octets[3 * i + 2] = (byte) colour;
            }
            crc.update(octets, 0, 3 * count);
        }
        return Cells.hexadecimal(crc);
    }
}
