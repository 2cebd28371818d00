package org.mandelspark.picture;

import java.awt.image.BufferedImage;

/**
 * Escape counts seen as an image: pixels get their colours when they are asked for, so the image takes no memory.
 *
 * <p>Commons Imaging takes a BufferedImage and reads it through the methods overridden here, from the top row down.
 * Nothing else of a BufferedImage is of use: its raster is one unused pixel.
 */
final class CountsImage extends BufferedImage implements PngFile.Image {
    private final int[] counts;
    private final int width;
    private final int height;
    private final Shading shading;
    private final ShadeColours colours;

    /** Counts row-major, the bottom row first. */
    CountsImage(int[] counts, int width, int height, Shading shading, ShadeColours colours) {
        super(1, 1, TYPE_INT_RGB);
        this.counts = counts;
        this.width = width;
        this.height = height;
        this.shading = shading;
        this.colours = colours;
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public int getRGB(int x, int y) {
        return colours.argb(shading.of(counts[(height - 1 - y) * width + x]));
    }

    @Override
    public int[] getRGB(int startX, int startY, int w, int h, int[] rgbArray, int offset, int scansize) {
        int[] pixels = rgbArray == null ? new int[offset + h * scansize] : rgbArray;
        for (int row = 0; row < h; row++) {
            int to = offset + row * scansize;
            int from = (height - 1 - startY - row) * width + startX;
            for (int i = 0; i < w; i++) {
                pixels[to + i] = colours.argb(shading.of(counts[from + i]));
            }
        }
        return pixels;
    }

    /** Shades, for the colours as a palette. */
    @Override
    public void octets(int x, int y, int n, byte[] into, int to) {
        int from = (height - 1 - y) * width + x;
        for (int i = 0; i < n; i++) {
            into[to + i] = (byte) shading.of(counts[from + i]);
        }
    }
}
