package org.mandelspark.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.TiffImageParser;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.mandelspark.files.InputFile;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Texts in the metadata of a picture that this program wrote. Java reads those of a PNG; those of a TIFF it would take for
 * ASCII, so Commons Imaging reads them, as UTF-8.
 */
public final class PictureTexts {
    private static final byte[] TIFF_START = {'I', 'I', '*', 0};

    /** The last chunk of a PNG: it has no content, so this is all of it. */
    private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    private static final int BUFFER_BYTES = 1 << 16;

    private PictureTexts() {}

    /**
     * The texts of a file by keyword.
     *
     * @param path as for {@link org.mandelspark.files.OutputFile#of}
     * @throws IllegalArgumentException if it cannot be read, is not a PNG or a TIFF, or is incomplete
     */
    public static Map<String, String> read(String path) {
        InputStream file = InputFile.stream(path);
        try (PushbackInputStream in = new PushbackInputStream(file, TIFF_START.length)) {
            byte[] start = in.readNBytes(TIFF_START.length);
            in.unread(start);
            return Arrays.equals(start, TIFF_START) ? ofTiff(in, path) : ofPng(in);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // Libraries have many ways to fail on a file that is torn or made to harm, such as to ask for terabytes.
            throw new IllegalArgumentException(path + " is not a PNG or TIFF picture, or it is incomplete", e);
        }
    }

    private static Map<String, String> ofPng(InputStream in) throws IOException {
        Map<String, String> texts = new HashMap<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream picture = new MemoryCacheImageInputStream(in)) {
            reader.setInput(picture);
            Element root =
                    (Element) reader.getImageMetadata(0).getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
            NodeList entries = root.getElementsByTagName("TextEntry");
            for (int i = 0; i < entries.getLength(); i++) {
                IIOMetadataNode entry = (IIOMetadataNode) entries.item(i);
                texts.put(entry.getAttribute("keyword"), entry.getAttribute("value"));
            }
            requireEnd(picture);
        } finally {
            reader.dispose();
        }
        return texts;
    }

    private static void requireEnd(ImageInputStream picture) throws IOException {
        byte[] last = new byte[PNG_END.length];
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = picture.read(buffer); n >= 0; n = picture.read(buffer)) {
            int kept = Math.max(0, last.length - n);
            System.arraycopy(last, last.length - kept, last, 0, kept);
            System.arraycopy(buffer, n - (last.length - kept), last, kept, last.length - kept);
            picture.flushBefore(picture.getStreamPosition());
        }
        if (!Arrays.equals(last, PNG_END)) {
            throw new IOException("the last chunk of the PNG is missing");
        }
    }

    private static Map<String, String> ofTiff(InputStream in, String path) throws IOException {
        TiffImageMetadata metadata =
                (TiffImageMetadata) new TiffImageParser().getMetadata(ByteSource.inputStream(in, path));
        int[] offsets =
                metadata.findField(TiffTagConstants.TIFF_TAG_STRIP_OFFSETS).getIntArrayValue();
        int[] lengths =
                metadata.findField(TiffTagConstants.TIFF_TAG_STRIP_BYTE_COUNTS).getIntArrayValue();
        long end = 0;
        for (int i = 0; i < offsets.length; i++) {
            end = Math.max(end, (long) offsets[i] + lengths[i]);
        }
        try (InputStream whole = InputFile.stream(path)) {
            if (whole.transferTo(OutputStream.nullOutputStream()) < end) {
                throw new IOException("a strip of the TIFF is missing");
            }
        }
        Map<String, String> texts = new HashMap<>();
        String[] description = metadata.getFieldValue(TiffTagConstants.TIFF_TAG_IMAGE_DESCRIPTION);
        for (String line : description == null
                ? new String[0]
                : String.join("\n", description).split("\n", -1)) {
            String[] parts = line.split(": ", 2);
            if (parts.length == 2) {
                texts.put(parts[0], parts[1]);
            }
        }
        return texts;
    }
}
