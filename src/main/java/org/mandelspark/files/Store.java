package org.mandelspark.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One file in the place where it lives; equal stores are the same file. */
sealed interface Store permits LocalStore, HadoopStore {
    /**
     * Refuses what cannot become a file.
     *
     * @throws IOException if there is a folder of this name
     */
    void requireNoFolder() throws IOException;

    boolean exists() throws IOException;

    /** True if something has this name, even a link that points nowhere. */
    boolean isTaken() throws IOException;

    /**
     * Makes this file stand for a right that one process at a time has: until what is returned is closed, or the process
     * ends.
     *
     * @throws IOException if another process has it
     */
    Closeable lock() throws IOException;

    /** Makes missing parent folders, creates a file next to this one and removes it. */
    void tryOut() throws IOException;

    /** Writes a file next to this one, which then takes its name; what fails leaves nothing behind. */
    void write(OutputFile.Existing existing, OutputFile.Content content) throws IOException;

    /** Writes this file under its final name, over one that is there; makes missing parent folders. */
    void put(byte[] content) throws IOException;

    /** True if nothing has this name, or it is a folder with nothing in it but a lock. */
    boolean isEmptyFolder() throws IOException;

    /** True if the other one has the same path, or one in this folder. */
    boolean contains(Store other);

    /** Removes this file, or this folder with all that is in it. */
    void delete() throws IOException;

    InputStream open() throws IOException;

    /** True if this is a folder; throws IOException if nothing has this name. */
    boolean isFolder() throws IOException;

    /** What this folder holds, by name. */
    List<InputFolder.Entry> entries() throws IOException;

    /** A file in this folder, by its path within it, with slashes. */
    Store child(String name);

    /**
     * The store to which a path leads. Files of this machine are read and written without Hadoop, whose local file
     * system would leave checksum files behind and costs half a second to start.
     */
    static Store of(String path) {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a file needs a path");
        }
        if (path.startsWith("file:")) {
            return new LocalStore(Path.of(path.substring("file:".length()).replaceFirst("^/+", "/")));
        }
        boolean hasScheme = path.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
        return hasScheme || HadoopStore.isDefault() ? new HadoopStore(path) : new LocalStore(Path.of(path));
    }

    /** A name, other than the final one, that nobody else uses and that tools take for a hidden, unfinished file. */
    static String asideName(String fileName) {
        return "." + fileName + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part";
    }

    /** Reason why an operation failed, in one line; the exceptions of java.nio often hold only the path. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException || e instanceof java.io.FileNotFoundException) {
            return "no such file or folder";
        }
        if (e instanceof UnknownHostException) {
            return "unknown host " + e.getMessage();
        }
        if (e instanceof FileSystemException nio && nio.getReason() != null) {
            return nio.getReason();
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
