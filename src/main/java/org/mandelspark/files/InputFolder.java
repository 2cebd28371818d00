package org.mandelspark.files;

import java.io.IOException;
import java.util.List;

/** A folder to be read, on this machine or on any Hadoop file system. */
public final class InputFolder {
    private InputFolder() {}

    /**
     * Something in a folder.
     *
     * @param name within the folder
     * @param isFolder true for a folder, false for a file
     */
    public record Entry(String name, boolean isFolder) {}

    /**
     * True if there is a folder of this path.
     *
     * @param path as for {@link OutputFile#of}
     * @throws IllegalArgumentException if nothing is there or that cannot be found out, with the reason for people
     */
    public static boolean isFolder(String path) {
        try {
            return Store.of(path).isFolder();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + Store.reason(e), e);
        }
    }

    /**
     * Everything in a folder, by name.
     *
     * @param path as for {@link OutputFile#of}
     * @throws IllegalArgumentException if it cannot be read, with the reason for people
     */
    public static List<Entry> entries(String path) {
        try {
            return Store.of(path).entries();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + Store.reason(e), e);
        }
    }
}
