package org.mandelspark.kernel;

import static org.mandelspark.kernel.SimdShape.DOUBLES;
import static org.mandelspark.kernel.SimdShape.FMA;
import static org.mandelspark.kernel.SimdShape.GROUP;
import static org.mandelspark.kernel.SimdShape.LANES;
import static org.mandelspark.kernel.SimdShape.LONGS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Proves that points never escape, by discs that map into themselves. The proof is about the orbit in doubles, not
 * about the one in exact arithmetic.
 *
 * <p><b>Rounding bound.</b> Let u = 2⁻⁵³ and F the step as computed: {@code re = (zr·zr − zi·zi) + cr}, {@code im = (t
 * + t) + ci}, t = zr·zi, every operation rounded to nearest. For |w| ≤ 2 and |c| ≤ 2 the four roundings of the real
 * part err by at most u(zr² + zi²) + u|zr² − zi²| + u|w² + c|(1 + 4u) ≤ (4 + 4 + 6)u + O(u²), the two of the imaginary
 * part by at most 4u + 6u + O(u²); together |F(w) − (w² + c)| ≤ 17.3u < 2·10⁻¹⁵ (underflow adds less than 10⁻³⁰⁰). For
 * two points v, w of the disc of radius 2: |F(v) − F(w)| ≤ |v² − w²| + η with <b>η = 4·10⁻¹⁵</b>.
 *
 * <p><b>Induction.</b> Let z₀, z₁, … be an orbit as computed and R₀ ≥ 0. If all w with |w − z_k| ≤ R_k lie within
 * |w| ≤ 2, then |F(w) − z_{k+1}| ≤ |w − z_k|·|w + z_k| + η ≤ R_k(2|z_k| + R_k) + η; so with
 * R_{k+1} ≥ R_k(2|z_k| + R_k) + η every w of disc k goes to disc k + 1. If disc L lies in disc 0, which is
 * |z_L − z₀| + R_L ≤ R₀, then an orbit that is in disc 0 is there again L steps later, and never leaves the discs
 * between; z₀ itself is in disc 0. So every later z has |z| ≤ 2 − 10⁻³, as computed too: no test ever fails.
 *
 * <p><b>Other formulas.</b> A Julia set has one c, within the same bound. The Tricorn squares the conjugate: moduli,
 * distances and roundings are the same. Multibrot sets grow by other powers; no discs are carried there.
 *
 * <p><b>As computed.</b> Square roots would cost more than all the rest, so S_k ≥ R_k² is carried: with R_k ≤ ρ, and
 * (a + b)² ≤ (1 + ε)a² + (1 + 1/ε)b² twice, with ε = 0.01 and 0.001,
 * R_{k+1}² ≤ (4.0441|z_k|² + 101.2ρ²)·S_k + 1.602·10⁻²⁶. The code has 4.05, 102 and 1.7·10⁻²⁶: each at least 0.1% more,
 * where all roundings of a step together are below 10u relative, since every term is positive, with a fused
 * multiply-add or without. That R_k ≤ ρ held all
 * along is checked by the signs of ρ² − S_k, as are |z_k| + ρ ≤ 1.999 by those of 3.96 − |z_k|² and by ρ² ≤ 8·10⁻⁵, and
 * the inclusion, with a margin of 10⁻¹² relative for its own roundings. A NaN of z, S or a product stays one to the end,
 * where it fails a comparison, and nothing is proved.
 *
 * <p>Signs are carried by <em>or</em>, and the greatest product is that of the bits as integers, which order numbers
 * that are not negative: the maximum of doubles must know zeros and NaNs apart and takes twice the instructions.
 *
 * <p><b>What is free to choose</b> is R₀ and ρ; a poor choice proves less, never something wrong. An orbit attracted by
 * a cycle whose period divides L nears it by the factor λ = Π 2|z_k| every L steps, so R₀ is taken proportional to |z_L
 * − z₀|/(1 − λ) of the L steps before, and ρ from the greatest partial product.
 *
 * <p>Lanes share the step number and L: one attempt serves a group, and its 2L steps count as steps of the orbits.
 */
final class SimdDiscs {
    /** The largest |z_L − z₀|² for an attempt: the orbit must come this close to where it was. */
    private static final double CLOSE_SQUARED = 1e-3;

    /** The largest λ² for an attempt: a larger one leaves no room for a disc. */
    private static final double LARGEST_LAMBDA_SQUARED = 0.96;

    /** Margin added to λ, which does not quite foresee the next distance. */
    private static final double SLACK = 0.1;

