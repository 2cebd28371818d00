package org.mandelspark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandelspark.workload.Float64Cells;

class NpyReaderTest {
    private static final String GOOD = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";
    private static final double[] SIX = {1, -2, 3.5, Double.MIN_VALUE, -0.0, 1e308};

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBitForBit() throws IOException {
        double[] cells = new double[301 * 57];
        Arrays.setAll(cells, i -> Math.sqrt(i) - 7);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyFile.write(new Float64Cells(), cells, 301, 57, out);
        NpyReader reader = new NpyReader(new ByteArrayInputStream(out.toByteArray()), "x");
        assertThat(reader.rows()).isEqualTo(301);
        assertThat(reader.columns()).isEqualTo(57);
        assertThat(reader.cells()).isEqualTo(cells);
    }

    @Test
    void versionTwoIsReadToo() throws IOException {
        assertThat(reader(file(2, GOOD, 6)).cells()).isEqualTo(SIX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), } | '<i4', '<f8'",
                "{'descr': '>f8', 'fortran_order': False, 'shape': (2, 3), } | '>f8'",
                "{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (2, 3), } | [('x', '<f8')]",
                "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), } | Fortran order",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (6,), } | (6,), a matrix has two sides",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (), } | (), a matrix has two sides",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2, 3), } | (1, 2, 3), a matrix has two sides",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 3), } | (0, 3), a matrix is at least 1x1",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999), } | one array holds",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-2, -3), } | not NumPy's",
                "{'fortran_order': False, 'shape': (2, 3), } | not NumPy's",
                "hello | not NumPy's",
            })
    void otherArraysAreRefusedWithWhatTheyAre(String header, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader(file(1, header, 6)))
                .withMessageStartingWith("m.npy is not a float64 matrix in .npy format: ")
                .withMessageContaining(reason);
    }

    @Test
    void otherFilesAreRefused() {
        assertRefused(new byte[0], "signature");
        assertRefused("PNG and more".getBytes(StandardCharsets.US_ASCII), "signature");
        assertRefused(Arrays.copyOf(file(1, GOOD, 6), 9), "ends before its header");
        assertRefused(Arrays.copyOf(file(1, GOOD, 6), 40), "ends before its header");
        assertRefused(file(3, GOOD, 6), "version 3.0");
        byte[] huge = file(2, GOOD, 6);
        huge[11] = -1;
        assertRefused(huge, "65536 are allowed");
        huge[11] = 1;
        assertRefused(huge, "65536 are allowed");
    }

    @Test
    void filesShorterOrLongerThanTheirShapeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader(file(1, GOOD, 5)).cells())
                .withMessageContaining("ends before its 2 x 3 cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader(Arrays.copyOf(file(1, GOOD, 6), file(1, GOOD, 6).length + 1))
                        .cells())
                .withMessageContaining("goes on after its 2 x 3 cells");
    }

    @Test
    void aMatrixFileIsReadWhenItsCellsAreWanted() throws IOException {
        Path path = folder.resolve("m.npy");
        Files.write(path, file(1, GOOD, 6));
        NpyMatrix matrix = NpyMatrix.of(path.toString());
        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(3);
        assertThat(matrix.label()).isEqualTo(path.toString());
        assertThat(matrix.cells()).isEqualTo(SIX);
        Files.write(path, file(1, GOOD.replace("(2, 3)", "(3, 2)"), 6));
        assertThatIllegalArgumentException().isThrownBy(matrix::cells).withMessage(path + " was 2x3 and is now 3x2");
        Files.delete(path);
        assertThatIllegalArgumentException()
                .isThrownBy(matrix::cells)
                .withMessage("cannot read " + path + ": no such file or folder");
    }

    private static void assertRefused(byte[] file, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> reader(file)).withMessageContaining(reason);
    }

    private static NpyReader reader(byte[] file) throws IOException {
        return new NpyReader(new ByteArrayInputStream(file), "m.npy");
    }

    private static byte[] file(int version, String header, int cells) {
        int lengthBytes = version == 1 ? 2 : 4;
        ByteBuffer file = ByteBuffer.allocate(8 + lengthBytes + header.length() + cells * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        file.put((byte) version).put((byte) 0);
        if (version == 1) {
            file.putShort((short) header.length());
        } else {
            file.putInt(header.length());
        }
        file.put(header.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < cells; i++) {
            file.putDouble(SIX[i]);
        }
        return file.array();
    }
}
