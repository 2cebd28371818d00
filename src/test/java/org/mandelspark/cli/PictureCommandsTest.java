package org.mandelspark.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.picture.MeanLight;
import org.mandelspark.picture.PictureParameters;
import org.mandelspark.picture.PictureTexts;

/** Pictures made again from themselves, and pixels of several points, inside this process. */
class PictureCommandsTest {
    private static final String PLAIN = "--view magpi --size 61x47";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN,
                "--view magpi --size 61x47 --colouring bands --palette tide --cycle 3 --invert",
                "--view seahorse --size 60x40 --max-iter 500 --colouring smooth --palette dusk --offset 0.3 --samples 3",
                "--view magpi --size 40 --palette two.map --colouring smooth",
                "--region -2,.5,-1.250,1.25 --size 33x9 --samples 2",
                "--center -0.7436,0.1318 --width 1e-3 --size 31x17",
                "--formula julia:-0.8,0.156 --center 0,0 --width 3.0 --size 50x20 --colouring smooth",
                "--formula multibrot:4 --view magpi --size 20x30 --max-iter 40",
                "--view burning-ship --size 30x20",
                "--view tricorn --size 30x20 --colouring bands --samples 4"
            })
    void aPictureIsMadeAgainFromItselfByteForByte(String options) throws IOException {
        Files.writeString(folder.resolve("two.map"), "0 0 0\n255 255 255");
        String known = options.replace("two.map", folder.resolve("two.map").toString());
        byte[] first = Files.readAllBytes(rendered("a.png", known));
        rendered("a.tiff", known);
        Files.delete(folder.resolve("two.map"));
        assertThat(rendered("b.png", "--from " + folder.resolve("a.png"))).hasBinaryContent(first);
        assertThat(rendered("c.png", "--from " + folder.resolve("a.tiff"))).hasBinaryContent(first);
        assertThat(rendered("b.tiff", "--from " + folder.resolve("c.png")))
                .hasSameBinaryContentAs(folder.resolve("a.tiff"));
    }

    @Test
    void optionsBesidesChangeWhatTheyName() {
        Path made = rendered(
                "a.png",
                "--formula tricorn --center 0.1,0 --width 3 --size 60x40 --max-iter 99 --colouring smooth --palette tide"
                        + " --invert --cycle 3 --offset 0.5 --samples 2");
        String from = "--from " + made + " ";
        assertThat(texts(from + "--size 30x20")).contains("Size=30x20", "Formula=tricorn", "Samples=2", "Title=custom");
        assertThat(texts(from + "--max-iter 50")).contains("MaxIter=50", "Center=0.1,0", "Width=3", "Cycle=3");
        assertThat(texts(from + "--width 1.5")).contains("Center=0.1,0", "Width=1.5", "MaxIter=99");
        assertThat(texts(from + "--center 0,1")).contains("Center=0,1", "Width=3");
        assertThat(texts(from + "--region -1,1,-1,1")).contains("Region=-1,1,-1,1", "Size=60x40", "Formula=tricorn");
        assertThat(texts(from + "--formula mandelbrot")).contains("Formula=mandelbrot", "Center=0.1,0");
        assertThat(texts(from + "--palette inferno")).contains("Palette=inferno", "Direction=inverted", "Offset=0.5");
        assertThat(texts(from + "--no-invert --cycle 1 --offset 0 --samples 1 --colouring histogram"))
                .contains("Palette=tide")
                .doesNotContain("Direction", "Cycle", "Offset", "Samples", "Colouring");
    }

    /** The definition: the mean of blocks of the picture that is so many times as wide and as high. */
    @ParameterizedTest
    @CsvSource({"histogram, 2", "histogram, 5", "bands, 3", "smooth, 3", "smooth, 4"})
    void pixelsOfSeveralPointsAreTheMeanOfALargerPicture(String colouring, int samples) throws IOException {
        String colours = " --palette tide --cycle 4 --colouring " + colouring;
        String shown = "--center -0.75,0.1 --width 0.3 --max-iter 300";
        int[] means = pixels(rendered("means.png", shown + " --size 70x33 --samples " + samples + colours));
        int width = 70 * samples;
        int height = 33 * samples;
        int[] points = pixels(rendered("points.png", shown + " --size " + width + "x" + height + colours));
        for (int i = 0; i < means.length; i++) {
            int x = i % 70 * samples;
            int y = i / 70 * samples;
            assertThat(means[i]).as("pixel %d", i).isEqualTo(MeanLight.of(points, width, height, samples, x, y));
        }
        assertThat(pixels(rendered("means.tiff", shown + " --size 70x33 --samples " + samples + colours)))
                .isEqualTo(means);
    }

    @Test
    void withoutAPictureAPixelIsOnePoint() throws IOException {
        Path picture = rendered("a.png", PLAIN + " --samples 3");
        assertThat(rendered("b.npy", "--from " + picture)).hasSameBinaryContentAs(rendered("a.npy", PLAIN));
    }

    @Test
    void oneSampleIsThePictureWithoutTheOption() {
        assertThat(rendered("one.png", PLAIN + " --samples 1")).hasSameBinaryContentAs(rendered("a.png", PLAIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--samples 0 --out a.png | --samples | from 1 to 16",
                "--samples 17 --out a.png | --samples | from 1 to 16",
                "--samples 2.5 --out a.png | --samples | from 1 to 16",
                "--samples 2 | --samples 2 | .png or .tiff",
                "--samples 2 --out a.npy | --samples 2 | .png or .tiff",
                "--samples 2 --out a.png --out a.npy | --samples 2 | render it apart",
                "--samples 16 --size 40000 --out a.png | --size 40000x40000 --samples 16 | than the 2147483639",
                "--samples 16 --size 2000000000x1 --out a.png | --samples 16 | at most 2147483647 pixels long",
                "--samples 16 --size 2500 --out a.png | --size 2500x2500 --samples 16 needs about | --driver-memory",
                "--from nowhere.png | --from | cannot read nowhere.png: no such file",
                "--from README.md | --from | README.md is not a PNG or TIFF picture",
                "--from . | --from | it is a folder",
                "--from src/site/gauss.png | --from | its metadata has no 'Formula'",
                "--from src/site/gantt.png | --from | was not written by Mandelspark",
                "--from MAGPI --view mojo | --view mojo | give one",
                "--from MAGPI --width 3 | --width 3 | needs --center",
                "--from MAGPI --region 0,1,0,1 --center 0,0 --width 1 | --region and --center | one",
            })
    void whatCannotBeMadeIsRefusedInOneLine(String options, String named, String reason) {
        String made = rendered("made.png", PLAIN).toString();
        assertThat(run("render --engine serial " + options.replace("MAGPI", made)))
                .as(options)
                .isEqualTo(2);
        assertThat(err.toString()).contains(named).contains(reason);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(Path.of("a.png")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, 8",
        "a.png, 50",
        "a.png, 200",
        "a.png, -1",
        "a.png, -200",
        "a.tiff, 5",
        "a.tiff, -20",
        "a.tiff, 100"
    })
    void aPictureThatWasCutIsRefused(String name, int kept) throws IOException {
        Path picture = rendered(name, PLAIN);
        byte[] whole = Files.readAllBytes(picture);
        Files.write(picture, Arrays.copyOf(whole, kept < 0 ? whole.length + kept : kept));
        assertRefused(picture, "is not a PNG or TIFF picture, or it is incomplete");
    }

    @Test
    void hostileMetadataIsRefusedInOneVisibleLine() throws IOException {
        Path picture = rendered("a.png", PLAIN);
        byte[] whole = Files.readAllBytes(picture);
        assertRefused(changed(whole, "magpi", "ma\u001bpi"), "characters that cannot be shown: 'ma\ufffdpi'");
        assertRefused(changed(whole, "61x47", "00x00"), "the size must be at least 1x1");
        assertRefused(changed(whole, "viridis", "vi\nidis"), "unknown palette");
        // A chunk that announces two gigabytes.
        int text = new String(whole, ISO_8859_1).indexOf("tEXt") - 4;
        byte[] large = whole.clone();
        ByteBuffer.wrap(large).putInt(text, 0x7fffffff);
        assertRefused(Files.write(folder.resolve("large.png"), large), "is not a PNG or TIFF picture");
        byte[] tiff = Files.readAllBytes(rendered("a.tiff", PLAIN));
        for (int at = 4; at < 160; at++) {
            byte[] broken = tiff.clone();
            Arrays.fill(broken, at, Math.min(at + 4, 160), (byte) 0x7f);
            Path file = Files.write(folder.resolve("broken.tiff"), broken);
            int status = run(
                    "render --engine serial --size 9 --from " + file + " --out " + folder.resolve("x" + at + ".png"));
            assertThat(status).as("bytes from " + at + ": " + err).isIn(0, 2);
            assertThat(err.toString().lines().count()).isLessThanOrEqualTo(1);
        }
    }

    private Path changed(byte[] whole, String from, String to) throws IOException {
        byte[] other = new String(whole, ISO_8859_1).replace(from, to).getBytes(ISO_8859_1);
        return Files.write(folder.resolve("changed.png"), other);
    }

    private void assertRefused(Path picture, String reason) {
        assertThat(run("render --engine serial --from " + picture)).isEqualTo(2);
        assertThat(err.toString()).contains("--from").contains(reason).doesNotContain("\u001b");
        assertThat(err.toString().lines()).hasSize(1);
    }

    private Path rendered(String name, String options) {
        Path file = folder.resolve(name);
        assertThat(run("render --engine serial --quiet --force " + options + " --out " + file))
                .as(err.toString())
                .isZero();
        return file;
    }

    /** The texts of the picture that these options make. */
    private String texts(String options) {
        return PictureParameters.of(
                        PictureTexts.read(rendered("changed.png", options).toString()))
                .texts()
                .toString();
    }

    private static int[] pixels(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return pixels;
    }

    private int run(String command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        return Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
    }
}
