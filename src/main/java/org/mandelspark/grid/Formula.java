package org.mandelspark.grid;

import java.io.Serializable;

/**
 * What is iterated, to the last bit: {@code z₀} is the point of the picture, and each step is made of the IEEE
 * operations written here, in this order, none of them fused or reordered. The count of a point is the number of the
 * first n with {@code zr·zr + zi·zi > 4}.
 */
public sealed interface Formula extends Serializable {
    /** The formula's name on the command line, with its parameters. */
    String label();

    /** Real part of c for a point of the picture. */
    default double cReal(double x) {
        return x;
    }

    /** Imaginary part of c for a point of the picture. */
    default double cImaginary(double y) {
        return y;
    }

    /**
     * The formula of a name: {@code mandelbrot}, {@code julia:RE,IM}, {@code multibrot:D}, {@code burning-ship} or
     * {@code tricorn}.
     *
     * @throws IllegalArgumentException that lists the known ones, or says what is wrong with a parameter
     */
    static Formula parse(String label) {
        String text = label.strip();
        if (text.startsWith(Julia.PREFIX)) {
            double[] c = Numbers.parse(text.substring(Julia.PREFIX.length()), 2, Julia.PREFIX + "RE,IM");
            return new Julia(c[0], c[1]);
        }
        if (text.startsWith(Multibrot.PREFIX)) {
            return Multibrot.parse(text.substring(Multibrot.PREFIX.length()));
        }
        return switch (text) {
            case "mandelbrot" -> new Mandelbrot();
            case "burning-ship" -> new BurningShip();
            case "tricorn" -> new Tricorn();
            default ->
                throw new IllegalArgumentException("unknown formula '" + label
                        + "', known are mandelbrot, julia:RE,IM, multibrot:D, burning-ship, tricorn");
        };
    }

    /**
     * {@code z ← z² + c}, c the point: {@code zr' = (zr·zr − zi·zi) + cr}, {@code zi' = (t + t) + ci} with
     * {@code t = zr·zi}.
     */
    record Mandelbrot() implements Formula {
        @Override
        public String label() {
            return "mandelbrot";
        }
    }

    /**
     * The same step with one c for all points: a filled Julia set.
     *
     * @param re real part of c, finite
     * @param im imaginary part of c, finite
     */
    record Julia(double re, double im) implements Formula {
        private static final String PREFIX = "julia:";

        public Julia {
            if (!Double.isFinite(re) || !Double.isFinite(im)) {
                throw new IllegalArgumentException("the c of a Julia set must be finite, not " + re + "," + im);
            }
        }

        @Override
        public String label() {
            return PREFIX + re + "," + im;
        }

        @Override
        public double cReal(double x) {
            return re;
        }

        @Override
        public double cImaginary(double y) {
            return im;
        }
    }

    /**
     * {@code z ← z^d + c}, c the point. The power is made by squaring and multiplying along the binary digits of d,
     * from the second on: w = z; for each digit {@code w ← w²} by {@code (wr·wr − wi·wi, t + t)} with {@code t = wr·wi},
     * and where it is 1 {@code w ← w·z} by {@code (wr·zr − wi·zi, wr·zi + wi·zr)}; then c is added.
     *
     * @param degree d, from 3 to 8
     */
    record Multibrot(int degree) implements Formula {
        private static final String PREFIX = "multibrot:";
        private static final int LEAST = 3;
        private static final int GREATEST = 8;

        public Multibrot {
            if (degree < LEAST || degree > GREATEST) {
                throw new IllegalArgumentException(wrong(String.valueOf(degree)));
            }
        }

        @Override
        public String label() {
            return PREFIX + degree;
        }

        private static Multibrot parse(String degree) {
            try {
                return new Multibrot(Integer.parseInt(degree.strip()));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(wrong("'" + degree + "'"), e);
            }
        }

        private static String wrong(String degree) {
            return "the D of " + PREFIX + "D must be a whole number from " + LEAST + " to " + GREATEST + ", not "
                    + degree;
        }
    }

    /**
     * {@code z ← (|zr| + i·|zi|)² + c}, c the point: {@code zr' = (zr·zr − zi·zi) + cr}, {@code zi' = (t + t) + ci} with
     * {@code t = |zr·zi|} (Michelitsch and Rössler, The burning ship and its quasi-Julia sets, 1992).
     */
    record BurningShip() implements Formula {
        @Override
        public String label() {
            return "burning-ship";
        }
    }

    /**
     * {@code z ← conj(z)² + c}, c the point: {@code zr' = (zr·zr − zi·zi) + cr}, {@code zi' = ci − (t + t)} with
     * {@code t = zr·zi}.
     */
    record Tricorn() implements Formula {
        @Override
        public String label() {
            return "tricorn";
        }
    }
}