    /** Least R₀, in which the noise of η is lost. */
    private static final double LEAST_RADIUS = 1e-12;

    private static final double NORM_FACTOR = 4.05;
    private static final double RHO_FACTOR = 102;
    private static final double NOISE = 1.7e-26;
    private static final double LARGEST_NORM = 3.96;
    private static final double LARGEST_RHO_SQUARED = 8e-5;
    private static final double ROUNDED_UP = 1 + 1e-12;

    private static final int PAIR = 2 * LANES;

    /** The outcome of an attempt. */
    enum Outcome {
        /** A point escapes meanwhile: nothing has changed. */
        ESCAPE,
        /** No point was near its old place: z has advanced by L steps. */
        FAR,
        /** z has advanced by 2L steps, and {@link #proved} reports which points never escape. */
        TRIED
    }

    private final double[] zr = new double[GROUP];
    private final double[] zi = new double[GROUP];
    private final double[] product = new double[GROUP];
    private final double[] greatest = new double[GROUP];
    private final double[] distance = new double[GROUP];
    private final double[] lastR = new double[GROUP];
    private final double[] lastI = new double[GROUP];
    private final double[] radius = new double[GROUP];
    private final double[] square = new double[GROUP];
    private final double[] rhoSquared = new double[GROUP];
    private final long[] exceeded = new long[GROUP];
    private final long[] proved = new long[GROUP / LANES];
    private final double twist;

    /** Proofs for a formula, by the factor of zr·zi in its imaginary part. */
    SimdDiscs(double twist) {
        this.twist = twist;
    }

    /** True if the last attempt proved that the point at this place of its group never escapes. */
    boolean proved(int place) {
        return (proved[place / LANES] >>> (place % LANES) & 1) != 0;
    }

    /**
     * Makes an attempt on a group whose points are all inside.
     *
     * @param points z, which advances, and c
     * @param at index of the group
     * @param span L
     */
    Outcome attempt(SimdPoints points, int at, int span) {
        boolean near = false;
        for (int h = 0; h < GROUP; h += PAIR) {
            int nearness = approach(points, at, h, span);
            if (nearness < 0) {
                return Outcome.ESCAPE;
            }
            near |= nearness > 0;
        }
        if (!near) {
            System.arraycopy(zr, 0, points.zr, at, GROUP);
            System.arraycopy(zi, 0, points.zi, at, GROUP);
            return Outcome.FAR;
        }
        for (int h = 0; h < GROUP; h += LANES) {
            begin(h);
        }
        for (int h = 0; h < GROUP; h += PAIR) {
            if (!carry(points, at, h, span)) {
                return Outcome.ESCAPE;
            }
        }
        for (int h = 0; h < GROUP; h += LANES) {
            proved[h / LANES] = areProved(h);
        }
        System.arraycopy(lastR, 0, points.zr, at, GROUP);
        System.arraycopy(lastI, 0, points.zi, at, GROUP);
        return Outcome.TRIED;
    }

