package org.mandelspark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.files.OutputFile;
import org.mandelspark.files.StudyFolder;

/** The list of a sweep's studies: read as it was written, and leading nowhere else. */
class SweepRecordTest {
    @TempDir
    private Path folder;

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        SweepRecord sweep = new SweepRecord("balance", List.of("size-9x9", "size-8x8"));
        sweep.writeTo(new StudyFolder(folder.toString(), List.of(SweepRecord.NAME), OutputFile.Existing.KEEP));
        assertThat(SweepRecord.isIn(folder.toString())).isTrue();
        assertThat(SweepRecord.read(folder.toString())).isEqualTo(sweep);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\", \"../b\"]",
                "[\"a\", \"/etc\"]",
                "[\"a\", \"..\"]",
                "[\"a\", \"hdfs://x\"]",
                "[\"a\", \"\"]",
                "[\"a\", \"a\"]",
                "[\"a\", \"<b>\"]",
                "[\"a\"]",
                "[]",
                "\"a\"",
                "[1.5, 2]",
                "[null, \"a\"]",
            })
    void otherListsAreRefused(String folders) throws IOException {
        Files.writeString(
                folder.resolve(SweepRecord.NAME),
                "{\"format\": 2, \"study\": \"balance\", \"folders\": %s}".formatted(folders));
        assertThatThrownBy(() -> SweepRecord.read(folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder + "/sweep.json is invalid: ");
    }
}
