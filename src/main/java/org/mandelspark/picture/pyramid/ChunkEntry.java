package org.mandelspark.picture.pyramid;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A chunk of an array that was written.
 *
 * @param array its name
 * @param column from the left, as that of its tile
 * @param row from the top
 * @param bytes of its file
 * @param file CRC-32C of its file, hexadecimal
 */
public record ChunkEntry(
        @JsonProperty(required = true) String array,
        @JsonProperty(required = true) int column,
        @JsonProperty(required = true) int row,
        @JsonProperty(required = true) int bytes,

        @JsonProperty(value = "file_crc32c", required = true)
        String file) {}
