package org.mandelspark.kernel.deep;

/**
 * The orbit of a pixel in pairs of doubles and at any depth: {@link DoubleOrbit} with u² in place of u, and with δ̂ =
 * D·2^e, e ≤ 0, in place of δ̂. A step in these units, D′ = (2Z + 2^e·D)D + d·2^−e, is one for which the same lemmas
 * hold, with a bound of the error and a τ that are in these units, too: τ covers what underflows, so no number is ever
 * too small. Where pictures need no exponents e stays 0.
 *
 * <p>Near a zero of the reference, Z and δ̂ have a unit 2^f of their own, f = max(e, exponent of Z), and a step leads
 * from 2^(f + e) to the unit that suits the result.
 *
 * <p><b>Step.</b> T = 2(Z + L) + δ̂, P = T·D, D′ = P + d, by {@link ComplexPair}; ŵ, s and w = fl(√s) from the high
 * parts:
 *
 * <pre>E′ = (E(2(w + 4u(w + N(Z) + N(δ̂)) + 2⁻⁵³⁶) + E) + 32u²((2N(Z) + N(δ̂))N(δ̂) + N(d)) + ρ + τ)·UP</pre>
 *
 * <i>Proof.</i> As for doubles, (a): ŵ errs by u|ŵ| and by the low parts, u(|Z| + |δ̂|)(1 + u). (b) |T − (2Ẑ + δ̂)| ≤
 * 2u²|Ẑ| + 3.1u²(2|Z| + |δ̂|) ≤ 4.2u²(2|Z| + |δ̂|). (c) Product: 20.1u²(2|Z| + |δ̂|)|δ̂|. (d) Sum:
 * 3.2u²((2|Z| + |δ̂|)|δ̂| + |d|). Together 27.6u²(2|Z| + |δ̂|)|δ̂| + 3.2u²|d|. What falls below the range where Z is
 * 2¹⁰⁰⁰ times δ̂, or the reverse, is far below the rest of 32u². ∎ As for doubles, UP would cover 4u(w + N(Z) + N(δ̂))
 * in the orbits that are followed here.
 *
 * <p><b>Test.</b> v = (g + h) − Re(conj(T)·δ̂), as 2Re(conj(Z)δ) + |δ|² = Re(conj(2Z + δ)δ):
 *
 * <pre>margin = ((2(w + 4u(w + N(Z) + N(δ̂)) + 2⁻⁵³⁶) + E)E + 32u²(2N(Z) + N(δ̂))N(δ̂) + τ)·UP</pre>
 *
 * <i>Proof.</i> Let M = (2|Z| + |δ̂|)|δ̂|. T costs 4.2u²M, the product 14.2u²M, the difference 3.1u²(M + |g|), g + h
 * u²|g|, and |g| ≤ |v| + 1.01M: in all 25.7u²M + 4.2u²|v|, and the last is within UP as |v| ≥ margin. ∎
 *
 * <p><b>Beginning anew.</b> v = (Z + L) + δ̂, E := (E + 5u²(N(Z) + N(δ̂)) + τ)·UP, as the sum errs by 3.1u² and Z + L
 * by u²|Z|.
 *
 * <p><b>Block.</b> D′ = AD + Bd, E′ = (A⁺E + A⁺(q + βc⁺)·φ(q + βc⁺) + (κ + 32u²)(A⁺q + B⁺N(d)) + B⁺ρ + B⁺τ)·UP: two
 * products err by 20u², their sum by 3.2u², 23.3u² in all. The contract has κB⁺ρ as well: that is within UP, as κ < u
 * in blocks of any length.
 */
final class PairOrbit {
    private static final double U = Rounding.U;
    private static final double UP = Rounding.UP;
    private static final double TAU = Rounding.TAU;
    private static final double PAIR_ROUNDING = 32 * U * U;

    /** Mantissas stay within 2 to ± this, roughly; exponents are 0 where |δ̂| is above 2 to minus this. */
    private static final int COMFORT = 200;

    private static final double LARGE = 0x1p200;
    private static final double SMALL = 0x1p-200;

    /** Units lie at most so many powers of two below that of offsets. */
    private static final int BELOW_OFFSETS = 500;

    /** {@link #run} never leaves to doubles. */
    static final int NEVER = Integer.MAX_VALUE;

    private final Reference reference;
    private final PairPlace place;
    private final BlockTable table;
    private final PairBlocks blocks;
    private final Wide residual;
    private final int unit;
    private final boolean wide;
    private final long maxIter;
    private final int last;

