package org.mandelspark.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of this machine.
 *
 * @param file absolute and without detours
 */
record LocalStore(Path file) implements Store {
    LocalStore {
        file = file.toAbsolutePath().normalize();
    }

    @Override
    public void requireNoFolder() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public void tryOut() throws IOException {
        createParents();
        Files.delete(Files.createFile(aside()));
    }

    @Override
    public void write(OutputFile.Existing existing, OutputFile.Content content) throws IOException {
        createParents();
        Path aside = aside();
        aside.toFile().deleteOnExit();
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
                content.writeTo(out);
            }
            if (existing == OutputFile.Existing.KEEP && exists()) {
                throw new IOException("another process has made it meanwhile; --force replaces it");
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    @Override
    public InputStream open() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        return Files.newInputStream(file);
    }

    private Path aside() {
        return file.resolveSibling(Store.asideName(String.valueOf(file.getFileName())));
    }

    private void createParents() throws IOException {
        Path parent = file.getParent();
        for (Path folder = parent; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new IOException(folder + " is a file, not a folder");
            }
        }
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }
}
