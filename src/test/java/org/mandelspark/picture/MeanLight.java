package org.mandelspark.picture;

/** The mean of pixels in linear light by its definition, without tables. */
public final class MeanLight {
    private MeanLight() {}

    /** The mean of pixels, 0xRRGGBB, of a picture: those that exist of a square block. */
    public static int of(int[] pixels, int width, int height, int side, int left, int top) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double sum = 0;
            int n = 0;
            for (int y = top; y < Math.min(height, top + side); y++) {
                for (int x = left; x < Math.min(width, left + side); x++) {
                    double s = (pixels[y * width + x] >> shift & 0xff) / 255.0;
                    sum += s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
                    n++;
                }
            }
            double light = sum / n;
            double s = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            rgb |= (int) Math.floor(s * 255 + 0.5 + 1e-9) << shift;
        }
        return rgb;
    }
}
