package org.mandelspark.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mandelspark.ReferenceCounts;
import org.mandelspark.workload.Int32Cells;

class NpyFileTest {
    @Test
    void theFileIsByteForByteThatOfNumpy() throws IOException {
        for (ReferenceCounts reference : ReferenceCounts.all()) {
            if (reference.file() != null) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                NpyFile.write(
                        new Int32Cells(reference.maxIter()),
                        reference.counts(),
                        reference.height(),
                        reference.width(),
                        out);
                try (InputStream numpy = getClass().getResourceAsStream("/fixtures/" + reference.file())) {
                    assertThat(out.toByteArray()).as(reference.name()).isEqualTo(numpy.readAllBytes());
                }
            }
        }
    }

    @Test
    void anArrayLargerThanTheBufferIsWrittenWhole() throws IOException {
        int[] cells = new int[300 * 501];
        Arrays.setAll(cells, i -> i * 7);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyFile.write(new Int32Cells(Integer.MAX_VALUE), cells, 300, 501, out);
        assertThat(ReferenceCounts.int32(out.toByteArray(), 300, 501)).isEqualTo(cells);
    }
}
