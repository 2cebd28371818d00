package org.mandelspark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mandelspark.files.InputFile;
import org.mandelspark.grid.View;
import org.mandelspark.grid.ViewFormat;

/** The views that {@code --view} knows by name (conf/views, which the build puts in the jar), and those in files. */
final class Views {
    private static final String FOLDER = "/views/";
    private static final String EXTENSION = ".properties";

    private Views() {}

    /**
     * The view of a name, or of a file if this is a path: it has a slash or ends with {@code .properties}.
     *
     * @throws IllegalArgumentException that lists the known views, or says what is wrong with the file
     */
    static View find(String nameOrPath) {
        if (nameOrPath.contains("/") || nameOrPath.endsWith(EXTENSION)) {
            String file = nameOrPath.substring(nameOrPath.lastIndexOf('/') + 1);
            String name = file.endsWith(EXTENSION) ? file.substring(0, file.length() - EXTENSION.length()) : file;
            return ViewFormat.parse(name.isBlank() ? nameOrPath : name, InputFile.text(nameOrPath));
        }
        try (InputStream in = Views.class.getResourceAsStream(FOLDER + nameOrPath + EXTENSION)) {
            if (in == null) {
                throw new IllegalArgumentException("unknown view '" + nameOrPath + "', known are "
                        + String.join(", ", names()) + "; a path to a view file works too");
            }
            return ViewFormat.parse(nameOrPath, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }

    /** The known names, sorted. */
    static List<String> names() {
        URL folder = Views.class.getResource(FOLDER);
        if (folder == null) {
            return List.of();
        }
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the named views cannot be listed", e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(EXTENSION))
                    .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        }
    }
}
