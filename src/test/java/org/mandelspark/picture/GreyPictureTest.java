package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.junit.jupiter.api.Test;

class GreyPictureTest {
    /** 1 − √d of these is 255, 0, 127.5, 170 and 253.5 of 255; ties go up. */
    private static final double[] DENSITIES = {0, 1, 0.25, 1 / 9.0, 0, 1};

    private static final int[] GREYS = {255, 0, 128, 170, 255, 0};

    @Test
    void aPngIsEightBitGreyWithTheFirstRowOnTop() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GreyPicture(DENSITIES, 3, 2).writePng(out, Map.of("Title", "test"));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < GREYS.length; i++) {
            assertThat(image.getRaster().getSample(i % 3, i / 3, 0)).isEqualTo(GREYS[i]);
        }
    }

    @Test
    void aTiffHasTheSameGreys() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GreyPicture(DENSITIES, 3, 2).writeTiff(out, Map.of("Title", "test"));
        BufferedImage image = Imaging.getBufferedImage(out.toByteArray());
        for (int i = 0; i < GREYS.length; i++) {
            assertThat(image.getRGB(i % 3, i / 3) & 0xffffff).isEqualTo(GREYS[i] * 0x010101);
        }
    }

    @Test
    void whatIsNoDensityIsRefused() {
        for (double density : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GreyPicture(new double[] {density}, 1, 1))
                    .withMessage("a density is from 0 to 1, not " + density);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GreyPicture(DENSITIES, 4, 2))
                .withMessage("a picture of 4x2 cannot be made of 6 densities");
    }
}
