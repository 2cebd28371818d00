package org.mandelspark.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Files that are counted and not kept, under the scheme {@value #SCHEME}: whoever reads a tile gets the first one that was
 * written, and everything else is not there.
 */
public final class NullFileSystem extends DelegateToFileSystem {
    /** How paths of this file system begin. */
    public static final String SCHEME = "null";

    /** Where Spark's settings name this class. */
    public static final String SETTING = "spark.hadoop.fs.AbstractFileSystem." + SCHEME + ".impl";

    private static final URI ROOT = URI.create(SCHEME + "://store/");
    private static final AtomicLong TILES = new AtomicLong();
    private static final AtomicReference<byte[]> FIRST = new AtomicReference<>();
    private static final AtomicReference<LongConsumer> LISTENER = new AtomicReference<>(tiles -> {});

    /** Called by Hadoop. */
    public NullFileSystem(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        super(ROOT, new Nothing(), configuration, SCHEME, false);
    }

    /** Has somebody told, before each tile is written, how many there were before it. */
    public static void listen(LongConsumer listener) {
        LISTENER.set(listener);
    }

    @Override
    public int getUriDefaultPort() {
        return -1;
    }

    private static final class Nothing extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return ROOT;
        }

        @Override
        protected void checkPath(Path path) {}

        @Override
        public FSDataOutputStream create(
                Path file,
                FsPermission permission,
                boolean overwrite,
                int bufferSize,
                short replication,
                long blockSize,
                Progressable progress)
                throws IOException {
            if (!file.getName().endsWith(".png")) {
                return new FSDataOutputStream(new ByteArrayOutputStream(), null);
            }
            LISTENER.get().accept(TILES.getAndIncrement());
            return new FSDataOutputStream(
                    new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            FIRST.compareAndSet(null, toByteArray());
                        }
                    },
                    null);
        }

        @Override
        public FSDataInputStream open(Path file, int bufferSize) throws IOException {
            if (!file.getName().endsWith(".png")) {
                throw new FileNotFoundException(file.toString());
            }
            return new FSDataInputStream(new Bytes(FIRST.get()));
        }

        @Override
        public FileStatus getFileStatus(Path file) throws IOException {
            throw new FileNotFoundException(file.toString());
        }

        @Override
        public FileStatus getFileLinkStatus(Path file) throws IOException {
            return getFileStatus(file);
        }

        @Override
        public boolean delete(Path file, boolean isRecursive) {
            return false;
        }
    }

    private static final class Bytes extends FSInputStream {
        private final int length;
        private final ByteArrayInputStream content;

        Bytes(byte[] content) {
            this.length = content.length;
            this.content = new ByteArrayInputStream(content);
        }

        @Override
        public int read() {
            return content.read();
        }

        @Override
        public int read(byte[] into, int from, int n) {
            return content.read(into, from, n);
        }

        @Override
        public void seek(long position) {
            content.reset();
            content.skip(position);
        }

        @Override
        public long getPos() {
            return (long) length - content.available();
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }
    }
}
