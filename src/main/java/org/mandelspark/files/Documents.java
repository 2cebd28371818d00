package org.mandelspark.files;

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
 * Text files that paths lead to: a path is a file, a folder, which stands for all files below it, or a pattern.
 *
 * <p>A path that exists is taken literally, whatever its characters; any other is a pattern, as for
 * {@link FileSystem#globStatus(Path)}. Names that begin with a dot or an underscore are left out, as everywhere in
 * Hadoop. A file counts once, however many paths lead to it.
 *
 * @param patterns find the files again
 * @param names full paths of the files, each once
 * @param bytes sum of their sizes, compressed ones as they are stored
 */
public record Documents(List<String> patterns, List<String> names, long bytes) {
    /** Characters that make a pattern of a name. */
    private static final Pattern PATTERN_CHARACTER = Pattern.compile("[\\\\*?\\[\\]{}]");

    /** Names of exceptions, as they stand before the message of their cause. */
    private static final Pattern CLASS_NAMES = Pattern.compile("^(?:[a-z]\\w*\\.)+\\w+: ");

    public Documents {
        patterns = List.copyOf(patterns);
        names = List.copyOf(names);
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
        return new Documents(List.copyOf(patterns), names, bytes);
    }

    private static String pattern(String path, Configuration settings) {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a document needs a path");
        }
        try {
            return resolve(new Path(path), settings);
        } catch (IOException | RuntimeException e) {
            // Hadoop wraps malformed paths and missing file systems in exceptions without words of their own.
            String reason = e instanceof IOException io ? Store.reason(io) : String.valueOf(e.getMessage());
            throw new IllegalArgumentException(
                    "cannot read " + path + ": " + CLASS_NAMES.matcher(reason).replaceFirst(""), e);
        }
    }

    /** Returns a pattern that stands for a path, which leads somewhere. */
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
            // Only an attempt shows whether the file may be read.
            files.open(path).close();
        }
        return PATTERN_CHARACTER.matcher(path.toString()).replaceAll("\\\\$0");
    }

    /** Hadoop keeps checksums next to local files, under names that it takes for addresses if they contain a colon. */
    private static void requireReadableName(Path file) {
        if ("file".equals(file.toUri().getScheme()) && file.getName().contains(":")) {
            throw new IllegalArgumentException("cannot read " + file + ": Hadoop reads no local files with a colon");
        }
    }
}
