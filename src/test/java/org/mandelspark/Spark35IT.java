package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandelspark.measure.Phase;
import org.mandelspark.record.Run;
import org.mandelspark.record.RunLog;

/** The very jar that was compiled against Spark 4.2, on Spark 3.5. */
@Tag("cluster")
class Spark35IT {
    private static final String MAGPI_CHECKSUM = "bb54bf33";

    private static Spark35 spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void find() throws Exception {
        spark = Spark35.find();
    }

    @Test
    void aRenderGivesTheSamePixelsAndSaysWhichSparkItWas() throws Exception {
        LauncherCall.Result result = spark.launcher("local")
                .in(folder)
                .run(
                        "--master",
                        "local[2]",
                        "render",
                        "--view",
                        "magpi",
                        "--kernel",
                        "simd",
                        "--out",
                        "magpi.json",
                        "--out",
                        "magpi.png");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.errLines()).isEmpty();
        assertThat(result.out()).contains("spark " + Spark35.VERSION);
        JsonNode record = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("magpi.json").toFile());
        assertThat(record.path("checksum").asText()).isEqualTo(MAGPI_CHECKSUM);
        assertThat(record.path("environment").path("spark").path("version").asText())
                .isEqualTo(Spark35.VERSION);
        assertThat(record.path("methods").toString()).contains("simd");
        assertThat(folder.resolve("magpi.png")).isNotEmptyFile();
    }

    @Test
    void aScalingStudyLosesNoEventAndItsLedgerIsFilled() throws Exception {
        LauncherCall.Result result = spark.launcher("local")
                .in(folder)
                .run(
                        "scaling",
                        "--size",
                        "200x200",
                        "--workers",
                        "1,2",
                        "--warmup",
                        "1",
                        "--repeats",
                        "3",
                        "--out",
                        folder.resolve("study").toString());
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("deserialise").contains("core-seconds");
        List<Run> onSpark = RunLog.read(folder.resolve("study").toString()).stream()
                .filter(run -> run.engine().equals("spark") && run.phase() == Phase.MEASURED)
                .toList();
        assertThat(onSpark).hasSize(2 * 3).allSatisfy(run -> {
            assertThat(run.isVoid()).isFalse();
            assertThat(run.overheads().deserialiseNanos()).isPositive();
        });
        assertThat(Files.readString(folder.resolve("study/scaling.csv"))).isNotEmpty();
    }
}
