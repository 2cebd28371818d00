package org.mandelspark;

import static org.assertj.core.presentation.UnicodeRepresentation.UNICODE_REPRESENTATION;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of one case of a property, drawn from a seed. A third of the numbers are small or short, so that a case that
 * fails is easily read; some are ends of their range and their neighbours, and in one case of eight most of them are.
 */
public final class Draw {
    private static final double SMALL = 0.3;

    private final SplittableRandom random;
    private final double edges;
    private final List<Object> drawn = new ArrayList<>();

    Draw(long seed) {
        random = new SplittableRandom(seed);
        edges = random.nextInt(8) == 0 ? 0.7 : 0.08;
    }

    /** Draws from min to max, both included. */
    public int integer(int min, int max) {
        return kept((int) whole(min, max));
    }

    /** Draws from min to max, both included. */
    public long integer(long min, long max) {
        return kept(whole(min, max));
    }

    private long whole(long min, long max) {
        if (min > max) {
            throw new IllegalArgumentException("nothing lies between " + min + " and " + max);
        }
        long count = max - min + 1;
        long any = count == 0 ? random.nextLong() : min + Long.remainderUnsigned(random.nextLong(), count);
        double kind = random.nextDouble();
        long value = any;
        if (kind < edges) {
            long[] ends = {min, max, min + 1, max - 1, 0, 1, -1};
            value = ends[random.nextInt(ends.length)];
        } else if (kind < edges + SMALL) {
            int bits = random.nextInt(1 + Long.SIZE - Long.numberOfLeadingZeros(max - min));
            long distance = bits == 0 ? 0 : random.nextLong() >>> (Long.SIZE - bits);
            value = Math.max(min, Math.min(max, 0)) + (random.nextBoolean() ? distance : -distance);
        }
        return min <= value && value <= max ? value : any;
    }

    /** Draws any number, for a generator of random numbers in the property itself. */
    public long seed() {
        return kept(random.nextLong());
    }

    /** Draws from min to max, both included; short ones are multiples of a quarter. */
    public double real(double min, double max) {
        double any = Math.min(max, min + random.nextDouble() * (max - min));
        double kind = random.nextDouble();
        double value = any;
        if (kind < edges) {
            double[] ends = {min, max, Math.nextUp(min), Math.nextDown(max), 0, 1, -1, Double.MIN_VALUE};
            value = ends[random.nextInt(ends.length)];
        } else if (kind < edges + SMALL) {
            int binades = 1 + Math.max(0, Math.getExponent(Math.max(-min, max)));
            value = Math.rint(4 * Math.scalb(any, -random.nextInt(binades))) / 4;
        }
        return kept(min <= value && value <= max ? value : any);
    }

    /** Draws one of the options, each as often as the others. */
    @SafeVarargs
    public final <T> T pick(T... options) {
        return kept(options[random.nextInt(options.length)]);
    }

    /** Draws in one of the ways, each as often as the others. */
    @SafeVarargs
    public final <T> T oneOf(Supplier<? extends T>... ways) {
        return any(ways[random.nextInt(ways.length)]);
    }

    /** Draws a list of some length, which is often short. */
    public <T> List<T> list(int minSize, int maxSize, Supplier<? extends T> element) {
        return any(() ->
                Stream.<T>generate(element).limit(integer(minSize, maxSize)).collect(Collectors.toUnmodifiableList()));
    }

    /** Draws an array of some length, which is often short. */
    public double[] reals(int minSize, int maxSize, DoubleSupplier element) {
        return any(() ->
                DoubleStream.generate(element).limit(integer(minSize, maxSize)).toArray());
    }

    /** Draws a text of some number of code points, which is often short. */
    public String text(int minSize, int maxSize, IntSupplier codePoint) {
        return any(() -> IntStream.generate(codePoint)
                .limit(integer(minSize, maxSize))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    /** Draws what is made of several draws; a failure shows it in their place. */
    public <T> T any(Supplier<? extends T> made) {
        int before = drawn.size();
        T value = made.get();
        drawn.subList(before, drawn.size()).clear();
        return kept(value);
    }

    /** Values in the order in which they were drawn. */
    @Override
    public String toString() {
        return drawn.stream().map(Draw::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Object value) {
        String text = UNICODE_REPRESENTATION.toStringOf(value);
        return value instanceof String ? '"' + text + '"' : text;
    }

    private <T> T kept(T value) {
        drawn.add(value);
        return value;
    }
}
