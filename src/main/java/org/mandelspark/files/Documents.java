package org.mandelspark.files;

import java.io.IOException;
import java.net.UnknownHostException;
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

    /** Of exceptions, as they stand before the message of their cause. */
    private static final Pattern CLASS_NAMES = Pattern.compile("^(?:[a-z]\\w*\\.)+\\w+: ");

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
                requireReadableName(file.getPath());
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
            return resolve(new Path(path), settings);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("cannot read " + path + ": unknown host " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + Store.reason(e), e);
        } catch (RuntimeException e) {
            // Hadoop wraps what is no path, and file systems that are not there, in exceptions without words of their
            // own.
            throw new IllegalArgumentException(
                    "cannot read " + path + ": "
                            + CLASS_NAMES
                                    .matcher(String.valueOf(e.getMessage()))
                                    .replaceFirst(""),
                    e);
        }
    }

    /** The pattern that stands for a path, which leads somewhere. */
    private static String resolve(Path path, Configuration settings) throws IOException {
        FileSystem files = path.getFileSystem(settings);
        if (!files.exists(path)) {
            FileStatus[] matches = files.globStatus(path);
            if (matches == null || matches.length == 0) {
                throw new IOException("no such file or folder");
            }
            return path.toString();
        }
        if (path.getName().startsWith(".") || path.getName().startsWith("_")) {
            throw new IOException("Hadoop leaves out names that begin with . or _");
        }
        if (files.getFileStatus(path).isFile()) {
            // Whether it may be read is known when it is tried.
            files.open(path).close();
        }
        return PATTERN_CHARACTER.matcher(path.toString()).replaceAll("\\\\$0");
    }

    /** Hadoop keeps checksums beside local files under a name that it takes for an address if there is a colon in it. */
    private static void requireReadableName(Path file) {
        if ("file".equals(file.toUri().getScheme()) && file.getName().contains(":")) {
            throw new IllegalArgumentException("cannot read " + file + ": Hadoop reads no local files with a colon");
        }
    }
}
