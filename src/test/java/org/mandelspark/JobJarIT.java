package org.mandelspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mandelspark.cli.Main;

/** The jar that is submitted carries what Spark does not have, and nothing that it has. */
class JobJarIT {
    private static final Path JAR = Path.of("target", "mandelspark.jar");

    @Test
    void theJarCarriesPicocliCommonsImagingAndJFreeChartButNeitherSparkNorHadoop() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Set<String> packages = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toSet());
            assertThat(packages)
                    .contains(
                            "picocli",
                            "org.apache.commons.imaging",
                            "org.jfree.chart",
                            "org.jfree.svg",
                            Main.class.getPackageName());
            assertThat(packages)
                    .allMatch(name ->
                            List.of("picocli", "org.apache.commons.imaging", "org.jfree", "org.mandelspark").stream()
                                    .anyMatch(name::startsWith));
        }
    }
}
