package org.mandelspark.picture;

/** An image whose pixels are the means, in linear light, of square blocks of a larger one. */
final class SampledImage extends PixelImage {
    /** Points whose colours are held at once, at least a block. */
    private static final int POINTS = 1 << 16;

    private final PixelImage points;
    private final int side;

    /** An image of the blocks, so many points on a side, that a larger one divides into. */
    SampledImage(PixelImage points, int side) {
        super(points.getWidth() / side, points.getHeight() / side);
        this.points = points;
        this.side = side;
    }

    @Override
    void colours(int x, int y, int n, int[] into, int to) {
        int most = Math.min(n, POINTS / (side * side));
        int[] blocks = new int[most * side * side];
        for (int done = 0; done < n; done += most) {
            int part = Math.min(most, n - done);
            for (int row = 0; row < side; row++) {
                points.colours((x + done) * side, y * side + row, part * side, blocks, row * part * side);
            }
            LinearLight.shrink(side, blocks, part * side, side, into, part, to + done);
        }
    }
}
