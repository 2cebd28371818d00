package org.mandelspark.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a view says which part of the plane it shows: by its bounds, or by a centre and a width. */
public sealed interface Frame {
    /**
     * The region that a picture of this size shows.
     *
     * @throws IllegalArgumentException if no valid {@link Region} results
     */
    Region region(Size size);

    /** Warns of a picture of this size in which neighbouring columns or rows are the same doubles. */
    String tooDeep(Size size);

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

        @Override
        public String tooDeep(Size size) {
            return "doubles end here: in the region " + region + ", neighbouring pixels of " + size
                    + " do not all have distinct coordinates; a wider region or a smaller size has them";
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
            double halfHeight = halfHeight(size);
            if (re - halfWidth == re + halfWidth || im - halfHeight == im + halfHeight) {
                throw new IllegalArgumentException(tooDeep(size));
            }
            return new Region(re - halfWidth, re + halfWidth, im - halfHeight, im + halfHeight);
        }

        @Override
        public String tooDeep(Size size) {
            BigDecimal least = new BigDecimal(leastWidth(size)).round(new MathContext(2, RoundingMode.CEILING));
            return "doubles end here: around the centre " + re + "," + im + ", with the width " + width
                    + ", neighbouring pixels of " + size + " do not all have distinct coordinates; the least width is "
                    + least;
        }

        /**
         * The least width at which neighbouring columns, and neighbouring rows, are distinct doubles. Around a power of
         * two, below which doubles lie closer together, a little less may do.
         */
        double leastWidth(Size size) {
            double columnsPerRow = (double) size.width() / size.height();
            return Math.max(leastExtent(re, size.width()), leastExtent(im, size.height()) * columnsPerRow);
        }

        /** Half of it is a whole number of the spacing of doubles at its ends, so that these are exact. */
        private static double leastExtent(double centre, int points) {
            double steps = 2.0 * Math.max(1, points / 2);
            double extent = 0;
            double needed = steps * Math.ulp(centre);
            while (needed > extent) {
                extent = needed;
                needed = steps * Math.ulp(Math.abs(centre) + extent / 2);
            }
            return extent;
        }

        private double halfHeight(Size size) {
            double halfHeight = width * size.height() / size.width() / 2;
            if (Double.isFinite(halfHeight)) {
                return halfHeight;
            }
            // The product may overflow on the way to a finite height. Powers of two change no digit of it.
            double small = Math.scalb(width, -Integer.SIZE);
            return Math.scalb(small * size.height() / size.width() / 2, Integer.SIZE);
        }
    }
}
