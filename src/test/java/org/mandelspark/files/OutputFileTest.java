package org.mandelspark.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandelspark.files.OutputFile.Existing;

/** Files of this machine, and the same files through Hadoop, which is the code that HDFS takes. */
class OutputFileTest {

    private static final String DEFAULT_FILE_SYSTEM = "spark.hadoop.fs.defaultFS";
    private static final String MOUNT = "spark.hadoop.fs.viewfs.mounttable.test.link./data";

    /** How the path is given. */
    enum Way {
        PLAIN,
        FILE_URI,
        HADOOP
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void knowFaultyDisks() {
        System.setProperty(FaultyFileSystem.SETTING, FaultyFileSystem.class.getName());
    }

    @AfterEach
    void forgetHadoop() {
        System.clearProperty(MOUNT);
        System.clearProperty(DEFAULT_FILE_SYSTEM);
        System.clearProperty(FaultyFileSystem.SETTING);
    }

    @ParameterizedTest
    @EnumSource
    void aFileAppearsWithItsParentsAndNothingElse(Way way) throws IOException {
        OutputFile file = file(way, "a/b/result.txt", Existing.KEEP);
        file.requireWritable();
        assertThat(names("a/b")).isEmpty();
        file.write(out -> out.write("hello".getBytes(UTF_8)));
        assertThat(folder.resolve("a/b/result.txt")).hasContent("hello");
        assertThat(names("a/b").filter(name -> !name.endsWith(".crc"))).containsExactly("result.txt");
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsLeavesNothingAndKeepsWhatWasThere(Way way) throws IOException {
        Files.writeString(folder.resolve("old.txt"), "old");
        OutputFile file = file(way, "old.txt", Existing.REPLACE);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> file.write(out -> {
                    out.write(1);
                    throw new IOException("No space left on device");
                }))
                .withMessageContaining("old.txt: No space left on device");
        assertThat(names(".").filter(name -> !name.endsWith(".crc"))).containsExactly("old.txt");
        assertThat(folder.resolve("old.txt")).hasContent("old");
    }

    @ParameterizedTest
    @EnumSource
    void anExistingFileIsReplacedOnlyOnDemand(Way way) throws IOException {
        Files.writeString(folder.resolve("old.txt"), "old");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file(way, "old.txt", Existing.KEEP).requireWritable())
                .withMessageContaining("already there")
                .withMessageContaining("--force");
        OutputFile file = file(way, "old.txt", Existing.REPLACE);
        file.requireWritable();
        file.write(out -> out.write("new".getBytes(UTF_8)));
        assertThat(folder.resolve("old.txt")).hasContent("new");
    }

