package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCommandTest {
    @TempDir
    private Path folder;

    @Test
    void bashReadsEachWordAsItWas() throws Exception {
        List<String> words = List.of("", "a b", "it's", "$HOME `x` \\ \"", "line\nline", "*");
        String script = words.stream().map(StartCommand::quoted).collect(Collectors.joining(" ", "printf '%s|' ", ""));
        Process bash = new ProcessBuilder("bash", "-c", script).start();
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.join("|", words) + "|");
    }

    @Test
    void withoutSparkSubmitItsSettingsArePropertiesOfTheJvm() throws Exception {
        Path settings = Files.writeString(folder.resolve("local.conf"), """
                # a comment
                spark.master                   local[*]
                spark.driver.extraJavaOptions  -Da=b -Dc
                spark.ui.enabled=false
                """);
        assertThat(StartCommand.withoutSubmit(
                        List.of("java", "-cp", "x", ClassArchive.SUBMIT, "--class", "Main", "x.jar"), settings))
                .containsExactly(
                        "java",
                        "-cp",
                        "x",
                        "-Dspark.driver.extraJavaOptions=-Da=b -Dc",
                        "-Dspark.master=local[*]",
                        "-Dspark.ui.enabled=false",
                        "-Dspark.submit.deployMode=client",
                        Main.class.getName());
    }
}
