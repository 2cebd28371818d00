package org.mandelspark.output;

import java.awt.image.BufferedImage;
import org.apache.commons.imaging.palette.PaletteFactory;

/**
 * The colour of each shade: black for the interior, then the palette without its first colour.
 *
 * <p>As a palette of Commons Imaging it is complete and exact. The library would otherwise look for 256 representative
 * colours in the image, and then search all of them for each pixel; here the way back from colour to shade is one probe
 * of a sparse hash table.
 */
final class ShadeColours implements org.apache.commons.imaging.palette.Palette {
    private static final int OPAQUE = 0xff000000;

    /** 2³² over the golden ratio (D. Knuth, The Art of Computer Programming 3, 6.4). */
    private static final int SPREAD = 0x9e3779b9;

    private static final int SLOT_BITS = 12;
    private static final byte FREE = 0;

    private final int[] argb = new int[Palette.SIZE];

    /** Open addressing; shade 0 is where no search ends, so its own colour needs no slot. */
    private final byte[] shadeOfSlot = new byte[1 << SLOT_BITS];

    ShadeColours(Palette palette) {
        argb[Shading.INTERIOR] = OPAQUE;
        for (int shade = 1; shade < argb.length; shade++) {
            argb[shade] = OPAQUE | palette.colours().get(shade);
            shadeOfSlot[slotOf(argb[shade])] = (byte) shade;
        }
    }

    @Override
    public int getEntry(int index) {
        return argb[index];
    }

    @Override
    public int getPaletteIndex(int rgb) {
        return Byte.toUnsignedInt(shadeOfSlot[slotOf(rgb)]);
    }

    @Override
    public int length() {
        return argb.length;
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

    private int slotOf(int rgb) {
        int slot = (rgb * SPREAD) >>> (Integer.SIZE - SLOT_BITS);
        while (shadeOfSlot[slot] != FREE && argb[Byte.toUnsignedInt(shadeOfSlot[slot])] != rgb) {
            slot = (slot + 1) & (shadeOfSlot.length - 1);
        }
        return slot;
    }

    /** Answers what is known already, where the library would search the pixels. */
    PaletteFactory factory() {
        return new PaletteFactory() {
            @Override
            public boolean hasTransparency(BufferedImage src) {
                return false;
            }

            @Override
            public boolean isGrayscale(BufferedImage src) {
                return false;
            }

            @Override
            public org.apache.commons.imaging.palette.Palette makeQuantizedRgbPalette(BufferedImage src, int max) {
                return ShadeColours.this;
            }
        };
    }
}
