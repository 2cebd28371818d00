package org.mandelspark.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of this machine's disk, and the same through Hadoop, which is the code that HDFS takes. */
class ObjectFolderTest {
    private static final String MOUNT = "spark.hadoop.fs.viewfs.mounttable.objects.link./data";

    @TempDir
    private Path disk;

    @AfterEach
    void forgetHadoop() {
        System.clearProperty(MOUNT);
        System.clearProperty(FaultyFileSystem.SETTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "hadoop"})
    void anObjectIsWrittenUnderItsNameReadReplacedAndRemoved(String way) throws IOException {
        ObjectFolder folder = folder(way);
        assertThat(folder.isEmpty()).isTrue();
        assertThat(folder.has("a/b/c.txt")).isFalse();
        folder.write("a/b/c.txt", "first".getBytes(UTF_8));
        folder.write("a/b/c.txt", "2nd".getBytes(UTF_8));
        assertThat(folder.has("a/b/c.txt")).isTrue();
        assertThat(folder.read("a/b/c.txt")).asString(UTF_8).isEqualTo("2nd");
        assertThat(disk.resolve("objects/a/b/c.txt")).hasContent("2nd");
        assertThat(folder.isEmpty()).isFalse();
        folder.delete("a");
        folder.delete("never/there");
        assertThat(folder.isEmpty()).isTrue();
        assertThatIOException()
                .isThrownBy(() -> folder.read("a/b/c.txt"))
                .withMessageContaining("cannot read " + folder.file("a/b/c.txt") + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "hadoop"})
    void aFolderWithNothingButALockIsEmpty(String way) throws IOException {
        ObjectFolder folder = folder(way);
        Files.createFile(Files.createDirectories(disk.resolve("objects")).resolve(".lock"));
        assertThat(folder.isEmpty()).isTrue();
    }

    @Test
    void aFileIsNotAFolder() throws IOException {
        ObjectFolder folder = folder("plain");
        Files.writeString(disk.resolve("objects"), "mine");
        assertThatIOException().isThrownBy(folder::isEmpty).withMessageContaining("it is a file, not a folder");
    }

    @Test
    void aFullDiskIsSaidInOneLine() {
        System.setProperty(FaultyFileSystem.SETTING, FaultyFileSystem.class.getName());
        ObjectFolder folder = new ObjectFolder(FaultyFileSystem.SCHEME + "://full" + disk);
        assertThatIOException()
                .isThrownBy(() -> folder.write("tile.png", new byte[1 << 20]))
                .withMessage("cannot write " + folder.file("tile.png") + ": No space left on device");
    }

    private ObjectFolder folder(String way) {
        if (way.equals("plain")) {
            return new ObjectFolder(disk.resolve("objects").toString());
        }
        System.setProperty(MOUNT, disk.toUri().toString());
        return new ObjectFolder("viewfs://objects/data/objects");
    }
}
