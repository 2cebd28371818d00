package org.mandelspark.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Gradients of GIMP ({@code .ggr}) as palettes: 256 colours at equal distances from end to end.
 *
 * <p>After {@code GIMP Gradient}, perhaps {@code Name: …}, and the number of segments, each line is a segment: its left end,
 * midpoint and right end, red, green, blue and opacity at the left and at the right end (all from 0 to 1), the way that one
 * blends into the other (0 linear, 1 curved, 2 sinusoidal, 3 and 4 spherical, 5 step), and the colour space (0 RGB, 1 HSV
 * counter-clockwise, 2 HSV clockwise). Opacity is ignored, and so are two more numbers that say where GIMP takes the colours of
 * the ends from. The arithmetic is that of GIMP's {@code gimpgradient.c}.
 */
final class GimpGradient {
    private static final String HEADER = "GIMP Gradient";

    /** Numbers from 0 to 1 in a segment. */
    private static final int SHARES = 11;

    private static final int MOST_BLEND = 5;
    private static final int MOST_SPACE = 2;
    private static final double NOTHING = 1e-10;

    /** Places at which ends of neighbours may differ by rounding in the file. */
    private static final double GAP = 1e-4;

    private static final int MOST_SEGMENTS = 4096;

    private GimpGradient() {}

    /**
     * The colours of a file.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static List<Integer> parse(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("a GIMP gradient begins with the line '" + HEADER + "'");
        }
        int at = lines.size() > 1 && lines.get(1).startsWith("Name:") ? 2 : 1;
        int number = number(at < lines.size() ? lines.get(at) : "");
        if (lines.size() - at - 1 < number) {
            throw new IllegalArgumentException(
                    "it announces " + number + " segments and has " + (lines.size() - at - 1));
        }
        List<Segment> segments = new ArrayList<>();
        double end = 0;
        for (String line : lines.subList(at + 1, at + 1 + number)) {
            Segment segment = Segment.parse(line);
            if (Math.abs(segment.left() - end) > GAP) {
                throw new IllegalArgumentException(
                        "a segment begins at " + segment.left() + ", not at " + end + ": " + shown(line));
            }
            end = segment.right();
            segments.add(segment);
        }
        if (Math.abs(end - 1) > GAP) {
            throw new IllegalArgumentException("the last segment ends at " + end + ", not at 1");
        }
        List<Integer> colours = new ArrayList<>(Palette.SIZE);
        for (int i = 0; i < Palette.SIZE; i++) {
            double place = i / (Palette.SIZE - 1.0);
            colours.add(segments.stream()
                    .filter(segment -> place <= segment.right())
                    .findFirst()
                    .orElse(segments.get(segments.size() - 1))
                    .rgb(place));
        }
        return colours;
    }

    private static int number(String line) {
        try {
            int number = Integer.parseInt(line);
            if (number >= 1 && number <= MOST_SEGMENTS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, for these and for numbers out of range alike.
        }
        throw new IllegalArgumentException(
                "the number of segments must be from 1 to " + MOST_SEGMENTS + ", not '" + shown(line) + "'");
    }

    private static String shown(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + " …";
    }

    /**
     * A part of the gradient.
     *
     * @param left where it begins, from 0 to 1
     * @param middle where both colours have the same share
     * @param right where it ends
     * @param from the colour at the left
     * @param to the colour at the right
     * @param blend from 0 to 5
     * @param space from 0 to 2
     */
    private record Segment(double left, double middle, double right, Channels from, Channels to, int blend, int space) {
        static Segment parse(String line) {
            String[] words = line.split("\\s+", -1);
            try {
                double[] shares = new double[SHARES];
                boolean isValid = true;
                for (int i = 0; i < SHARES; i++) {
                    shares[i] = Double.parseDouble(words[i]);
                    isValid &= shares[i] >= 0 && shares[i] <= 1;
                }
                int blend = Integer.parseInt(words[SHARES]);
                int space = Integer.parseInt(words[SHARES + 1]);
                isValid &= shares[0] <= shares[1] && shares[1] <= shares[2];
                if (isValid && blend >= 0 && blend <= MOST_BLEND && space >= 0 && space <= MOST_SPACE) {
                    Channels from = new Channels(shares[3], shares[4], shares[5]);
                    Channels to = new Channels(shares[7], shares[8], shares[9]);
                    return new Segment(shares[0], shares[1], shares[2], from, to, blend, space);
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                // Said below, for these and for numbers out of range alike.
            }
            throw new IllegalArgumentException(
                    "a segment is three places in ascending order, two colours of four numbers from 0 to 1, a way to blend"
                            + " (0 to 5) and a colour space (0 to 2), not '" + shown(line) + "'");
        }

        int rgb(double place) {
            double share = share(place);
            if (space == 0) {
                return from.mixed(to, share).rgb();
            }
            Channels one = from.toHsv();
            Channels other = to.toHsv();
            double way = other.first() - one.first();
            if (space == 1 && way <= 0) {
                way += 1;
            } else if (space == 2 && way >= 0) {
                way -= 1;
            }
            double hue = one.first() + way * share;
            Channels mixed = one.mixed(other, share);
            return new Channels(hue - Math.floor(hue), mixed.second(), mixed.third())
                    .toRgb()
                    .rgb();
        }

        private double share(double place) {
            double length = right - left;
            double mid = length < NOTHING ? 0.5 : (middle - left) / length;
            double at = length < NOTHING ? 0.5 : Math.max(0, Math.min(1, (place - left) / length));
            double linear = linear(mid, at);
            return switch (blend) {
                case 1 ->
                    1 - mid < NOTHING
                            ? 0
                            : StrictMath.pow(at, StrictMath.log(0.5) / StrictMath.log(Math.max(mid, NOTHING)));
                case 2 -> (StrictMath.sin(Math.PI * (linear - 0.5)) + 1) / 2;
                case 3 -> Math.sqrt(1 - (linear - 1) * (linear - 1));
                case 4 -> 1 - Math.sqrt(1 - linear * linear);
                case 5 -> at >= mid ? 1 : 0;
                default -> linear;
            };
        }

        private static double linear(double mid, double at) {
            if (at <= mid) {
                return mid < NOTHING ? 0 : 0.5 * at / mid;
            }
            return 1 - mid < NOTHING ? 1 : 0.5 + 0.5 * (at - mid) / (1 - mid);
        }
    }

