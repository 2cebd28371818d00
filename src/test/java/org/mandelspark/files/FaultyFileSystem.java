package org.mandelspark.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.Progressable;

/**
 * Files of this machine behind Hadoop's interface, under the scheme {@value #SCHEME}, whose authority says what is wrong
 * with the disk: {@code full} takes {@value #CAPACITY} bytes of a file, {@code closed} lets nobody write.
 */
public final class FaultyFileSystem extends DelegateToFileSystem {
    /** How paths of this file system begin. */
    public static final String SCHEME = "faulty";

    /** Where Spark's settings name this class. */
    public static final String SETTING = "spark.hadoop.fs.AbstractFileSystem." + SCHEME + ".impl";

    private static final int CAPACITY = 10_000;

    /** Called by Hadoop. */
    public FaultyFileSystem(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        super(uri, new Disk(uri), configuration, SCHEME, false);
    }

    @Override
    public int getUriDefaultPort() {
        return -1;
    }

    private static final class Disk extends RawLocalFileSystem {
        private final URI uri;

        Disk(URI uri) {
            this.uri = uri;
        }

        @Override
        public URI getUri() {
            return uri == null ? super.getUri() : uri;
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
            if (uri.getHost().equals("closed")) {
                throw new AccessControlException(
                        "Permission denied: user=mouse, access=WRITE, inode=\"/\"\n\tat the name node");
            }
            OutputStream disk = super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
            return new FSDataOutputStream(new Bounded(disk), null);
        }
    }

    private static final class Bounded extends FilterOutputStream {
        private long free = CAPACITY;

        Bounded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int fits = (int) Math.min(free, length);
            out.write(bytes, offset, fits);
            free -= fits;
            if (fits < length) {
                throw new IOException("No space left on device");
            }
        }
    }
}
