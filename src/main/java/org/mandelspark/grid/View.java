package org.mandelspark.grid;

import java.util.Optional;

/**
 * The subject of a picture: a formula, a part of the plane, a size in pixels, the number of iterations after which a
 * point counts as never escaping, and the arithmetic whose counts are meant.
 *
 * <p>Doubles serve as long as they are fine enough: their step is at least {@value #FINE} times the spacing of doubles at the
 * ends of each axis. A view that goes deeper is counted in exact arithmetic, at the centres of its pixels, unless doubles are
 * asked for, or its formula or frame does not allow that.
 *
 * @param name its name, for people
 * @param formula the formula that is iterated
 * @param frame the part of the plane
 * @param size in pixels
 * @param maxIter at least 1
 * @param arithmetic as it was asked for
 */
public record View(String name, Formula formula, Frame frame, Size size, int maxIter, Arithmetic arithmetic) {
    /** Least step between points, in units of the last place. */
    private static final int FINE = 4;

    public View {
        PlainText.requireName("a view's name", name);
        if (maxIter < 1) {
            throw new IllegalArgumentException("the maximum of iterations must be at least 1, not " + maxIter);
        }
        // Whoever holds a view holds one that can be sampled.
        boolean isExact = isExact(formula, frame, size, arithmetic);
        if (isExact && !isMandelbrot(formula)) {
            throw new IllegalArgumentException("exact counts are of the formula mandelbrot, not " + formula.label());
        }
        if (isExact) {
            exactGrid(frame, size);
        } else {
            frame.region(size);
        }
    }

    /** A view of the arithmetic that its depth asks for. */
    public View(String name, Formula formula, Frame frame, Size size, int maxIter) {
        this(name, formula, frame, size, maxIter, Arithmetic.AUTO);
    }

    /** The name. Command lines are read by a library that asks, and a record's own text takes long to make at first. */
    @Override
    public String toString() {
        return name;
    }

    /** True if its counts are those of exact arithmetic. */
    public boolean isExact() {
        return isExact(formula, frame, size, arithmetic);
    }

    private static boolean isExact(Formula formula, Frame frame, Size size, Arithmetic arithmetic) {
        return switch (arithmetic) {
            case AUTO -> isDeep(frame, size) && isMandelbrot(formula) && frame.hasSquarePixels(size);
            case DOUBLES -> false;
            case EXACT -> true;
        };
    }

    private static boolean isMandelbrot(Formula formula) {
        return formula.equals(new Formula.Mandelbrot());
    }

    private static boolean isDeep(Frame frame, Size size) {
        return frame.findRegion(size)
                .map(region -> !new Grid(region, size).isFine(FINE))
                .orElse(true);
    }

    private static ExactGrid exactGrid(Frame frame, Size size) {
        return isDeep(frame, size) ? frame.deepGrid(size) : new ExactLinspace(new Grid(frame.region(size), size));
    }

    /** The sample points of a view that {@link #isExact}. */
    public ExactGrid exactGrid() {
        return exactGrid(frame, size);
    }

    /**
     * Says, for people, that doubles end before this view does, which is counted in them: some neighbouring columns or
     * rows have the same coordinate. Nothing if all are distinct.
     */
    public Optional<String> tooDeep() {
        return isExact() || grid().isDistinct() ? Optional.empty() : Optional.of(frame.tooDeep(size));
    }

    /**
     * The view of the same part of the plane by so many times as many columns and rows.
     *
     * @throws IllegalArgumentException if a side would be longer than any size may be
     */
    public View enlarged(int factor) {
        return new View(name, formula, frame, size.times(factor), maxIter, arithmetic);
    }

    /** The sample points in doubles. */
    public Grid grid() {
        return new Grid(frame.region(size), size);
    }
}
