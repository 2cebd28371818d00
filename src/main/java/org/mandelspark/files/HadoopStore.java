package org.mandelspark.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** A file of a Hadoop file system; those of a folder share the way to it, which takes Hadoop some milliseconds to find. */
final class HadoopStore implements Store {
    private static final String DEFAULT_FILE_SYSTEM = "fs.defaultFS";

    private final Path file;
    private final Way way;

    /** The file of a path as Hadoop knows it; throws IllegalArgumentException if it is none. */
    HadoopStore(String path) {
        Configuration settings = HadoopSettings.current();
        this.file = withHost(new Path(path), settings);
        this.way = new Way(file, settings);
    }

    private HadoopStore(Path file, Way way) {
        this.file = file;
        this.way = way;
    }

    /** Access to the file system of some files, opened on first use. */
    private static final class Way {
        private final Path file;
        private final Configuration settings;
        private FileContext context;

        Way(Path file, Configuration settings) {
            this.file = file;
            this.settings = settings;
        }

        synchronized FileContext context() throws IOException {
            if (context == null) {
                context = file.isUriPathAbsolute() && file.toUri().getScheme() != null
                        ? FileContext.getFileContext(file.toUri(), settings)
                        : FileContext.getFileContext(settings);
            }
            return context;
        }
    }

    @Override
    public Store child(String name) {
        return new HadoopStore(new Path(file, name), way);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HadoopStore store && file.equals(store.file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    /**
     * Adds the default host: as everywhere in Hadoop, a path that names no host, such as {@code hdfs:///a} or
     * {@code /a}, belongs to the default file system if that has the path's scheme. A {@link FileContext} does not know
     * this.
     */
    private static Path withHost(Path path, Configuration settings) {
        URI given = path.toUri();
        URI standard = FileSystem.getDefaultUri(settings);
        boolean isStandard = given.getScheme() == null || given.getScheme().equalsIgnoreCase(standard.getScheme());
        return isStandard && given.getAuthority() == null && path.isUriPathAbsolute()
                ? path.makeQualified(standard, path)
                : path;
    }

    /** True if paths without a scheme belong to Hadoop; asked without loading Hadoop where it is not configured. */
    static boolean isDefault() {
        boolean configured = System.getProperty(HadoopSettings.SPARK_PREFIX + DEFAULT_FILE_SYSTEM) != null
                || HadoopStore.class.getClassLoader().getResource("core-site.xml") != null;
        return configured
                && !HadoopSettings.current()
                        .get(DEFAULT_FILE_SYSTEM, "file:///")
                        .startsWith("file:");
    }

    @Override
    public void requireNoFolder() throws IOException {
        if (status().filter(FileStatus::isDirectory).isPresent()) {
            throw new IOException("it is a folder");
        }
    }

    @Override
    public boolean exists() throws IOException {
        return status().isPresent();
    }

    @Override
    public boolean isTaken() throws IOException {
        try {
            context().getFileLinkStatus(file);
            return true;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** A file that is there as long as the right is taken; a process that is killed leaves it. */
    @Override
    public Closeable lock() throws IOException {
        try {
            create(file).close();
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "another process is writing there, or was killed while it did; if none is, remove " + file, e);
        }
        return () -> context().delete(file, false);
    }

    @Override
    public void tryOut() throws IOException {
        Path aside = aside();
        create(aside).close();
        context().delete(aside, false);
    }

    @Override
    public void write(OutputFile.Existing existing, OutputFile.Content content) throws IOException {
        Path aside = aside();
        context().deleteOnExit(aside);
        try {
            try (OutputStream out = new BufferedOutputStream(create(aside))) {
                content.writeTo(out);
            }
            context()
                    .rename(
                            aside,
                            file,
                            existing == OutputFile.Existing.REPLACE ? Options.Rename.OVERWRITE : Options.Rename.NONE);
        } finally {
            context().delete(aside, false);
        }
    }

    @Override
    public void put(byte[] content) throws IOException {
        try (OutputStream out = context()
                .create(file, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE), Options.CreateOpts.createParent())) {
            out.write(content);
        }
    }

    @Override
    public boolean isEmptyFolder() throws IOException {
        if (!isTaken()) {
            return true;
        }
        RemoteIterator<FileStatus> content = context().listStatus(file);
        while (content.hasNext()) {
            if (!content.next().getPath().getName().equals(StudyFolder.LOCK)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean contains(Store other) {
        return other instanceof HadoopStore store && (store.file + "/").startsWith(file + "/");
    }

    @Override
    public void delete() throws IOException {
        context().delete(file, true);
    }

    @Override
    public InputStream open() throws IOException {
        return context().open(file);
    }

    @Override
    public boolean isFolder() throws IOException {
        return context().getFileStatus(file).isDirectory();
    }

    @Override
    public List<InputFolder.Entry> entries() throws IOException {
        List<InputFolder.Entry> entries = new ArrayList<>();
        RemoteIterator<FileStatus> content = context().listStatus(file);
        while (content.hasNext()) {
            FileStatus child = content.next();
            entries.add(new InputFolder.Entry(child.getPath().getName(), child.isDirectory()));
        }
        entries.sort(Comparator.comparing(InputFolder.Entry::name));
        return entries;
    }

    private OutputStream create(Path path) throws IOException {
        return context().create(path, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent());
    }

    private Optional<FileStatus> status() throws IOException {
        try {
            return Optional.of(context().getFileStatus(file));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private FileContext context() throws IOException {
        return way.context();
    }

    private Path aside() {
        return new Path(file.getParent(), Store.asideName(file.getName()));
    }
}
