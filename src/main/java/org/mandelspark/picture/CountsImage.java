package org.mandelspark.picture;

/** Escape counts seen as an image of at most 256 colours. */
final class CountsImage extends PixelImage {
    private final int[] counts;
    private final ShadedColours colours;

    /** Counts row-major, the bottom row first. */
    CountsImage(int[] counts, int width, int height, ShadedColours colours) {
        super(width, height);
        this.counts = counts;
        this.colours = colours;
    }

    @Override
    public PixelForm form() {
        return PixelForm.INDEXED;
    }

    @Override
    public byte[] palette() {
        return colours.octets();
    }

    @Override
    void colours(int x, int y, int n, int[] into, int to) {
        int from = (getHeight() - 1 - y) * getWidth() + x;
        for (int i = 0; i < n; i++) {
            into[to + i] = colours.rgb(counts[from + i], 0);
        }
    }

    /** Shades, for the colours as a palette. */
    @Override
    public void octets(int from, int y, int n, byte[] into, int to) {
        int first = (getHeight() - 1 - y) * getWidth() + from;
        for (int i = 0; i < n; i++) {
            into[to + i] = (byte) colours.shade(counts[first + i]);
        }
    }
}
