package org.mandelspark.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
    public Store child(String name) {
        return new LocalStore(file.resolve(name));
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public boolean isTaken() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The file stays, empty: who removed it could remove one that another process has just locked. */
    @Override
    public Closeable lock() throws IOException {
        createParents();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This process itself holds the lock, and so is the one that writes there.
        } catch (IOException e) {
            channel.close();
            throw new IOException("its file system cannot lock " + file + ": " + Store.reason(e), e);
        }
        channel.close();
        throw new IOException("another process is writing there; wait until it is done, or name another folder");
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
            if (existing == OutputFile.Existing.KEEP && isTaken()) {
                throw new IOException("another process has made it meanwhile; --force replaces it");
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    @Override
    public void put(byte[] content) throws IOException {
        try {
            Files.write(file, content);
        } catch (NoSuchFileException e) {
            createParents();
            Files.write(file, content);
        }
    }

    @Override
    public boolean isEmptyFolder() throws IOException {
        if (!isTaken()) {
            return true;
        }
        if (!Files.isDirectory(file)) {
            throw new IOException("it is a file, not a folder");
        }
        try (Stream<Path> content = Files.list(file)) {
            return content.allMatch(child -> child.endsWith(StudyFolder.LOCK));
        }
    }

    @Override
    public boolean contains(Store other) {
        return other instanceof LocalStore local && real(local.file).startsWith(real(file));
    }

    /** The path without links, as far as it is there. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.getParent() == null ? path : real(path.getParent()).resolve(path.getFileName());
        }
    }

    @Override
    public void delete() throws IOException {
        if (!isTaken()) {
            return;
        }
        try (Stream<Path> content = Files.walk(file)) {
            for (Path child : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(child);
            }
        }
    }

    @Override
    public InputStream open() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        return Files.newInputStream(file);
    }

    @Override
    public boolean isFolder() throws IOException {
        if (!exists()) {
            throw new NoSuchFileException(file.toString());
        }
        return Files.isDirectory(file);
    }

    @Override
    public List<InputFolder.Entry> entries() throws IOException {
        try (Stream<Path> content = Files.list(file)) {
            return content.map(
                            child -> new InputFolder.Entry(child.getFileName().toString(), Files.isDirectory(child)))
                    .sorted(Comparator.comparing(InputFolder.Entry::name))
                    .toList();
        }
    }

    private Path aside() {
        return file.resolveSibling(Store.asideName(String.valueOf(file.getFileName())));
    }

    private void createParents() throws IOException {
        Path parent = file.getParent();
        for (Path folder = parent; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
                throw new IOException(folder
                        + (Files.exists(folder) ? " is a file, not a folder" : " is a link that points nowhere"));
            }
        }
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }
}
