package org.mandelspark.picture;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A piece of a PNG file. */
final class PngChunk {
    private final String type;
    private final byte[] content;
    private final int length;

    PngChunk(String type, byte[] content) {
        this(type, content, content.length);
    }

    /**
     * @param type four letters
     * @param content not copied
     * @param length how much of it counts
     */
    PngChunk(String type, byte[] content, int length) {
        this.type = type;
        this.content = content;
        this.length = length;
    }

    /** Writes length, type, content and CRC-32. */
    void writeTo(DataOutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content, 0, length);
        out.writeInt(length);
        out.write(name);
        out.write(content, 0, length);
        out.writeInt((int) crc.getValue());
    }
}
