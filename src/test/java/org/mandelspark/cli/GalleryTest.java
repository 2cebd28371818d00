package org.mandelspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.PictureTexts;
import picocli.CommandLine;

/** The pictures of the gallery are those that the commands below them make. */
class GalleryTest {
    private static final Path SITE = Path.of("src", "site");
    private static final Pattern PICTURE =
            Pattern.compile("\\]\\((\\w+\\.png)\\)\\s+submit/mandelspark (render [^\\n\\\\]*(?:\\\\\\n[^\\n\\\\]*)*)");
    private static final int MOST_BYTES = 400_000;

    @Test
    void everyPictureHasTheParametersOfItsCommandInItsMetadata() throws IOException {
        List<MatchResult> pictures = PICTURE.matcher(Files.readString(SITE.resolve("gallery.md")))
                .results()
                .toList();
        assertThat(pictures).hasSize(7);
        for (MatchResult picture : pictures) {
            Path file = SITE.resolve(picture.group(1));
            assertThat(file).satisfies(it -> assertThat(it.toFile()).size().isLessThanOrEqualTo(MOST_BYTES));
            assertThat(PictureParameters.of(PictureTexts.read(file.toString())))
                    .as(file.toString())
                    .isEqualTo(asked(picture.group(2).replace("\\\n", " ").split("\\s+", -1)));
        }
    }

    private static PictureParameters asked(String... words) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine program = Main.commandLine(CommandLine.defaultFactory(), nowhere, nowhere, words);
        program.parseArgs(words);
        RenderCommand render = program.getSubcommands().get("render").getCommand();
        return render.picture();
    }
}
