package org.mandelspark.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/**
 * A folder whose files are written under their final names, each as one object, because object stores have no rename.
 * Who needs to know that a file is whole keeps its checksum in another one that is written later.
 *
 * <p>It finds out once for each process, and for each task that it is sent to, how to reach its file system.
 */
public final class ObjectFolder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String path;
    private transient Store root;

    /**
     * A folder that may not be there yet.
     *
     * @param path of it, as for {@link OutputFile#of}
     */
    public ObjectFolder(String path) {
        this.path = path;
    }

    /** The path of the folder. */
    public String path() {
        return path;
    }

    /** True if both are the same folder, or one is in the other. */
    public boolean overlaps(ObjectFolder other) {
        return root().contains(other.root()) || other.root().contains(root());
    }

    /** The path of a file. */
    public String file(String name) {
        return StudyFolder.file(path, name);
    }

    /**
     * Writes a file, over one that is there; folders that are missing are made.
     *
     * @param name its path within the folder, with slashes
     * @throws IOException with its path and the reason in one line
     */
    public void write(String name, byte[] content) throws IOException {
        try {
            root().child(name).put(content);
        } catch (IOException e) {
            throw new IOException("cannot write " + file(name) + ": " + Store.reason(e), e);
        }
    }

    /**
     * The content of a file.
     *
     * @throws IOException with its path and the reason in one line
     */
    public byte[] read(String name) throws IOException {
        try (InputStream in = root().child(name).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IOException("cannot read " + file(name) + ": " + Store.reason(e), e);
        }
    }

    /** True if the folder is not there or has nothing in it. */
    public boolean isEmpty() throws IOException {
        try {
            return root().isEmptyFolder();
        } catch (IOException e) {
            throw new IOException("cannot write there: " + Store.reason(e), e);
        }
    }

    /** Removes a file, or a folder with all that is in it; nothing if it is not there. */
    public void delete(String name) throws IOException {
        try {
            root().child(name).delete();
        } catch (IOException e) {
            throw new IOException("cannot remove " + file(name) + ": " + Store.reason(e), e);
        }
    }

    /** True if there is such a file. */
    public boolean has(String name) throws IOException {
        return root().child(name).exists();
    }

    private synchronized Store root() {
        if (root == null) {
            root = Store.of(path);
        }
        return root;
    }
}
