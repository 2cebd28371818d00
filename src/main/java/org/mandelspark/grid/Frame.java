package org.mandelspark.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The part of the plane that a view shows, as it was typed: its bounds, or a centre and a width. Two frames are equal if they
 * are of one kind and their numbers are the same doubles.
 */
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
        return new Bounds(text);
    }

    /**
     * The frame of a centre and a width.
     *
     * @param center {@code RE,IM}
     * @param width extent along the real axis
     * @throws IllegalArgumentException if they are something else
     */
    static Frame centred(String center, String width) {
        return new Centred(center, width);
    }

    /**
     * Fixed bounds: pixels are as wide or as high as the size makes them.
     *
     * @param text {@code XMIN,XMAX,YMIN,YMAX}
     */
    record Bounds(String text) implements Frame {
        public Bounds {
            parse(text);
        }

        /** The bounds of a region. */
        public Bounds(Region region) {
            this(region.toString());
        }

        private static Region parse(String text) {
            double[] ends = NumberList.parse(text, 4, "XMIN,XMAX,YMIN,YMAX");
            return new Region(ends[0], ends[1], ends[2], ends[3]);
        }

        /** The rectangle between these bounds. */
        Region region() {
            return parse(text);
        }

        @Override
        public Region region(Size size) {
            return region();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bounds bounds && region().equals(bounds.region());
        }

        @Override
        public int hashCode() {
            return region().hashCode();
        }

        @Override
        public String tooDeep(Size size) {
            return "doubles end here: in the region " + region() + ", neighbouring pixels of " + size
                    + " do not all have distinct coordinates; a wider region or a smaller size has them";
        }
    }

    /**
     * A centre and an extent along the real axis; the extent along the imaginary axis follows from the size, so that
     * pixels are square.
     *
     * @param center {@code RE,IM}
     * @param width extent along the real axis, positive
     */
    record Centred(String center, String width) implements Frame {
        public Centred {
            double[] point = point(center);
            double re = point[0];
            double im = point[1];
            double extent = extent(width);
            if (!Double.isFinite(re) || !Double.isFinite(im)) {
                throw new IllegalArgumentException("the centre must be finite, not " + re + "," + im);
            }
            if (!(extent > 0) || Double.isInfinite(extent)) {
                throw new IllegalArgumentException("the width must be a positive finite number, not " + extent);
            }
        }

        /** The frame of a centre and an extent along the real axis. */
        public Centred(double re, double im, double width) {
            this(re + "," + im, String.valueOf(width));
        }

        private static double[] point(String center) {
            return NumberList.parse(center, 2, "RE,IM");
        }

        private static double extent(String width) {
            return NumberList.parse(width, 1, "W")[0];
        }

        private double re() {
            return point(center)[0];
        }

        private double im() {
            return point(center)[1];
        }

        private double extent() {
            return extent(width);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Centred centred
                    && Arrays.equals(point(center), point(centred.center))
                    && extent() == centred.extent();
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(point(center)) + Double.hashCode(extent());
        }

        @Override
        public Region region(Size size) {
            double re = re();
            double im = im();
            double halfWidth = extent() / 2;
            double halfHeight = halfHeight(size);
            if (re - halfWidth == re + halfWidth || im - halfHeight == im + halfHeight) {
                throw new IllegalArgumentException(tooDeep(size));
            }
            return new Region(re - halfWidth, re + halfWidth, im - halfHeight, im + halfHeight);
        }

        @Override
        public String tooDeep(Size size) {
            BigDecimal least = new BigDecimal(leastWidth(size)).round(new MathContext(2, RoundingMode.CEILING));
            return "doubles end here: around the centre " + re() + "," + im() + ", with the width " + extent()
                    + ", neighbouring pixels of " + size + " do not all have distinct coordinates; the least width is "
                    + least;
        }

        /**
         * The least width at which neighbouring columns, and neighbouring rows, are distinct doubles. Around a power of
         * two, below which doubles lie closer together, a little less may do.
         */
        double leastWidth(Size size) {
            double columnsPerRow = (double) size.width() / size.height();
            return Math.max(leastExtent(re(), size.width()), leastExtent(im(), size.height()) * columnsPerRow);
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
            double width = extent();
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
