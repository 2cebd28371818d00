package org.mandelspark.files;

import com.github.luben.zstd.ZstdInputStream;
import com.ning.compress.lzf.LZFInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4BlockInputStream;
import org.xerial.snappy.SnappyInputStream;

/**
 * Compressions in which Spark and Hadoop write text, recognised by the first bytes of a file: names lie, and files are
 * renamed. All come with Spark.
 */
public enum Compression {
    /** As it is. */
    NONE {
        @Override
        InputStream open(InputStream in) {
            return in;
        }
    },
    /** Zstandard (RFC 8878), any number of frames, the last of which may be open. */
    ZSTD(0x28, 0xB5, 0x2F, 0xFD) {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new ZstdInputStream(in).setContinuous(true);
        }
    },
    /** The framing of lz4-java, which the command {@code lz4} cannot read. */
    LZ4('L', 'Z', '4', 'B', 'l', 'o', 'c', 'k') {
        @Override
        @SuppressWarnings("deprecation") // Its successor is missing from the lz4-java of Spark 3.5.
        InputStream open(InputStream in) {
            return new LZ4BlockInputStream(in, false);
        }
    },
    /** The framing of snappy-java. */
    SNAPPY(0x82, 'S', 'N', 'A', 'P', 'P', 'Y') {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new SnappyInputStream(in);
        }
    },
    /** LZF in chunks. */
    LZF('Z', 'V') {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new LZFInputStream(in);
        }
    },
    /** Gzip (RFC 1952), any number of members. */
    GZIP(0x1F, 0x8B) {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new GZIPInputStream(in, BUFFER);
        }
    };

    private static final int LONGEST_MAGIC = 8;
    private static final int BUFFER = 1 << 16;

    /** The first bytes, each as a character of Latin-1. */
    private final String magic;

    Compression(int... magic) {
        this.magic = new String(magic, 0, magic.length);
    }

    abstract InputStream open(InputStream in) throws IOException;

    /**
     * The content of a stream, whatever its compression. Broken content is an {@link IOException} where it is read, of
     * whatever kind the decoder itself would throw.
     *
     * @param compressed closed with the stream that is returned
     */
    public static InputStream decoded(InputStream compressed) throws IOException {
        BufferedInputStream in = new BufferedInputStream(compressed, BUFFER);
        in.mark(LONGEST_MAGIC);
        byte[] first = in.readNBytes(LONGEST_MAGIC);
        in.reset();
        try {
            return new Decoded(of(first).open(in));
        } catch (EOFException e) {
            // Cut before the end of its header.
            return in;
        }
    }

    private static Compression of(byte[] first) {
        String start = new String(first, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(compression -> compression != NONE && start.startsWith(compression.magic))
                .findFirst()
                .orElse(NONE);
    }

    /** Decoders of a stranger's bytes may fail in any way; what reads them hears of one. */
    private static final class Decoded extends FilterInputStream {
        Decoded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (RuntimeException e) {
                throw new IOException("its compression is broken: " + e.getMessage(), e);
            }
        }
    }
}
