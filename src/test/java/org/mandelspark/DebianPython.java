package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Python of Debian with its package python3-zarr. */
public final class DebianPython {
    private static final Path PROGRAM = Path.of("/usr/bin/python3");

    private DebianPython() {}

    /**
     * Runs a program and returns what it printed; skips the test where Python cannot read Zarr arrays.
     *
     * @param arguments {@code sys.argv[1:]}
     */
    public static String run(String program, Object... arguments) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(PROGRAM) && start("import zarr").waitFor() == 0,
                "no Python that reads Zarr: apt-get install python3-zarr provides it");
        Process process = start(program, arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private static Process start(String program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-c", program));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
