package org.mandelspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes that the launcher has compiled early in jobs, by a pattern of which no JVM says that it names nothing. */
class CompiledEarlyTest {
    private static final Pattern COMMANDS =
            Pattern.compile("CompileThresholdScaling,(org\\.mandelspark\\..+)\\*::\\*,");

    @Test
    void theLauncherNamesTheVectorKernelsOnceAndQuietly() throws Exception {
        String options = Files.readString(Path.of("conf", "short-job.args"));
        assertThat(options).containsPattern("-XX:CompileCommand=quiet\n-XX:CompileCommand=CompileThresholdScaling,");
        List<String> prefixes =
                COMMANDS.matcher(options).results().map(match -> match.group(1)).toList();
        assertThat(prefixes).hasSize(1);
        Path classes = Path.of(KernelKind.class.getResource("KernelKind.class").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(classes)) {
            assertThat(files.map(file -> KernelKind.class.getPackageName() + "." + file.getFileName()))
                    .anyMatch(name -> name.startsWith(prefixes.get(0)) && name.endsWith("Kernel.class"));
        }
    }
}
