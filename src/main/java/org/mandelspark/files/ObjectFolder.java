package org.mandelspark.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/**
 * A folder whose files are written under their final names, each as one object, because object stores have no rename.
 * Who needs to know that a file is whole keeps its checksum in another one that is written later.
 *
 * @param path of the folder, as for {@link OutputFile#of}
 */
public record ObjectFolder(String path) implements Serializable {
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
            Store.of(file(name)).put(content);
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
        try (InputStream in = Store.of(file(name)).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IOException("cannot read " + file(name) + ": " + Store.reason(e), e);
        }
    }

    /** True if the folder is not there or has nothing in it. */
    public boolean isEmpty() throws IOException {
        try {
            return Store.of(path).isEmptyFolder();
        } catch (IOException e) {
            throw new IOException("cannot write there: " + Store.reason(e), e);
        }
    }

    /** Removes a file, or a folder with all that is in it; nothing if it is not there. */
    public void delete(String name) throws IOException {
        try {
            Store.of(file(name)).delete();
        } catch (IOException e) {
            throw new IOException("cannot remove " + file(name) + ": " + Store.reason(e), e);
        }
    }

    /** True if there is such a file. */
    public boolean has(String name) throws IOException {
        return Store.of(file(name)).exists();
    }
}