    /**
     * Makes L steps of a pair of vectors, with λ² and its greatest partial product.
     *
     * @return −1 if a point escaped, 1 if one came close, otherwise 0
     */
    private int approach(SimdPoints points, int at, int h, int span) {
        int a = at + h;
        int b = a + LANES;
        DoubleVector factor = DoubleVector.broadcast(DOUBLES, twist);
        DoubleVector four = DoubleVector.broadcast(DOUBLES, 4);
        DoubleVector cr0 = DoubleVector.fromArray(DOUBLES, points.cr, a);
        DoubleVector cr1 = DoubleVector.fromArray(DOUBLES, points.cr, b);
        DoubleVector ci0 = DoubleVector.fromArray(DOUBLES, points.ci, a);
        DoubleVector ci1 = DoubleVector.fromArray(DOUBLES, points.ci, b);
        DoubleVector zr0 = DoubleVector.fromArray(DOUBLES, points.zr, a);
        DoubleVector zr1 = DoubleVector.fromArray(DOUBLES, points.zr, b);
        DoubleVector zi0 = DoubleVector.fromArray(DOUBLES, points.zi, a);
        DoubleVector zi1 = DoubleVector.fromArray(DOUBLES, points.zi, b);
        DoubleVector product0 = DoubleVector.broadcast(DOUBLES, 1);
        DoubleVector product1 = product0;
        LongVector greatest0 = product0.reinterpretAsLongs();
        LongVector greatest1 = greatest0;
        for (int k = 0; k < span; k++) {
            DoubleVector rr0 = zr0.mul(zr0);
            DoubleVector rr1 = zr1.mul(zr1);
            DoubleVector ii0 = zi0.mul(zi0);
            DoubleVector ii1 = zi1.mul(zi1);
            DoubleVector t0 = zr0.mul(zi0);
            DoubleVector t1 = zr1.mul(zi1);
            product0 = product0.mul(rr0.add(ii0).mul(four));
            product1 = product1.mul(rr1.add(ii1).mul(four));
            greatest0 = greatest0.max(product0.reinterpretAsLongs());
            greatest1 = greatest1.max(product1.reinterpretAsLongs());
            zr0 = rr0.sub(ii0).add(cr0);
            zr1 = rr1.sub(ii1).add(cr1);
            zi0 = FMA ? t0.fma(factor, ci0) : t0.mul(factor).add(ci0);
            zi1 = FMA ? t1.fma(factor, ci1) : t1.mul(factor).add(ci1);
        }
        if (!zr0.mul(zr0)
                .add(zi0.mul(zi0))
                .compare(VectorOperators.LE, 4)
                .and(zr1.mul(zr1).add(zi1.mul(zi1)).compare(VectorOperators.LE, 4))
                .allTrue()) {
            return -1;
        }
        DoubleVector dr0 = zr0.sub(DoubleVector.fromArray(DOUBLES, points.zr, a));
        DoubleVector dr1 = zr1.sub(DoubleVector.fromArray(DOUBLES, points.zr, b));
        DoubleVector di0 = zi0.sub(DoubleVector.fromArray(DOUBLES, points.zi, a));
        DoubleVector di1 = zi1.sub(DoubleVector.fromArray(DOUBLES, points.zi, b));
        DoubleVector distance0 = dr0.mul(dr0).add(di0.mul(di0));
        DoubleVector distance1 = dr1.mul(dr1).add(di1.mul(di1));
        zr0.intoArray(zr, h);
        zr1.intoArray(zr, h + LANES);
        zi0.intoArray(zi, h);
        zi1.intoArray(zi, h + LANES);
        product0.intoArray(product, h);
        product1.intoArray(product, h + LANES);
        greatest0.reinterpretAsDoubles().intoArray(greatest, h);
        greatest1.reinterpretAsDoubles().intoArray(greatest, h + LANES);
        distance0.intoArray(distance, h);
        distance1.intoArray(distance, h + LANES);
        VectorMask<Double> close0 = distance0
                .compare(VectorOperators.LT, CLOSE_SQUARED)
                .and(product0.compare(VectorOperators.LT, LARGEST_LAMBDA_SQUARED));
        VectorMask<Double> close1 = distance1
                .compare(VectorOperators.LT, CLOSE_SQUARED)
                .and(product1.compare(VectorOperators.LT, LARGEST_LAMBDA_SQUARED));
        return close0.or(close1).anyTrue() ? 1 : 0;
    }

