package org.mandelspark.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files that paths lead to: a path is a file, a folder, which stands for all files below it, or a pattern.
 *
 * <p>A path that is there is taken as it is, whatever its characters; only one that is not is taken for a pattern, as of
 * {@link FileSystem#globStatus(Path)}. Names that begin with a dot or an underscore are left out, as everywhere in
 * Hadoop. A file counts once, however many paths lead to it.
 */
public final class Documents {
    /** What a pattern may contain beside names. */
    private static final Pattern PATTERN_CHARACTER = Pattern.compile("[\\\\*?\\[\\]{}]");

    private final List<String> patterns;
    private final List<String> names;
    private final long bytes;

    private Documents(List<String> patterns, List<String> names, long bytes) {
        this.patterns = List.copyOf(patterns);
        this.names = List.copyOf(names);
        this.bytes = bytes;
    }

    /**
     * Finds the files, in the order of the paths.
     *
     * @throws IllegalArgumentException if a path leads nowhere or all of them to no file, with the reason for people
     */
    public static Documents find(List<String> paths) {
        Configuration settings = HadoopSettings.current();
        Set<String> patterns = new LinkedHashSet<>();
        for (String path : paths) {
            patterns.add(pattern(path, settings));
        }
        List<String> names = new ArrayList<>();
        long bytes = 0;
        try {
            for (FileStatus file : DocumentLines.list(settings, patterns)) {
                names.add(file.getPath().toString());
                bytes += file.getLen();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the documents: " + Store.reason(e), e);
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "no documents in " + String.join(", ", paths) + " (names that begin with . or _ are left out)");
        }
        return new Documents(new ArrayList<>(patterns), names, bytes);
    }

    /** Their full paths, each once. */
    public List<String> names() {
        return names;
    }

    /** Their sizes together, compressed ones as they are stored. */
    public long bytes() {
        return bytes;
    }

    /** What finds them again. */
    List<String> patterns() {
        return patterns;
    }

    private static String pattern(String path, Configuration settings) {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a document needs a path");
        }
        try {
            Path literal = new Path(path);
            FileSystem files = literal.getFileSystem(settings);
            if (files.exists(literal)) {
                requireReadable(literal, files);
                return PATTERN_CHARACTER.matcher(literal.toString()).replaceAll("\\\\$0");
            }
            FileStatus[] matches = files.globStatus(literal);
            if (matches == null || matches.length == 0) {
                throw new IllegalArgumentException(path + ": no such file or folder");
            }
            return literal.toString();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + Store.reason(e), e);
        } catch (IllegalArgumentException e) {
            // Hadoop's own speak of URIs and do not always name the path.
            throw e.getMessage().contains(path) ? e : new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    private static void requireReadable(Path path, FileSystem files) throws IOException {
        if (path.getName().startsWith(".") || path.getName().startsWith("_")) {
            throw new IllegalArgumentException(
                    path + " is hidden: Hadoop leaves out names that begin with . or _; give it another name");
        }
        if (files.getFileStatus(path).isFile()) {
            files.open(path).close();
        }
    }
}
