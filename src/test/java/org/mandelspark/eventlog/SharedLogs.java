package org.mandelspark.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mandelspark.files.Compression;

/** Logs of real applications among the test resources; MANIFEST.tsv says where they come from. */
public final class SharedLogs {
    public static final Path FOLDER = Path.of("src", "test", "resources", "eventlogs");

    private SharedLogs() {}

    /** Paths of all of them: files, and folders of rolled ones. */
    public static List<Path> all() {
        try (Stream<Path> logs = Files.list(FOLDER)) {
            return logs.filter(log -> !log.endsWith("MANIFEST.tsv")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path log(String name) {
        return FOLDER.resolve(name);
    }

    /** The lines of a log as Spark wrote them before compression. */
    public static byte[] plain(String name) throws IOException {
        try (InputStream in = Compression.decoded(Files.newInputStream(log(name)))) {
            return in.readAllBytes();
        }
    }
}
