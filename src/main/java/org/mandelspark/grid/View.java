package org.mandelspark.grid;

import java.util.Optional;

/**
 * The subject of a picture: a formula, a part of the plane, a size in pixels and the number of iterations after which a
 * point counts as never escaping.
 *
 * @param name its name, for people
 * @param formula the formula that is iterated
 * @param frame the part of the plane
 * @param size in pixels
 * @param maxIter at least 1
 */
public record View(String name, Formula formula, Frame frame, Size size, int maxIter) {
    public View {
        PlainText.requireName("a view's name", name);
        if (maxIter < 1) {
            throw new IllegalArgumentException("the maximum of iterations must be at least 1, not " + maxIter);
        }
        // Whoever holds a view holds one that can be sampled.
        frame.region(size);
    }

    /** The name. Command lines are read by a library that asks, and a record's own text takes long to make at first. */
    @Override
    public String toString() {
        return name;
    }

    /**
     * Says, for people, that doubles end before this view does: some neighbouring columns or rows have the same
     * coordinate. Nothing if all are distinct.
     */
    public Optional<String> tooDeep() {
        return grid().isDistinct() ? Optional.empty() : Optional.of(frame.tooDeep(size));
    }

    /**
     * The view of the same part of the plane by so many times as many columns and rows.
     *
     * @throws IllegalArgumentException if a side would be longer than any size may be
     */
    public View enlarged(int factor) {
        return new View(name, formula, frame, size.times(factor), maxIter);
    }

    /** The sample points. */
    public Grid grid() {
        return new Grid(frame.region(size), size);
    }
}
