package org.mandelspark.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of the plane that a view shows, as it was typed: its bounds, or a centre and how far it reaches. Decimals are
 * taken as they are, of any length; two frames are equal if they are of one kind and their numbers are.
 */
public sealed interface Frame {
    /**
     * The region that a picture of this size shows, in doubles.
     *
     * @throws IllegalArgumentException if no valid {@link Region} results
     */
    default Region region(Size size) {
        return findRegion(size).orElseThrow(() -> new IllegalArgumentException(tooDeep(size)));
    }

    /**
     * The region that a picture of this size shows, or nothing if it is so small that doubles are the same at both ends.
     *
     * @throws IllegalArgumentException if it is not a valid {@link Region} for another reason
     */
    Optional<Region> findRegion(Size size);

    /** True if the pixels of a picture of this size are as wide as they are high. */
    boolean hasSquarePixels(Size size);

    /**
     * Centres of square pixels of a picture of this size, as exact numbers.
     *
     * @throws IllegalArgumentException if pixels are not square, or out of the range of deep pictures
     */
    DeepGrid deepGrid(Size size);

    /** The frame of the same centre and width whose pixels are square in pictures of any size. */
    Frame centred();

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
        return new Centred(center, Reach.WIDTH, width);
    }

    /**
     * The frame of a centre and a zoom.
     *
     * @param center {@code RE,IM}
     * @param zoom the picture is 4/zoom high
     * @throws IllegalArgumentException if they are something else
     */
    static Frame zoomed(String center, String zoom) {
        return new Centred(center, Reach.ZOOM, zoom);
    }

    /**
     * Fixed bounds: pixels are as wide or as high as the size makes them.
     *
     * @param text {@code XMIN,XMAX,YMIN,YMAX}
     */
    record Bounds(String text) implements Frame {
        private static final String FORM = "XMIN,XMAX,YMIN,YMAX";

        /** Pixels are square if rows and columns agree to so many bits below a pixel. */
        private static final int SQUARE_BITS = 10;

        public Bounds {
            BigDecimal[] ends = decimals(text);
            boolean isTurned = ends[0].compareTo(ends[1]) >= 0 || ends[2].compareTo(ends[3]) >= 0;
            if (isTurned || haveInside(ends)) {
                inDoubles(ends);
            }
        }

        /** The bounds of a region. */
        public Bounds(Region region) {
            this(region.toString());
        }

        private static BigDecimal[] decimals(String text) {
            return NumberList.decimals(text, 4, FORM);
        }

        /** True if doubles lie between them. */
        private static boolean haveInside(BigDecimal... ends) {
            return ends[0].doubleValue() < ends[1].doubleValue() && ends[2].doubleValue() < ends[3].doubleValue();
        }

        private static Region inDoubles(BigDecimal[] ends) {
            return new Region(
                    ends[0].doubleValue(), ends[1].doubleValue(), ends[2].doubleValue(), ends[3].doubleValue());
        }

        @Override
        public Optional<Region> findRegion(Size size) {
            BigDecimal[] ends = decimals(text);
            return haveInside(ends) ? Optional.of(inDoubles(ends)) : Optional.empty();
        }

        @Override
        public boolean hasSquarePixels(Size size) {
            BigDecimal[] ends = decimals(text);
            BigDecimal width = ends[1].subtract(ends[0]);
            BigDecimal height = ends[3].subtract(ends[2]);
            BigDecimal asWide = width.multiply(BigDecimal.valueOf(size.height()));
            BigDecimal asHigh = height.multiply(BigDecimal.valueOf(size.width()));
            BigDecimal allowed = width.divide(BigDecimal.valueOf(1 << SQUARE_BITS));
            return asWide.subtract(asHigh).abs().compareTo(allowed) <= 0;
        }

        @Override
        public DeepGrid deepGrid(Size size) {
            if (!hasSquarePixels(size)) {
                throw new IllegalArgumentException("a deep picture has square pixels, and those of the region " + text
                        + " in " + size + " are not: use a centre with a width or a zoom");
            }
            BigDecimal[] ends = decimals(text);
            BigDecimal two = BigDecimal.valueOf(2);
            ExactPoint middle = new ExactPoint(
                    ends[0].add(ends[1]).divide(two), ends[2].add(ends[3]).divide(two));
            return new DeepGrid(middle, Spacing.of(ends[1].subtract(ends[0]), size.width()), size);
        }

        @Override
        public Frame centred() {
            BigDecimal[] ends = decimals(text);
            BigDecimal two = BigDecimal.valueOf(2);
            return Frame.centred(
                    ends[0].add(ends[1]).divide(two) + ","
                            + ends[2].add(ends[3]).divide(two),
                    ends[1].subtract(ends[0]).toString());
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Bounds bounds)) {
                return false;
            }
            BigDecimal[] here = decimals(text);
            BigDecimal[] there = decimals(bounds.text);
            for (int i = 0; i < here.length; i++) {
                if (here[i].compareTo(there[i]) != 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = 0;
            for (BigDecimal end : decimals(text)) {
                hash = 31 * hash + end.stripTrailingZeros().hashCode();
            }
            return hash;
        }

        @Override
        public String tooDeep(Size size) {
            return "doubles end here: in the region " + text + ", neighbouring pixels of " + size
                    + " do not all have distinct coordinates; a wider region or a smaller size has them";
        }
    }

    /** Ways to say how far a picture reaches around its centre. */
    enum Reach {
        /** The extent along the real axis. */
        WIDTH,
        /** The picture is 4/zoom high, as other programs of deep zoom have it. */
        ZOOM;

        /** The name on the command line and in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A centre and an extent; the other one follows from the size, so that pixels are square.
     *
     * @param center {@code RE,IM}
     * @param reach meaning of the amount
     * @param amount positive
     */
    record Centred(String center, Reach reach, String amount) implements Frame {
        private static final String FORM = "RE,IM";
        private static final BigDecimal HEIGHT_OF_ZOOM_1 = BigDecimal.valueOf(4);

        public Centred {
            decimals(center);
            if (decimal(amount).signum() <= 0) {
                throw new IllegalArgumentException(
                        "the " + reach.label() + " must be a positive finite number, not " + amount);
            }
        }

        /** The frame of a centre and an extent along the real axis. */
        public Centred(double re, double im, double width) {
            this(re + "," + im, Reach.WIDTH, String.valueOf(width));
        }

        private static BigDecimal[] decimals(String center) {
            return NumberList.decimals(center, 2, FORM);
        }

        private static BigDecimal decimal(String amount) {
            return NumberList.decimals(amount, 1, "W")[0];
        }

        private double re() {
            return decimals(center)[0].doubleValue();
        }

        private double im() {
            return decimals(center)[1].doubleValue();
        }

        /** Extent along the real axis, 0 or infinite if doubles end before. */
        private double extent(Size size) {
            return switch (reach) {
                case WIDTH -> decimal(amount).doubleValue();
                case ZOOM ->
                    HEIGHT_OF_ZOOM_1
                            .multiply(BigDecimal.valueOf(size.width()))
                            .divide(decimal(amount).multiply(BigDecimal.valueOf(size.height())), MathContext.DECIMAL128)
                            .doubleValue();
            };
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Centred centred) || reach != centred.reach) {
                return false;
            }
            BigDecimal[] here = decimals(center);
            BigDecimal[] there = decimals(centred.center);
            return here[0].compareTo(there[0]) == 0
                    && here[1].compareTo(there[1]) == 0
                    && decimal(amount).compareTo(decimal(centred.amount)) == 0;
        }

        @Override
        public int hashCode() {
            BigDecimal[] point = decimals(center);
            return 31
                            * (31 * point[0].stripTrailingZeros().hashCode()
                                    + point[1].stripTrailingZeros().hashCode())
                    + decimal(amount).stripTrailingZeros().hashCode();
        }

        @Override
        public Optional<Region> findRegion(Size size) {
            double re = re();
            double im = im();
            double halfWidth = extent(size) / 2;
            double halfHeight = halfHeight(size);
            if (re - halfWidth == re + halfWidth || im - halfHeight == im + halfHeight) {
                return Optional.empty();
            }
            return Optional.of(new Region(re - halfWidth, re + halfWidth, im - halfHeight, im + halfHeight));
        }

        @Override
        public boolean hasSquarePixels(Size size) {
            return true;
        }

        @Override
        public Frame centred() {
            return this;
        }

        @Override
        public DeepGrid deepGrid(Size size) {
            BigDecimal[] point = decimals(center);
            return new DeepGrid(
                    new ExactPoint(point[0], point[1]),
                    switch (reach) {
                        case WIDTH -> Spacing.ofWidth(amount, size);
                        case ZOOM -> Spacing.ofZoom(amount, size);
                    },
                    size);
        }

        @Override
        public String tooDeep(Size size) {
            BigDecimal least = new BigDecimal(leastWidth(size)).round(new MathContext(2, RoundingMode.CEILING));
            return "doubles end here: around the centre " + re() + "," + im() + ", with the width " + extent(size)
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

        /**
         * Half of it is a whole number of the spacing of doubles at its ends, so that these are exact. Steps below the normal
         * doubles would be rounded themselves.
         */
        private static double leastExtent(double centre, int points) {
            double steps = 2.0 * Math.max(1, points / 2);
            double extent = 0;
            double needed = steps * Math.max(Double.MIN_NORMAL, Math.ulp(centre));
            while (needed > extent) {
                extent = needed;
                needed = steps * Math.max(Double.MIN_NORMAL, Math.ulp(Math.abs(centre) + extent / 2));
            }
            return extent;
        }

        private double halfHeight(Size size) {
            double width = extent(size);
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
