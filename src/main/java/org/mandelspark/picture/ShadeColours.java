package org.mandelspark.picture;

/** The colour of each shade: black for the interior, then the palette without its first colour. */
final class ShadeColours {
    private static final int OPAQUE = 0xff000000;

    private final int[] argb = new int[Palette.SIZE];

    ShadeColours(Palette palette) {
        argb[Shading.INTERIOR] = OPAQUE;
        for (int shade = 1; shade < argb.length; shade++) {
            argb[shade] = OPAQUE | palette.colours().get(shade);
        }
    }

    /** Opaque, 8 bits a channel. */
    int argb(int shade) {
        return argb[shade];
    }

    /** RGB octets of the shades one after the other. */
    byte[] octets() {
        byte[] octets = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            octets[3 * i] = (byte) (argb[i] >> 16);
            octets[3 * i + 1] = (byte) (argb[i] >> 8);
            octets[3 * i + 2] = (byte) argb[i];
        }
        return octets;
    }
}
