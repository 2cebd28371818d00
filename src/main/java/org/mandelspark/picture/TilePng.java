package org.mandelspark.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/**
 * PNG files of small pictures, made by one thread in memory: indexed where there are at most 256 colours, otherwise 8-bit
 * RGB whose bytes are stored as differences from the pixel to the left (the filter Sub), which shortens gradients.
 *
 * <p>An encoder keeps its buffers, so each thread has one of its own.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
 */
public final class TilePng {
    /** Fast, and hardly longer than the usual level for what is either flat or noise. */
    private static final int LEVEL = 1;

    private static final int MOST_COLOURS = 256;
    private static final int SLOTS = 1 << 10;
    private static final int NO_COLOUR = -1;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final byte RGB = 2;
    private static final byte INDEXED = 3;
    private static final byte NONE = 0;
    private static final byte SUB = 1;

    /** Multiplicative hashing: 2³² over the golden ratio. */
    private static final int GOLDEN = 0x9e3779b9;

    private final int[] slots = new int[SLOTS];
    private final byte[] indexes = new byte[SLOTS];
    private final int[] colours = new int[MOST_COLOURS];
    private int found;
    private byte[] plain = new byte[0];
    private byte[] deflated = new byte[1 << 16];

    /** Encodes the first width times height pixels of an array, 0xRRGGBB, row by row from the top. */
    public byte[] encode(int[] pixels, int width, int height) {
        boolean isIndexed = index(pixels, width, height);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream png = new DataOutputStream(bytes)) {
            png.write(SIGNATURE);
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                    .putInt(width)
                    .putInt(height)
                    .put((byte) Byte.SIZE)
                    .put(isIndexed ? INDEXED : RGB);
            new PngChunk("IHDR", header.array()).writeTo(png);
            if (isIndexed) {
                new PngChunk("PLTE", palette()).writeTo(png);
            }
            int length = isIndexed ? height * (width + 1) : rgb(pixels, width, height);
            int n = deflate(length);
            // Read after that, because it may have grown.
            new PngChunk("IDAT", deflated, n).writeTo(png);
            new PngChunk("IEND", new byte[0]).writeTo(png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Decodes a picture of that size.
     *
     * @param into gets the pixels, 0xRRGGBB
     * @throws IOException if this is not a PNG of that size
     */
    public static void decode(byte[] png, int width, int height, int[] into) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        if (image == null) {
            throw new IOException("it is not a picture");
        }
        if (image.getWidth() != width || image.getHeight() != height) {
            throw new IOException(
                    "it is %dx%d pixels and not %dx%d".formatted(image.getWidth(), image.getHeight(), width, height));
        }
        Raster raster = image.getRaster();
        if (image.getType() == BufferedImage.TYPE_BYTE_INDEXED) {
            int[] table = new int[MOST_COLOURS];
            ((IndexColorModel) image.getColorModel()).getRGBs(table);
            byte[] row = new byte[width];
            for (int y = 0, to = 0; y < height; y++) {
                raster.getDataElements(0, y, width, 1, row);
                for (int x = 0; x < width; x++) {
                    into[to++] = table[row[x] & 0xff] & 0xffffff;
                }
            }
        } else if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            byte[] row = new byte[3 * width];
            for (int y = 0, to = 0; y < height; y++) {
                raster.getDataElements(0, y, width, 1, row);
                for (int x = 0; x < row.length; x += 3) {
                    into[to++] = ((row[x] & 0xff) << 16) | ((row[x + 1] & 0xff) << 8) | (row[x + 2] & 0xff);
                }
            }
        } else {
            throw new IOException("it is neither of 256 colours nor of 8 bits for red, green and blue");
        }
    }

    /** Writes the rows as indexes; false if there are too many colours. */
    private boolean index(int[] pixels, int width, int height) {
        Arrays.fill(slots, NO_COLOUR);
        found = 0;
        reserve(height * (width + 1));
        int to = 0;
        int last = NO_COLOUR;
        byte lastIndex = 0;
        for (int y = 0, from = 0; y < height; y++) {
            plain[to++] = NONE;
            for (int x = 0; x < width; x++) {
                int colour = pixels[from++];
                if (colour != last) {
                    int slot = slot(colour);
                    if (slots[slot] == NO_COLOUR) {
                        if (found == MOST_COLOURS) {
                            return false;
                        }
                        slots[slot] = colour;
                        indexes[slot] = (byte) found;
                        colours[found++] = colour;
                    }
                    last = colour;
                    lastIndex = indexes[slot];
                }
                plain[to++] = lastIndex;
            }
        }
        return true;
    }

    private int slot(int colour) {
        int slot = (colour * GOLDEN) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS));
        while (slots[slot] != colour && slots[slot] != NO_COLOUR) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private byte[] palette() {
        byte[] octets = new byte[3 * found];
        for (int i = 0; i < found; i++) {
            octets[3 * i] = (byte) (colours[i] >> 16);
            octets[3 * i + 1] = (byte) (colours[i] >> 8);
            octets[3 * i + 2] = (byte) colours[i];
        }
        return octets;
    }

    private int rgb(int[] pixels, int width, int height) {
        int length = height * (3 * width + 1);
        reserve(length);
        int to = 0;
        for (int y = 0, from = 0; y < height; y++) {
            plain[to++] = SUB;
            int left = 0;
            for (int x = 0; x < width; x++) {
                int colour = pixels[from++];
                plain[to++] = (byte) ((colour >> 16) - (left >> 16));
                plain[to++] = (byte) ((colour >> 8) - (left >> 8));
                plain[to++] = (byte) (colour - left);
                left = colour;
            }
        }
        return length;
    }

    private void reserve(int length) {
        if (plain.length < length) {
            plain = new byte[length];
        }
    }

    private int deflate(int length) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(plain, 0, length);
            deflater.finish();
            int n = 0;
            while (!deflater.finished()) {
                if (n == deflated.length) {
                    deflated = Arrays.copyOf(deflated, 2 * n);
                }
                n += deflater.deflate(deflated, n, deflated.length - n);
            }
            return n;
        } finally {
            deflater.end();
        }
    }
}
