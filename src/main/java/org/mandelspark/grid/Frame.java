package org.mandelspark.grid;

/** How a view says which part of the plane it shows: by its bounds, or by a centre and a width. */
public sealed interface Frame {
    /**
     * The region that a picture of this size shows.
     *
     * @throws IllegalArgumentException if no valid {@link Region} results
     */
    Region region(Size size);

    /**
     * The frame of fixed bounds.
     *
     * @param text {@code XMIN,XMAX,YMIN,YMAX}
     * @throws IllegalArgumentException if it is something else
     */
    static Frame bounds(String text) {
        double[] ends = Numbers.parse(text, 4, "XMIN,XMAX,YMIN,YMAX");
        return new Bounds(new Region(ends[0], ends[1], ends[2], ends[3]));
    }

    /**
     * The frame of a centre and a width.
     *
     * @param center {@code RE,IM}
     * @param width extent along the real axis
     * @throws IllegalArgumentException if they are something else
     */
    static Frame centred(String center, String width) {
        double[] point = Numbers.parse(center, 2, "RE,IM");
        return new Centred(point[0], point[1], Numbers.parse(width, 1, "W")[0]);
    }

    /** Fixed bounds: pixels are as wide or as high as the size makes them. */
    record Bounds(Region region) implements Frame {
        @Override
        public Region region(Size size) {
            return region;
        }
    }

    /**
     * A centre and an extent along the real axis; the extent along the imaginary axis follows from the size, so that
     * pixels are square.
     *
     * @param re real part of the centre
     * @param im imaginary part of the centre
     * @param width extent along the real axis, positive
     */
    record Centred(double re, double im, double width) implements Frame {
        public Centred {
            if (!Double.isFinite(re) || !Double.isFinite(im)) {
                throw new IllegalArgumentException("the centre must be finite, not " + re + "," + im);
            }
            if (!(width > 0) || Double.isInfinite(width)) {
                throw new IllegalArgumentException("the width must be a positive finite number, not " + width);
            }
        }

        @Override
        public Region region(Size size) {
            double halfWidth = width / 2;
            double halfHeight = width * size.height() / size.width() / 2;
            return new Region(re - halfWidth, re + halfWidth, im - halfHeight, im + halfHeight);
        }
    }
}
