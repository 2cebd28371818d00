package org.mandelspark.picture;

/** One of 256 colours for each count: black for the interior, then the palette without its first colour, as a colouring runs through it. */
final class ShadedColours implements PixelColours {
    private static final long serialVersionUID = 1L;

    private final Shading shading;
    private final int[] rgb = new int[Palette.SIZE];

    /** Shade n of 1 to 255 gets the palette's place n, as the colouring runs through it, rounded down. */
    ShadedColours(Colouring colouring, Shading shading) {
        this.shading = shading;
        for (int shade = 1; shade < rgb.length; shade++) {
            int place = (int) Math.floor(colouring.place(shade));
            rgb[shade] = colouring.palette().colours().get(place);
        }
        rgb[Shading.INTERIOR] = 0;
    }

    @Override
    public int rgb(int count, int fraction) {
        return rgb[shading.of(count)];
    }

    /** The index of a count's colour. */
    int shade(int count) {
        return shading.of(count);
    }

    /** RGB octets of all colours, one after the other. */
    byte[] octets() {
        byte[] octets = new byte[3 * rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            octets[3 * i] = (byte) (rgb[i] >> 16);
            octets[3 * i + 1] = (byte) (rgb[i] >> 8);
            octets[3 * i + 2] = (byte) rgb[i];
        }
        return octets;
    }
}
