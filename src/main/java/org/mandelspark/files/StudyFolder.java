package org.mandelspark.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a study, together in one folder on this machine or on any Hadoop file system. */
public final class StudyFolder {
    /** The file that keeps other processes away. */
    static final String LOCK = ".lock";

    private final String path;
    private final Map<String, OutputFile> files = new LinkedHashMap<>();

    /**
     * A folder that may not be there yet.
     *
     * @param path of the folder, as for {@link OutputFile#of}
     * @param names of the files that will be written
     * @param existing what becomes of files of these names that are already there; others are left alone
     * @throws IllegalArgumentException if this is not a path
     */
    public StudyFolder(String path, List<String> names, OutputFile.Existing existing) {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a folder needs a path");
        }
        this.path = path;
        names.forEach(name -> files.put(name, OutputFile.of(file(path, name), existing)));
    }

    /** The path of a file in a folder. */
    public static String file(String folder, String name) {
        return (folder.endsWith("/") ? folder : folder + "/") + name;
    }

    /**
     * Keeps other processes from the folder until what is returned is closed, or the process ends: each of them would
     * replace the runs of the other. A process that is killed leaves nothing in the way on this machine; on other file
     * systems it leaves a file {@value #LOCK}, which the message of the next one says how to remove.
     *
     * @param path of the folder, as for {@link OutputFile#of}; made if it is missing
     * @throws IllegalArgumentException if another process has it, or if it cannot be had, with the reason for people
     */
    public static Closeable lock(String path) {
        try {
            return Store.of(file(path, LOCK)).lock();
        } catch (IOException e) {
            throw new IllegalArgumentException(Store.reason(e), e);
        }
    }

    /**
     * Finds out before the work starts whether every file can be written.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void requireWritable() {
        files.values().forEach(OutputFile::requireWritable);
    }

    /**
     * Writes one of the files, again if it was written through this folder before; if that fails, nothing of it is
     * left or it is as it was.
     *
     * @throws IOException with the file's name and the reason in one line
     */
    public void write(String name, OutputFile.Content content) throws IOException {
        OutputFile file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException(name + " was not announced, only " + files.keySet());
        }
        file.write(content);
        files.put(name, OutputFile.of(file(path, name), OutputFile.Existing.REPLACE));
    }
}
