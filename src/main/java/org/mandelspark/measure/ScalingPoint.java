package org.mandelspark.measure;

/**
 * One point of a scaling curve: how many times faster than one worker so many workers were.
 *
 * @param workers number of workers p, at least 1
 * @param speedup S = T₁/Tₚ, greater than 0; above p if it is superlinear
 */
public record ScalingPoint(int workers, double speedup) {
    public ScalingPoint {
        if (workers < 1) {
            throw new IllegalArgumentException("a speedup needs at least 1 worker, not " + workers);
        }
        if (!(speedup > 0 && Double.isFinite(speedup))) {
            throw new IllegalArgumentException("a speedup must be finite and greater than 0, not " + speedup);
        }
    }

    /** Efficiency E = S/p: greater than 0, and 1 if the workers lose nothing. */
    public double efficiency() {
        return speedup / workers;
    }
}