    /** Red, green and blue, or hue, saturation and value, each from 0 to 1. */
    private record Channels(double first, double second, double third) {
        Channels mixed(Channels other, double share) {
            return new Channels(
                    first + (other.first - first) * share,
                    second + (other.second - second) * share,
                    third + (other.third - third) * share);
        }

        int rgb() {
            return (octet(first) << 16) | (octet(second) << 8) | octet(third);
        }

        private static int octet(double channel) {
            return (int) Math.round(255 * Math.max(0, Math.min(1, channel)));
        }

        Channels toHsv() {
            double value = Math.max(first, Math.max(second, third));
            double range = value - Math.min(first, Math.min(second, third));
            if (range == 0) {
                return new Channels(0, 0, value);
            }
            double hue;
            if (first == value) {
                hue = (second - third) / range;
            } else if (second == value) {
                hue = 2 + (third - first) / range;
            } else {
                hue = 4 + (first - second) / range;
            }
            return new Channels(hue < 0 ? hue / 6 + 1 : hue / 6, range / value, value);
        }

        Channels toRgb() {
            return new Channels(channel(5), channel(3), channel(1));
        }

        /** The channel whose own hue is so many sixths of the circle before that of red. */
        private double channel(int sixths) {
            double k = (sixths + first * 6) % 6;
            return third * (1 - second * Math.max(0, Math.min(1, Math.min(k, 4 - k))));
        }
    }
}
