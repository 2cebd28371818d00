package org.mandelspark.measure;

import java.util.List;

/**
 * Differences between a fitted curve and the measured points, in the unit of what was measured.
 *
 * @param perPoint measured less fitted, in the order of the points; at least one, all finite
 */
public record Residuals(List<Double> perPoint) {
    public Residuals {
        perPoint = List.copyOf(perPoint);
        if (perPoint.isEmpty()) {
            throw new IllegalArgumentException("a fit must have at least 1 residual");
        }
        if (!perPoint.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("every residual must be finite: " + perPoint);
        }
    }

    /** Root of the mean square {@code √(Σr²/n)}, at least 0 and in the same unit: not adjusted for parameters. */
    public double rms() {
        double squares = perPoint.stream().mapToDouble(r -> r * r).sum();
        return Math.sqrt(squares / perPoint.size());
    }
}
