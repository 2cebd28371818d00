package org.mandelspark.picture;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * PNG files of pixels of one octet, which is a shade of grey or an index of a palette, or of three; several threads compress
 * one.
 *
 * <p>The rows of a PNG, an octet for the filter before each, are one zlib stream. Here that is cut into strips of
 * {@value #STRIP_BYTES} bytes, wherever a row may end. Each is made and deflated by itself and ended at a whole byte by an
 * empty block, so that the strips are one stream when joined; its Adler-32 is put together from those of the strips
 * (as M. Adler's pigz does it). The file thus depends on the pixels alone and not on the number of threads, and memory
 * holds some strips for each thread, however large the picture is. Rows of RGB are filtered, with the difference from the pixel
 * to the left; others are not: indexes are not gradients.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
 */
final class PngFile {
    /** The image to be drawn. */
    interface Image {
        int getWidth();

        int getHeight();

        PixelForm form();

        /** The RGB octets of each index, where pixels are indexes. */
        default byte[] palette() {
            return new byte[0];
        }

        /** Puts n octets of row y, from the octet {@code from} on, the top row being 0; called by many threads. */
        void octets(int from, int y, int n, byte[] into, int to);
    }

    /** Thirty-two windows of deflate, so that to begin anew costs less than one in a hundred bytes. */
    static final int STRIP_BYTES = 1 << 20;

    private static final int STRIPS_PER_THREAD = 2;

    /** Pictures are written when all is computed, so nobody else wants the cores. */
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /** Heap that writing takes at most: strips, each plain and deflated. */
    static final long HEAP_BYTES = 2L * STRIP_BYTES * STRIPS_PER_THREAD * THREADS;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final byte EIGHT_BITS = 8;
    static final int NO_FILTER = 0;
    static final int SUB_FILTER = 1;

    /** Deflate with a window of 32 KiB at its usual level (RFC 1950). */
    private static final byte[] ZLIB_HEADER = {0x78, (byte) 0x9c};

    private static final int ADLER_BASE = 65521;
    private static final int LOW_HALF = 0xffff;

    private final Image image;
    private final int rowOctets;
    private final long bytes;

    private PngFile(Image image) {
        this.image = image;
        this.rowOctets = Math.multiplyExact(image.form().octets(), image.getWidth());
        this.bytes = (rowOctets + 1L) * image.getHeight();
    }

    /**
     * Writes an image.
     *
     * @param facts become text chunks
     * @throws IllegalArgumentException before anything is written, if PNG does not allow a keyword or a text
     */
    static void write(Image image, Map<String, String> facts, OutputStream out) throws IOException {
        write(image, facts, out, THREADS);
    }

    /** Writes it with so many threads, which makes no difference to the file. */
    static void write(Image image, Map<String, String> facts, OutputStream out, int threads) throws IOException {
        List<PngChunk> texts = PngTexts.of(facts);
        DataOutputStream png = new DataOutputStream(out);
        png.write(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put(EIGHT_BITS)
                .put((byte) image.form().colourType());
        new PngChunk("IHDR", header.array()).writeTo(png);
        if (image.form() == PixelForm.INDEXED) {
            new PngChunk("PLTE", image.palette()).writeTo(png);
        }
        for (PngChunk text : texts) {
            text.writeTo(png);
        }
        new PngFile(image).writePixels(png, threads);
        new PngChunk("IEND", new byte[0]).writeTo(png);
        png.flush();
    }

    private void writePixels(DataOutputStream png, int threads) throws IOException {
        new PngChunk("IDAT", ZLIB_HEADER).writeTo(png);
        int adler = (int) new Adler32().getValue();
        ExecutorService pool = Executors.newFixedThreadPool(threads, PngFile::daemon);
        try {
            Queue<Future<Strip>> waiting = new ArrayDeque<>();
            long next = 0;
            while (next < bytes || !waiting.isEmpty()) {
                while (next < bytes && waiting.size() < STRIPS_PER_THREAD * threads) {
                    long first = next;
                    waiting.add(pool.submit(() -> strip(first)));
                    next += STRIP_BYTES;
                }
                Strip strip = waiting.remove().get();
                strip.deflated().writeTo(png);
                adler = joined(adler, strip.adler(), strip.length());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a strip could not be made: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            pool.shutdownNow();
        }
        new PngChunk("IDAT", ByteBuffer.allocate(Integer.BYTES).putInt(adler).array()).writeTo(png);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "png strips");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A part of the stream.
     *
     * @param adler of its bytes
     * @param length their number
     */
    private record Strip(PngChunk deflated, int adler, int length) {}

    private Strip strip(long first) {
        byte[] plain = plain(first, (int) Math.min(STRIP_BYTES, bytes - first));
        // Blocks that do not shrink are stored, with five bytes before each sixteen thousand.
        byte[] deflated = new byte[plain.length + (plain.length >> 10) + 64];
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        int length;
        try {
            deflater.setInput(plain);
            if (first + plain.length == bytes) {
                deflater.finish();
            }
            length = deflater.deflate(deflated, 0, deflated.length, Deflater.SYNC_FLUSH);
        } finally {
            deflater.end();
        }
        Adler32 adler = new Adler32();
        adler.update(plain);
        return new Strip(new PngChunk("IDAT", deflated, length), (int) adler.getValue(), plain.length);
    }

    /** So many bytes of the stream before it is deflated. */
    private byte[] plain(long first, int length) {
        byte[] plain = new byte[length];
        int rowBytes = rowOctets + 1;
        int y = (int) (first / rowBytes);
        int x = (int) (first % rowBytes) - 1;
        for (int to = 0; to < length; y++, x = -1) {
            if (x < 0) {
                plain[to++] = (byte) image.form().filter();
                x = 0;
            }
            int n = Math.min(length - to, rowOctets - x);
            image.octets(x, y, n, plain, to);
            to += n;
        }
        return plain;
    }

    /** The Adler-32 of two parts, one after the other, from those of the parts (RFC 1950, 8.2). */
    static int joined(int first, int second, long secondLength) {
        long sum = first & LOW_HALF;
        long low = (sum + (second & LOW_HALF) + ADLER_BASE - 1) % ADLER_BASE;
        long before = secondLength % ADLER_BASE * (sum + ADLER_BASE - 1) % ADLER_BASE;
        long high = ((first >>> Short.SIZE) + (second >>> Short.SIZE) + before) % ADLER_BASE;
        return (int) (high << Short.SIZE | low);
    }
}