    @ParameterizedTest
    @EnumSource
    void aLinkThatPointsNowhereIsKept(Way way) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("nowhere"));
        OutputFile kept = file(way, "link.txt", Existing.KEEP);
        assertThatIllegalArgumentException()
                .isThrownBy(kept::requireWritable)
                .withMessageContaining("link.txt is a link that points nowhere; --force replaces it");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> kept.write(out -> out.write(1)));
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    /** Of Hadoop's own file systems those that have links do not replace them: the file is then not written. */
    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "FILE_URI"})
    void aLinkThatPointsNowhereIsReplacedOnDemand(Way way) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("nowhere"));
        OutputFile replaced = file(way, "link.txt", Existing.REPLACE);
        replaced.requireWritable();
        replaced.write(out -> out.write("new".getBytes(UTF_8)));
        assertThat(link).isRegularFile().hasContent("new");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "FILE_URI"})
    void aLinkThatPointsNowhereInPlaceOfAFolderIsNamed(Way way) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("study"), Path.of("nowhere"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file(way, "study/runs.json", Existing.REPLACE).requireWritable())
                .withMessageContaining(link + " is a link that points nowhere");
    }

    @ParameterizedTest
    @EnumSource
    void aFolderIsLockedForOneAtATime(Way way) throws IOException {
        String study = path(way, "a/study");
        try (Closeable first = StudyFolder.lock(study)) {
            assertThat(first).isNotNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StudyFolder.lock(study))
                    .withMessageStartingWith("another process is writing there")
                    .withMessageContaining(way == Way.HADOOP ? "remove " + study + "/.lock" : "another folder");
        }
        StudyFolder.lock(study).close();
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatCameIntoBeingMeanwhileIsKept(Way way) throws IOException {
        OutputFile file = file(way, "late.txt", Existing.KEEP);
        file.requireWritable();
        Files.writeString(folder.resolve("late.txt"), "theirs");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> file.write(out -> out.write(1)));
        assertThat(folder.resolve("late.txt")).hasContent("theirs");
    }

    @ParameterizedTest
    @EnumSource
    void aFolderOrAFileInPlaceOfAFolderIsRefused(Way way) throws IOException {
        Files.createDirectory(folder.resolve("taken"));
        Files.writeString(folder.resolve("plain"), "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file(way, "taken", Existing.REPLACE).requireWritable())
                .withMessageContaining("folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file(way, "plain/x.npy", Existing.REPLACE).requireWritable())
                .withMessageContaining("cannot write");
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadBack(Way way) throws IOException {
        Files.writeString(folder.resolve("size.txt"), "zwölf");
        assertThat(InputFile.text(path(way, "size.txt"))).isEqualTo("zwölf");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InputFile.text(path(way, "none.txt")))
                .withMessageContaining("no such file");
    }

    @Test
    void aPathWithoutAHostBelongsToTheDefaultFileSystemOfItsScheme() {
        System.setProperty(DEFAULT_FILE_SYSTEM, "hdfs://nodes:8020");
        OutputFile file = OutputFile.of("hdfs://nodes:8020/a.npy", Existing.KEEP);
        assertThat(file.sameAs(OutputFile.of("hdfs:///a.npy", Existing.KEEP))).isTrue();
        assertThat(file.sameAs(OutputFile.of("/a.npy", Existing.KEEP))).isTrue();
        assertThat(file.sameAs(OutputFile.of("hdfs://others/a.npy", Existing.KEEP)))
                .isFalse();
        assertThat(file.sameAs(OutputFile.of("webhdfs:///a.npy", Existing.KEEP)))
                .isFalse();
        assertThat(file.sameAs(OutputFile.of("file:///a.npy", Existing.KEEP))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theSameFileIsKnownByOtherNames(Way way) {
        OutputFile file = file(way, "a.png", Existing.KEEP);
        assertThat(file.sameAs(file(way, "a.png", Existing.KEEP))).isTrue();
        assertThat(file.sameAs(file(way, "b.png", Existing.KEEP))).isFalse();
        assertThat(file(Way.PLAIN, "a.png", Existing.KEEP).sameAs(file(Way.FILE_URI, "x/../a.png", Existing.KEEP)))
                .isTrue();
    }

    @Test
    void aFullDiskIsSaidInOneLineAndKeepsWhatWasThere() throws IOException {
        Files.writeString(folder.resolve("old.npy"), "old");
        String name = FaultyFileSystem.SCHEME + "://full" + folder.resolve("old.npy");
        OutputFile file = OutputFile.of(name, Existing.REPLACE);
        file.requireWritable();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> file.write(out -> out.write(new byte[1 << 20])))
                .withMessage("cannot write " + name + ": No space left on device");
        assertThat(names(".")).containsExactly("old.npy");
        assertThat(folder.resolve("old.npy")).hasContent("old");
    }

    @Test
    void aDiskThatLetsNobodyWriteIsRefusedInOneLineBeforeTheWork() throws IOException {
        String name = FaultyFileSystem.SCHEME + "://closed" + folder.resolve("new.npy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutputFile.of(name, Existing.KEEP).requireWritable())
                .withMessage("cannot write " + name + ": Permission denied: user=mouse, access=WRITE, inode=\"/\"");
        assertThat(names(".")).isEmpty();
    }

    private OutputFile file(Way way, String name, Existing existing) {
        return OutputFile.of(path(way, name), existing);
    }

    private String path(Way way, String name) {
        return switch (way) {
            case PLAIN -> folder.resolve(name).toString();
            case FILE_URI -> "file://" + folder.resolve(name);
            case HADOOP -> {
                // The root of a view file system is this folder: a scheme that is not file:, without a cluster.
                System.setProperty(MOUNT, folder.toUri().toString());
                yield "viewfs://test/data/" + name;
            }
        };
    }

    private Stream<String> names(String inside) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(inside))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
