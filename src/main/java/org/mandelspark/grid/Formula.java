package org.mandelspark.grid;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A step that is iterated, defined to the last bit: {@code z₀} is the point of the picture, and each step consists of the
 * IEEE operations written here, in this order, none of them fused or reordered. The count of a point is the first n with
 * {@code zr·zr + zi·zi > 4}.
 */
public sealed interface Formula extends Serializable {
    /**
     * Families of formulas. Code that depends on the formula is a switch expression over them without a default, so it
     * does not compile until it handles a new one.
     */
    enum Family {
        MANDELBROT("mandelbrot", ""),
        JULIA("julia:", "RE,IM"),
        MULTIBROT("multibrot:", "D"),
        BURNING_SHIP("burning-ship", ""),
        TRICORN("tricorn", "");

        private final String prefix;
        private final String parameters;

        Family(String prefix, String parameters) {
            this.prefix = prefix;
            this.parameters = parameters;
        }

        /** The name on the command line, with capital letters for the parameters. */
        public String form() {
            return prefix + parameters;
        }

        private boolean includes(String label) {
            return parameters.isEmpty() ? label.equals(prefix) : label.startsWith(prefix);
        }
    }

    /** The family this formula belongs to. */
    Family family();

    /** The name on the command line, with the values of the parameters. */
    default String label() {
        return family().prefix;
    }

    /** The power of z in a step. */
    default int degree() {
        return 2;
    }

    /** Real part of c for a point of the picture. */
    default double cReal(double x) {
        return x;
    }

    /** Imaginary part of c for a point of the picture. */
    default double cImaginary(double y) {
        return y;
    }

    /**
     * The formula of a label, which has the {@link Family#form form} of its family.
     *
     * @throws IllegalArgumentException that lists the known forms, or says what is wrong with a parameter
     */
    static Formula parse(String label) {
        String text = label.strip();
        Family family = Arrays.stream(Family.values())
                .filter(known -> known.includes(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown formula '" + label + "', known are "
                        + Arrays.stream(Family.values()).map(Family::form).collect(Collectors.joining(", "))));
        String parameters = text.substring(family.prefix.length());
        return switch (family) {
            case MANDELBROT -> new Mandelbrot();
            case JULIA -> Julia.parse(parameters);
            case MULTIBROT -> Multibrot.parse(parameters);
            case BURNING_SHIP -> new BurningShip();
            case TRICORN -> new Tricorn();
        };
    }

    /**
     * {@code z ← z² + c}, c the point: {@code zr' = (zr·zr − zi·zi) + cr}, {@code zi' = (t + t) + ci} with
     * {@code t = zr·zi}.
     */
    record Mandelbrot() implements Formula {
        @Override
        public Family family() {
            return Family.MANDELBROT;
        }
    }

    /**
     * The same step with one c for all points: a filled Julia set.
     *
     * @param re real part of c, finite
     * @param im imaginary part of c, finite
     */
    record Julia(double re, double im) implements Formula {
        public Julia {
            if (!Double.isFinite(re) || !Double.isFinite(im)) {
                throw new IllegalArgumentException("the c of a Julia set must be finite, not " + re + "," + im);
            }
        }

        @Override
        public Family family() {
            return Family.JULIA;
        }

        @Override
        public String label() {
            return Family.JULIA.prefix + re + "," + im;
        }

        @Override
        public double cReal(double x) {
            return re;
        }

        @Override
        public double cImaginary(double y) {
            return im;
        }

        private static Julia parse(String c) {
            double[] parts = NumberList.doubles(c, 2, Family.JULIA.form());
            return new Julia(parts[0], parts[1]);
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
        private static final int LEAST = 3;
        private static final int GREATEST = 8;

        public Multibrot {
            if (degree < LEAST || degree > GREATEST) {
                throw new IllegalArgumentException(wrong(String.valueOf(degree)));
            }
        }

        @Override
        public Family family() {
            return Family.MULTIBROT;
        }

        @Override
        public String label() {
            return Family.MULTIBROT.prefix + degree;
        }

        private static Multibrot parse(String degree) {
            try {
                return new Multibrot(Integer.parseInt(degree.strip()));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(wrong("'" + degree + "'"), e);
            }
        }

        private static String wrong(String degree) {
            return "the D of " + Family.MULTIBROT.form() + " must be a whole number from " + LEAST + " to " + GREATEST
                    + ", not " + degree;
        }
    }

    /**
     * {@code z ← (|zr| + i·|zi|)² + c}, c the point: {@code zr' = (zr·zr − zi·zi) + cr}, {@code zi' = (t + t) + ci} with
     * {@code t = |zr·zi|} (Michelitsch and Rössler, The burning ship and its quasi-Julia sets, 1992).
     */
    record BurningShip() implements Formula {
        @Override
        public Family family() {
            return Family.BURNING_SHIP;
        }
    }

    /**
     * {@code z ← conj(z)² + c}, c the point: {@code zr' = (zr·zr − zi·zi) + cr}, {@code zi' = ci − (t + t)} with
     * {@code t = zr·zi}.
     */
    record Tricorn() implements Formula {
        @Override
        public Family family() {
            return Family.TRICORN;
        }
    }
}