    /** Makes L more steps of a pair of vectors with their discs; false if a point escaped. */
    private boolean carry(SimdPoints points, int at, int h, int span) {
        int g = h + LANES;
        int a = at + h;
        int b = at + g;
        DoubleVector factor = DoubleVector.broadcast(DOUBLES, twist);
        DoubleVector growth = DoubleVector.broadcast(DOUBLES, NORM_FACTOR);
        DoubleVector noise = DoubleVector.broadcast(DOUBLES, NOISE);
        DoubleVector largestNorm = DoubleVector.broadcast(DOUBLES, LARGEST_NORM);
        DoubleVector cr0 = DoubleVector.fromArray(DOUBLES, points.cr, a);
        DoubleVector cr1 = DoubleVector.fromArray(DOUBLES, points.cr, b);
        DoubleVector ci0 = DoubleVector.fromArray(DOUBLES, points.ci, a);
        DoubleVector ci1 = DoubleVector.fromArray(DOUBLES, points.ci, b);
        DoubleVector zr0 = DoubleVector.fromArray(DOUBLES, zr, h);
        DoubleVector zr1 = DoubleVector.fromArray(DOUBLES, zr, g);
        DoubleVector zi0 = DoubleVector.fromArray(DOUBLES, zi, h);
        DoubleVector zi1 = DoubleVector.fromArray(DOUBLES, zi, g);
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, square, h);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, square, g);
        DoubleVector rho0 = DoubleVector.fromArray(DOUBLES, rhoSquared, h);
        DoubleVector rho1 = DoubleVector.fromArray(DOUBLES, rhoSquared, g);
        DoubleVector spread0 = rho0.mul(RHO_FACTOR);
        DoubleVector spread1 = rho1.mul(RHO_FACTOR);
        LongVector exceeded0 = rho0.sub(s0).reinterpretAsLongs();
        LongVector exceeded1 = rho1.sub(s1).reinterpretAsLongs();
        for (int k = 0; k < span; k++) {
            DoubleVector rr0 = zr0.mul(zr0);
            DoubleVector rr1 = zr1.mul(zr1);
            DoubleVector ii0 = zi0.mul(zi0);
            DoubleVector ii1 = zi1.mul(zi1);
            DoubleVector t0 = zr0.mul(zi0);
            DoubleVector t1 = zr1.mul(zi1);
            DoubleVector norm0 = rr0.add(ii0);
            DoubleVector norm1 = rr1.add(ii1);
            s0 = FMA
                    ? norm0.fma(growth, spread0).fma(s0, noise)
                    : norm0.mul(growth).add(spread0).mul(s0).add(noise);
            s1 = FMA
                    ? norm1.fma(growth, spread1).fma(s1, noise)
                    : norm1.mul(growth).add(spread1).mul(s1).add(noise);
            exceeded0 = exceeded0.or(rho0.sub(s0).reinterpretAsLongs());
            exceeded1 = exceeded1.or(rho1.sub(s1).reinterpretAsLongs());
            exceeded0 = exceeded0.or(largestNorm.sub(norm0).reinterpretAsLongs());
            exceeded1 = exceeded1.or(largestNorm.sub(norm1).reinterpretAsLongs());
            zr0 = rr0.sub(ii0).add(cr0);
            zr1 = rr1.sub(ii1).add(cr1);
            zi0 = FMA ? t0.fma(factor, ci0) : t0.mul(factor).add(ci0);
            zi1 = FMA ? t1.fma(factor, ci1) : t1.mul(factor).add(ci1);
        }
        zr0.intoArray(lastR, h);
        zr1.intoArray(lastR, g);
        zi0.intoArray(lastI, h);
        zi1.intoArray(lastI, g);
        s0.intoArray(square, h);
        s1.intoArray(square, g);
        exceeded0.intoArray(exceeded, h);
        exceeded1.intoArray(exceeded, g);
        return zr0.mul(zr0)
                .add(zi0.mul(zi0))
                .compare(VectorOperators.LE, 4)
                .and(zr1.mul(zr1).add(zi1.mul(zi1)).compare(VectorOperators.LE, 4))
                .allTrue();
    }

    /** Chooses R₀² and ρ² of a vector of points, from the distance, λ and the greatest product of the steps before. */
    private void begin(int h) {
        DoubleVector most = DoubleVector.fromArray(DOUBLES, greatest, h);
        DoubleVector lambda = DoubleVector.fromArray(DOUBLES, product, h).sqrt();
        DoubleVector expected =
                DoubleVector.fromArray(DOUBLES, distance, h).sqrt().mul(lambda.add(SLACK));
        DoubleVector r = expected.mul(2)
                .add(most.sqrt().mul(LEAST_RADIUS))
                .div(DoubleVector.broadcast(DOUBLES, 1).sub(lambda));
        DoubleVector s = r.mul(r);
        r.intoArray(radius, h);
        s.intoArray(square, h);
        s.mul(most).mul(2).intoArray(rhoSquared, h);
    }

    /**
     * The points of a vector that are proved, a bit each: the last disc lies in the first, and every disc between kept its
     * bounds.
     */
    private long areProved(int h) {
        DoubleVector dr = DoubleVector.fromArray(DOUBLES, lastR, h).sub(DoubleVector.fromArray(DOUBLES, zr, h));
        DoubleVector di = DoubleVector.fromArray(DOUBLES, lastI, h).sub(DoubleVector.fromArray(DOUBLES, zi, h));
        DoubleVector last = DoubleVector.fromArray(DOUBLES, square, h).sqrt();
        DoubleVector reach = dr.mul(dr).add(di.mul(di)).sqrt().add(last).mul(ROUNDED_UP);
        return reach.compare(VectorOperators.LE, DoubleVector.fromArray(DOUBLES, radius, h))
                .and(DoubleVector.fromArray(DOUBLES, rhoSquared, h).compare(VectorOperators.LE, LARGEST_RHO_SQUARED))
                .and(LongVector.fromArray(LONGS, exceeded, h)
                        .compare(VectorOperators.GE, 0)
                        .cast(DOUBLES))
                .toLong();
    }
}
