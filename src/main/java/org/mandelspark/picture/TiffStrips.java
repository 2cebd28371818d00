package org.mandelspark.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.tiff.AbstractTiffElement.DataElement;
import org.apache.commons.imaging.formats.tiff.AbstractTiffImageData;
import org.apache.commons.imaging.formats.tiff.constants.TiffConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffImageWriterLossy;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/**
 * An image as deflated RGB strips.
 *
 * <p>Commons Imaging's own way from image to TIFF keeps all strips uncompressed before it compresses the first one,
 * into 8 kB pieces. Here it is given strips that are compressed already, so that only those are held.
 *
 * @see <a href="https://www.loc.gov/preservation/digital/formats/fdd/fdd000022.shtml">TIFF 6.0</a>
 */
final class TiffStrips {
    /** Long enough for Deflate's window of 32 kB to fill a few times. */
    private static final int STRIP_BYTES = 1 << 18;

    private static final int SAMPLES = 3;
    private static final short BITS = 8;
    private static final short RGB = 2;
    private static final short INCH = 2;
    private static final int DOTS_PER_INCH = 72;

    private TiffStrips() {}

    /**
     * Writes the image, opaque, with the facts as its description.
     *
     * @param facts become lines of {@code key: value} in UTF-8
     * @throws IllegalArgumentException if a fact contains a NUL character
     */
    static void write(BufferedImage image, Map<String, String> facts, OutputStream out) throws IOException {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        TiffOutputSet set = new TiffOutputSet(order);
        TiffOutputDirectory directory = set.addRootDirectory();
        directory.add(TiffTagConstants.TIFF_TAG_IMAGE_WIDTH, image.getWidth());
        directory.add(TiffTagConstants.TIFF_TAG_IMAGE_LENGTH, image.getHeight());
        directory.add(TiffTagConstants.TIFF_TAG_BITS_PER_SAMPLE, BITS, BITS, BITS);
        directory.add(TiffTagConstants.TIFF_TAG_COMPRESSION, (short) TiffConstants.COMPRESSION_DEFLATE_ADOBE);
        directory.add(TiffTagConstants.TIFF_TAG_PHOTOMETRIC_INTERPRETATION, RGB);
        directory.add(TiffTagConstants.TIFF_TAG_SAMPLES_PER_PIXEL, (short) SAMPLES);
        directory.add(TiffTagConstants.TIFF_TAG_XRESOLUTION, RationalNumber.valueOf(DOTS_PER_INCH));
        directory.add(TiffTagConstants.TIFF_TAG_YRESOLUTION, RationalNumber.valueOf(DOTS_PER_INCH));
        directory.add(TiffTagConstants.TIFF_TAG_RESOLUTION_UNIT, INCH);
        if (!facts.isEmpty()) {
            directory.add(TiffTagConstants.TIFF_TAG_IMAGE_DESCRIPTION, description(facts));
        }
        int rowsPerStrip = Math.max(1, Math.min(image.getHeight(), STRIP_BYTES / (SAMPLES * image.getWidth())));
        directory.add(TiffTagConstants.TIFF_TAG_ROWS_PER_STRIP, rowsPerStrip);
        directory.setTiffImageData(new AbstractTiffImageData.Strips(strips(image, rowsPerStrip), rowsPerStrip));
        new TiffImageWriterLossy(order).write(out, set);
    }

    private static String description(Map<String, String> facts) {
        String description = facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
        if (description.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the description of a TIFF cannot contain a NUL character");
        }
        return description;
    }

    private static DataElement[] strips(BufferedImage image, int rowsPerStrip) throws IOException {
        DataElement[] strips = new DataElement[(image.getHeight() + rowsPerStrip - 1) / rowsPerStrip];
        byte[] row = new byte[SAMPLES * image.getWidth()];
        int[] pixels = new int[image.getWidth()];
        ByteArrayOutputStream strip = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try {
            for (int i = 0; i < strips.length; i++) {
                strip.reset();
                deflater.reset();
                int end = Math.min(image.getHeight(), (i + 1) * rowsPerStrip);
                try (DeflaterOutputStream deflated = new DeflaterOutputStream(strip, deflater, 1 << 13)) {
                    for (int y = i * rowsPerStrip; y < end; y++) {
                        image.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
                        octets(pixels, row);
                        deflated.write(row);
                    }
                }
                byte[] bytes = strip.toByteArray();
                strips[i] = new AbstractTiffImageData.Data(0, bytes.length, bytes);
            }
        } finally {
            deflater.end();
        }
        return strips;
    }

    private static void octets(int[] pixels, byte[] row) {
        int to = 0;
        for (int rgb : pixels) {
            row[to++] = (byte) (rgb >> 16);
            row[to++] = (byte) (rgb >> 8);
            row[to++] = (byte) rgb;
        }
    }
}
