package org.mandelspark.picture;

import java.awt.image.BufferedImage;

/**
 * An image whose pixels get their colours when they are asked for, so that it takes no memory.
 *
 * <p>Commons Imaging takes a BufferedImage and reads it through the methods overridden here, from the top row down.
 * Nothing else of a BufferedImage is of use: its raster is one unused pixel.
 */
abstract class PixelImage extends BufferedImage implements PngFile.Image {
    private static final int CHANNELS = 3;
    private static final int OPAQUE = 0xff000000;

    private final int width;
    private final int height;

    PixelImage(int width, int height) {
        super(1, 1, TYPE_INT_RGB);
        this.width = width;
        this.height = height;
    }

    /** Puts the colours of n pixels, 0xRRGGBB, from column x of row y on, the top row being 0; called by many threads. */
    abstract void colours(int x, int y, int n, int[] into, int to);

    /** Channels, unless there are few enough colours for a palette. */
    @Override
    public PixelForm form() {
        return PixelForm.RGB;
    }

    /** Channels less those of the pixel to the left: the filter Sub. */
    @Override
    public void octets(int from, int top, int n, byte[] into, int to) {
        int first = Math.max(0, from / CHANNELS - 1);
        int[] pixels = new int[(from + n - 1) / CHANNELS + 1 - first];
        colours(first, top, pixels.length, pixels, 0);
        for (int i = from; i < from + n; i++) {
            int pixel = i / CHANNELS - first;
            int shift = Byte.SIZE * (CHANNELS - 1 - i % CHANNELS);
            int left = i < CHANNELS ? 0 : pixels[pixel - 1] >> shift;
            into[to + i - from] = (byte) ((pixels[pixel] >> shift) - left);
        }
    }

    @Override
    public final int getWidth() {
        return width;
    }

    @Override
    public final int getHeight() {
        return height;
    }

    @Override
    public final int getRGB(int x, int y) {
        int[] pixel = new int[1];
        colours(x, y, 1, pixel, 0);
        return OPAQUE | pixel[0];
    }

    @Override
    public final int[] getRGB(int startX, int startY, int w, int h, int[] rgbArray, int offset, int scansize) {
        int[] pixels = rgbArray == null ? new int[offset + h * scansize] : rgbArray;
        for (int row = 0; row < h; row++) {
            int to = offset + row * scansize;
            colours(startX, startY + row, w, pixels, to);
            for (int i = to; i < to + w; i++) {
                pixels[i] |= OPAQUE;
            }
        }
        return pixels;
    }
}