    final ComplexPair delta = new ComplexPair();
    private final ComplexPair t = new ComplexPair();
    private final ComplexPair coefficient = new ComplexPair();
    private double dx;
    private double dy;
    int scale;
    double error;
    int m;
    long k;
    private long steps;

    /**
     * 4 − |ζ|² in the last test that needed it, as computed, and how much more than that has to be seen of it, in the
     * unit of δ̂.
     */
    double excess;

    double margin;

    /** Values in the unit of δ̂: the offset of the pixel, the constant terms of a step, and 2^e or a little more. */
    private double cx;

    private double cy;
    private double constant;
    private double powerUp;

    /**
     * Orbits of a picture.
     *
     * @param tolerance greatest remainder of a block relative to |δ| + βc⁺, infinite for whatever the table allows
     * @param residual ρ
     * @param unit exponent of the unit of offsets
     */
    PairOrbit(Reference reference, BlockTable table, double tolerance, Wide residual, int unit, long maxIter) {
        this.reference = reference;
        place = new PairPlace(reference);
        this.table = table;
        blocks = new PairBlocks(table, tolerance);
        this.maxIter = maxIter;
        this.residual = residual;
        this.unit = unit;
        wide = table.wide;
        last = reference.length();
    }

    /** Begins the orbit of the pixel with the offset d, in the unit of offsets. */
    void start(double offsetRe, double offsetIm) {
        dx = offsetRe;
        dy = offsetIm;
        scaleTo(wide ? unit : 0);
        delta.set(cx, 0, cy, 0);
        error = (residual.upIn(scale) + TAU) * UP;
        m = 1;
        k = 1;
        steps = 0;
        normalise();
    }

    /** Takes over an orbit that left doubles. */
    void resume(DoubleOrbit from, double offsetRe, double offsetIm) {
        dx = offsetRe;
        dy = offsetIm;
        scaleTo(0);
        delta.set(from.x, 0, from.y, 0);
        error = from.error;
        m = from.m;
        k = from.k;
        steps = from.steps;
        normalise();
    }

    /** Hands an orbit over to doubles; rounding it costs u of its norm. */
    void handTo(DoubleOrbit to) {
        to.x = Math.scalb(delta.xh, scale);
        to.y = Math.scalb(delta.yh, scale);
        to.error = (Math.scalb(error, scale) + U * Rounding.norm(to.x, to.y) + TAU) * UP;
        to.m = m;
        to.k = k;
        to.steps = steps;
    }

    long steps() {
        return steps;
    }

    /** Real part of Ẑ + δ̂, rounded. */
    double valueRe() {
        return reference.orbit()[2 * m] + Math.scalb(delta.xh, scale);
    }

    /** Imaginary part of it. */
    double valueIm() {
        return reference.orbit()[2 * m + 1] + Math.scalb(delta.yh, scale);
    }

    /**
     * Goes on to the end, or until |δ̂| is at least 2^leave.
     *
     * @param leave an exponent, or {@link #NEVER}
     */
    Outcome run(int leave) {
        boolean tested = false;
        while (true) {
            if (leave != NEVER && scale + Math.getExponent(delta.norm()) >= leave) {
                return Outcome.LEFT;
            }
            place.set(m, delta, scale);
            if (!tested && !(place.s <= DoubleOrbit.SURELY_INSIDE && error * powerUp <= DoubleOrbit.SMALL_ERROR)) {
                Outcome outcome = test();
                if (outcome != Outcome.CAPPED) {
                    return outcome;
                }
            }
            if (k >= maxIter) {
                return Outcome.CAPPED;
            }
            if (place.s < place.near.xh * place.near.xh + place.near.yh * place.near.yh || m == last) {
                beginAnew();
                tested = true;
                continue;
            }
            steps++;
            int level = m == 0 ? 0 : blocks.level(m - 1, delta.norm() + error, scale);
            tested = level > 0;
            if (tested) {
                block(level);
            } else {
                step();
            }
            normalise();
        }
    }

    private void step() {
        t.set(2 * place.z.xh, 2 * place.z.xl, 2 * place.z.yh, 2 * place.z.yl);
        t.sum(t, place.near);
        double norm = delta.norm();
        double bound = error * place.growth(error) + PAIR_ROUNDING * ((2 * place.zNorm + place.nearNorm) * norm);
        delta.product(t, delta);
        if (place.own != 0) {
            int from = place.own + scale;
            int to = Math.max(from, unit);
            scaleTo(to);
            delta.scale(from - to);
            bound = Math.scalb(bound, from - to);
        }
        delta.add(cx, cy);
        error = (bound + constant) * UP;
        m++;
        k++;
    }

