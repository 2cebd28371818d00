package org.mandelspark.picture;

/** Forms of pixels in files. */
public enum PixelForm {
    /** An octet is the grey of a pixel. */
    GREY(0, 1, PngFile.NO_FILTER),
    /** An octet is an index of a palette. */
    INDEXED(3, 1, PngFile.NO_FILTER),
    /** Three octets are the channels of a pixel; in a PNG, each less that of the pixel to the left. */
    RGB(2, 3, PngFile.SUB_FILTER);

    private final int colourType;
    private final int octets;
    private final int filter;

    PixelForm(int colourType, int octets, int filter) {
        this.colourType = colourType;
        this.octets = octets;
        this.filter = filter;
    }

    /** The colour type of a PNG. */
    int colourType() {
        return colourType;
    }

    /** Octets of a pixel of a PNG. */
    int octets() {
        return octets;
    }

    /** The filter of the rows of a PNG. */
    int filter() {
        return filter;
    }
}
