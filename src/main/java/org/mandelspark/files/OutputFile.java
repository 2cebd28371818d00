package org.mandelspark.files;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file to be written, on this machine or on any Hadoop file system; it appears under its name whole or not at all.
 *
 * <p>What is written goes first to a file next to it, which takes the name when it is complete.
 */
public final class OutputFile {
    /** Choice whether a file that is already there may be replaced. */
    public enum Existing {
        KEEP,
        REPLACE
    }

    /** Writer of the content of the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final String name;
    private final Existing existing;
    private final Store store;

    private OutputFile(String name, Existing existing, Store store) {
        this.name = name;
        this.existing = existing;
        this.store = store;
    }

    /**
     * The file that a path names: one of this machine, or of a Hadoop file system if the path has another scheme than
     * {@code file:} or the Hadoop configuration says that paths without a scheme belong to one.
     *
     * @param existing what becomes of a file of that name that is already there
     * @throws IllegalArgumentException if this is not a path
     */
    public static OutputFile of(String path, Existing existing) {
        return new OutputFile(path, existing, Store.of(path));
    }

    /**
     * True if a path leads to another file for each process that works in another folder.
     *
     * @throws IllegalArgumentException if this is not a path
     */
    public static boolean dependsOnFolder(String path) {
        return Store.of(path) instanceof LocalStore && !path.startsWith("/") && !path.startsWith("file:/");
    }

    /** The path as it was given. */
    public String name() {
        return name;
    }

    /** True if both paths lead to the same file. */
    public boolean sameAs(OutputFile other) {
        return store.equals(other.store);
    }

    /**
     * Finds out before the work starts whether the file can be written: makes missing parent folders, and tries.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void requireWritable() {
        try {
            store.requireNoFolder();
            if (existing == Existing.KEEP && store.isTaken()) {
                throw new IllegalArgumentException(name
                        + (store.exists() ? " is already there" : " is a link that points nowhere")
                        + "; --force replaces it");
            }
            store.tryOut();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write " + name + ": " + Store.reason(e), e);
        }
    }

    /**
     * Writes the file; if that fails, nothing of it is left.
     *
     * @throws IOException with the file's name and the reason in one line
     */
    public void write(Content content) throws IOException {
        try {
            store.write(existing, content);
        } catch (IOException e) {
            throw new IOException("cannot write " + name + ": " + Store.reason(e), e);
        }
    }
}