    private void beginAnew() {
        error = (error * place.ownPower + 5 * U * U * (place.zNorm + place.nearNorm) + TAU) * UP;
        delta.sum(place.z, place.near);
        scaleTo(place.own);
        m = 0;
        normalise();
    }

    private void block(int level) {
        int j = (m - 1) >> level;
        double[] entry = table.entries[level];
        double[] low = table.lows[level];
        int at = j * BlockTable.STRIDE;
        int lowAt = j * BlockTable.LOW_STRIDE;
        int aUnit = blocks.unit(level, j, 0, scale);
        int bUnit = blocks.unit(level, j, 1, scale);
        double aUp = entry[at + 4];
        double bUp = entry[at + 5];
        double q = delta.norm() + error;
        double far = blocks.far(level, j, q, scale);
        double remainder = Math.scalb(entry[at + 6] * far, blocks.unit(level, j, 2, scale) + scale);
        double rounding = table.kappa[level] + PAIR_ROUNDING;
        double fromA = aUp * error + (aUp * far) * remainder + rounding * (aUp * q);
        coefficient.set(entry[at], low[lowAt], entry[at + 1], low[lowAt + 1]);
        delta.product(coefficient, delta);
        int from = scale;
        if (scale != 0) {
            int to = Math.max(aUnit + scale, bUnit + unit);
            delta.scale(aUnit + from - to);
            fromA = Math.scalb(fromA, aUnit + from - to);
            scaleTo(to);
        }
        double fromB = bUp * (rounding * Rounding.norm(dx, dy));
        t.set(dx, 0, dy, 0);
        coefficient.set(entry[at + 2], low[lowAt + 2], entry[at + 3], low[lowAt + 3]);
        t.product(coefficient, t);
        t.scale(bUnit + unit - scale);
        delta.sum(delta, t);
        double perStep = (residual.upIn(unit) * bUp + fromB) * UP;
        error = (fromA + Math.scalb(perStep, bUnit + unit - scale) + bUp * TAU) * UP;
        m += 1 << level;
        k += 1 << level;
    }

    /** Decides the test of k; {@link Outcome#CAPPED} if it is passed. */
    private Outcome test() {
        if (place.own != 0) {
            // Z + δ̂ is tiny: only the error can be large.
            return error * powerUp <= DoubleOrbit.SMALL_ERROR ? Outcome.CAPPED : Outcome.UNDECIDED;
        }
        t.set(2 * place.z.xh, 2 * place.z.xl, 2 * place.z.yh, 2 * place.z.yl);
        t.sum(t, place.near);
        reference.marginIn(m, scale, coefficient);
        t.dot(t, delta);
        t.xh = -t.xh;
        t.xl = -t.xl;
        coefficient.sum(coefficient, t);
        margin = (place.growth(error) * error
                        + PAIR_ROUNDING * ((2 * place.zNorm + place.nearNorm) * delta.norm())
                        + TAU)
                * UP;
        if (!(margin * powerUp < 1 && margin < 0x1p900)) {
            return Outcome.UNDECIDED;
        }
        excess = coefficient.xh;
        return excess < -margin ? Outcome.ESCAPED : excess >= margin ? Outcome.CAPPED : Outcome.UNDECIDED;
    }

    /** Chooses the unit 2^e; δ̂ and E are left to the caller. */
    void scaleTo(int e) {
        scale = e;
        powerUp = Math.max(Double.MIN_NORMAL, Rounding.pow2(e));
        cx = Math.scalb(dx, unit - e);
        cy = Math.scalb(dy, unit - e);
        constant = PAIR_ROUNDING * Rounding.norm(cx, cy) + residual.upIn(e) + TAU;
    }

    /** Brings δ̂, or E where it is larger, back into the middle of the range of doubles, or to e = 0. */
    private void normalise() {
        if (!wide) {
            return;
        }
        double size = Math.max(delta.norm(), error);
        if (size >= SMALL && (size <= LARGE || scale == 0)) {
            return;
        }
        int exponent = scale + Math.max(-900, Math.min(900, Math.getExponent(size)));
        int to = exponent > -COMFORT ? 0 : Math.max(exponent, unit - BELOW_OFFSETS);
        if (to != scale) {
            int shift = scale - to;
            scaleTo(to);
            delta.scale(shift);
            error = (Math.scalb(error, shift) + TAU) * UP;
        }
    }
}
