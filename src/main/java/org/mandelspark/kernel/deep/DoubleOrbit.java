package org.mandelspark.kernel.deep;

/**
 * The orbit of a pixel in doubles beside a reference, with a bound of its error, so that tests are decided by proof or
 * not at all. No operation here may be fused.
 *
 * <p><b>State.</b> ζ₀ = 0, ζₖ₊₁ = ζₖ² + c is the exact orbit; the test of iteration k is |ζₖ| ≤ 2, so escape at k is
 * the count k − 1. δ = ζₖ − Ẑₘ is exact by definition; δ̂ = x + iy is known, and |δ̂ − δ| ≤ E. At the start k = m = 1
 * and δ̂ = d. N is {@link Rounding#norm}, D = ρ + τ.
 *
 * <p><b>Step.</b> ŵ = fl(Z + δ̂), s = fl(|ŵ|²), t = fl(Z + ŵ), δ̂′ = fl(fl(tδ̂) + d), w = fl(√s):
 *
 * <pre>E′ = (E(2(w + 3u(w + N(Z)) + 2⁻⁵³⁶) + E) + 7u(2N(Z) + N(δ̂))N(δ̂) + u·N(d) + D)·UP</pre>
 *
 * <i>Proof.</i> Exactly δ′ = (2Ẑ + δ)δ + d + r. (a) With η = δ − δ̂, (2Ẑ + δ)δ − (2Ẑ + δ̂)δ̂ = η(2(Ẑ + δ̂) + η); and |Ẑ
 * + δ̂| ≤ w(1 + 3.1u) + u|Z| + 2⁻⁵³⁷, the last where s underflows. (b) t in place of 2Ẑ + δ̂: a sum errs by u times its
 * modulus, so u(|ŵ| + |t| + 2|Z|)|δ̂|. (c) The product: u(2 + u)(|tr·x| + |ti·y|) in the real part, likewise in the
 * other, the squares of both brackets sum up to 2|t|²|δ̂|²: 2.83u|t||δ̂|. (d) The sum: u|δ̂′| ≤
 * u((1 + 2.9u)|t||δ̂| + |d|)(1 + u). With |ŵ| ≤ (1 + u)(|Z| + |δ̂|), |t| ≤ (1 + 3u)(2|Z| + |δ̂|) the coefficients of
 * u|Z||δ̂| are 1 + 2 + 2 + 5.66 + 2 = 12.66, those of u|δ̂|² 1 + 1 + 2.83 + 1 = 5.83: at most 6.34u(2|Z| + |δ̂|)|δ̂|.
 * Underflows are below 2⁻¹⁰⁷⁰(1 + |δ̂|). ∎ Because orbits begin anew where |ŵ| < |δ̂|, |Z| is at most 2.1w in a step,
 * and UP would cover 3u(w + N(Z)); with it the bound does not depend on when they do.
 *
 * <p><b>Test.</b> If s ≤ 3.9 and E ≤ 2⁻⁷, |ζ| ≤ 1.97485(1 + 3u) + u|Z| + 0.00782 < 2: passed. Otherwise v = g −
 * (2(Zr·x + Zi·y) + (x² + y²)):
 *
 * <pre>margin = ((2(w + 3u(w + N(Z))) + E)E + 5.3u(2N(Z) + N(δ̂))N(δ̂) + τ)·UP < 1</pre>
 *
 * v < −margin is an escape, v ≥ margin is passed, all else undecided. <i>Proof.</i> 4 − |ζ|² = (4 − |Ẑ|²) −
 * 2Re(conj(Ẑ)δ) − |δ|². δ̂ for δ costs the first term. Let M = (2|Z| + |δ̂|)|δ̂|. Z for Ẑ costs 2u|Z||δ̂|; computing
 * the mixed term, two products and their sum, 4.1u|Z||δ̂|, |δ̂|² 2.1u|δ̂|², the sum of both uM: together 4.1uM. g errs
 * by u|g|, the last subtraction by u|v|, and |g| ≤ |v| + (1 + 5u)M: in all 5.2uM + 2.1u|v|, and the last is within UP
 * as |v| ≥ margin. ∎
 *
 * <p><b>Beginning anew.</b> At any time Z + δ̂ may become δ̂, and m = 0; it must at m = M, and pays where |Z + δ̂| <
 * |δ̂|. With TwoSum(Z, δ̂) = (σ, e) exactly, v = fl(σ + fl(e + L)): |Ẑ + δ̂ − v| ≤ u²|Z| + u|e + L| + u|v|, |e| ≤ u|σ|,
 * |L| ≤ u|Z|, so
 *
 * <pre>E := (E + u·N(v) + 2⁻¹⁰³(N(Z) + N(δ̂)) + τ)·UP</pre>
 *
 * <p><b>Block.</b> q = N(δ̂) + E below a block's radius (rounding q costs 5u, less than the contract leaves): δ̂′ =
 * fl(Aδ̂ + Bd) with the high parts of A and B, k and m grow by ℓ, and all ℓ tests are passed, so that k > maxIter is a
 * proof as well:
 *
 * <pre>E′ = (A⁺E + A⁺(q + βc⁺)·φ(q + βc⁺) + (κ + 5u)(A⁺q + B⁺(N(d) + D)) + B⁺D)·UP</pre>
 *
 * <i>Proof.</i> The contract at |δ| ≤ q; two products err by 2.83u, their sum by u, the low parts are u of the high
 * ones: 4.84u(A⁺|δ̂| + B⁺|d|). Underflows are below B⁺τ, as A⁺ ≤ 5B⁺. ∎
 *
 * <p>Where pictures are so deep that d needs an exponent, doubles serve while |δ̂| was 2⁻⁴⁰⁰ or more when they began or
 * began anew. There |d| < τ may count as 0: D covers it.
 */
final class DoubleOrbit {
    private static final double U = Rounding.U;
    private static final double UP = Rounding.UP;

    /** A |z|² that is certainly below 4 for any error that is at most {@link #SMALL_ERROR}. */
    static final double SURELY_INSIDE = 3.9;

    static final double SMALL_ERROR = 0x1p-7;

    private final double[] orbit;
    private final double[] low;
    private final double[] margins;
    private final int last;
    private final BlockTable table;
    private final double tolerance;
    private final double reach;
    private final double residual;
    private final long maxIter;
    private final double leastNorm;

    private double dx;
    private double dy;

    double x;
    double y;
    double error;
    int m;
    long k;
    long steps;

    /** 4 − |ζ|² in the last test that needed it, as computed, and how much more than that has to be seen of it. */
    double excess;

    double margin;

    /**
     * Orbits of a picture.
     *
     * @param tolerance greatest remainder of a block relative to |δ| + βc⁺, infinite for whatever the table allows
     * @param leastNorm below this |δ̂| orbits that begin anew are {@link Outcome#LEFT}
     */
    DoubleOrbit(
            Reference reference, BlockTable table, double tolerance, Wide residual, long maxIter, double leastNorm) {
        orbit = reference.orbit();
        low = reference.low();
        margins = reference.margin();
        last = reference.length();
        this.table = table;
        this.tolerance = tolerance;
        reach = Math.max(Rounding.TAU, table.reach.upIn(0));
        this.residual = (residual.upIn(0) + Rounding.TAU) * UP;
        this.maxIter = maxIter;
        this.leastNorm = leastNorm;
    }

    /** Begins the orbit of the pixel with the offset d. */
    void start(double offsetRe, double offsetIm) {
        dx = offsetRe;
        dy = offsetIm;
        x = dx;
        y = dy;
        error = residual;
        m = 1;
        k = 1;
        steps = 0;
    }

    /** Goes on to the end, or until this arithmetic has to be left; the last test that was not decided is that of k. */
    Outcome run() {
        // Fields in locals: compilers keep these in registers.
        double[] z = orbit;
        double cx = dx;
        double cy = dy;
        double constant = U * Rounding.norm(cx, cy) + residual;
        double a = x;
        double b = y;
        double e = error;
        int at = m;
        long n = k;
        long made = 0;
        Outcome outcome = Outcome.CAPPED;
        boolean tested = false;
        while (true) {
            double zr = z[2 * at];
            double zi = z[2 * at + 1];
            double wr = zr + a;
            double wi = zi + b;
            double s = wr * wr + wi * wi;
            if (!tested && !(s <= SURELY_INSIDE && e <= SMALL_ERROR)) {
                outcome = test(at, a, b, e, s);
                if (outcome != Outcome.CAPPED) {
                    break;
                }
            }
            if (n >= maxIter) {
                break;
            }
            if (s < a * a + b * b || at == last) {
                double v = zr + a;
                double w = zi + b;
                double before = Rounding.norm(zr, zi) + Rounding.norm(a, b);
                a = v + (ComplexPair.twoSumError(zr, a, v) + low[2 * at]);
                b = w + (ComplexPair.twoSumError(zi, b, w) + low[2 * at + 1]);
                double norm = Rounding.norm(a, b);
                e = (e + (U * norm + 0x1p-103 * before) + Rounding.TAU) * UP;
                at = 0;
                tested = true;
                if (norm < leastNorm) {
                    outcome = Outcome.LEFT;
                    break;
                }
                continue;
            }
            made++;
            int level = at == 0 ? 0 : level(at - 1, Rounding.norm(a, b) + e);
            if (level > 0) {
                double[] block = table.entries[level];
                int i = ((at - 1) >> level) * BlockTable.STRIDE;
                double q = Rounding.norm(a, b) + e;
                double far = q + block[i + 7] * reach;
                double aUp = block[i + 4];
                double bUp = block[i + 5];
                e = (aUp * e
                                + (aUp * far) * (block[i + 6] * far)
                                + (table.kappa[level] + 5 * U) * (aUp * q + bUp * (Rounding.norm(cx, cy) + residual))
                                + bUp * residual)
                        * UP;
                double next = (block[i] * a - block[i + 1] * b) + (block[i + 2] * cx - block[i + 3] * cy);
                b = (block[i] * b + block[i + 1] * a) + (block[i + 2] * cy + block[i + 3] * cx);
                a = next;
                at += 1 << level;
                n += 1 << level;
                tested = true;
            } else {
                double w = Math.sqrt(s);
                double zNorm = Rounding.norm(zr, zi);
                double norm = Rounding.norm(a, b);
                e = (e * (2 * (w + 3 * U * (w + zNorm) + 0x1p-536) + e)
                                + (7 * U * ((2 * zNorm + norm) * norm) + constant))
                        * UP;
                double tr = zr + wr;
                double ti = zi + wi;
                double next = (tr * a - ti * b) + cx;
                b = (tr * b + ti * a) + cy;
                a = next;
                at++;
                n++;
                tested = false;
            }
        }
        x = a;
        y = b;
        error = e;
        m = at;
        k = n;
        steps += made;
        return outcome;
    }

    /** Real part of Ẑ + δ̂, rounded. */
    double valueRe() {
        return orbit[2 * m] + x;
    }

    /** Imaginary part of it. */
    double valueIm() {
        return orbit[2 * m + 1] + y;
    }

    /** The longest block from index i + 1 that may be used at q; 0 if there is none. */
    private int level(int i, double q) {
        int level = BlockTable.FIRST_LEVEL;
        int found = 0;
        int most = Math.min(table.levels - 1, Integer.numberOfTrailingZeros(i));
        while (level <= most && mayUse(level, i >> level, q)) {
            found = level++;
        }
        return found;
    }

    private boolean mayUse(int level, int j, double q) {
        double[] radii = table.radii[level];
        if (j >= radii.length || !(q < radii[j])) {
            return false;
        }
        double[] block = table.entries[level];
        int at = j * BlockTable.STRIDE;
        return tolerance == Double.POSITIVE_INFINITY || block[at + 6] * (q + block[at + 7] * reach) <= tolerance;
    }

    /** Decides the test of an orbit; {@link Outcome#CAPPED} if it is passed. */
    private Outcome test(int at, double a, double b, double e, double s) {
        double zr = orbit[2 * at];
        double zi = orbit[2 * at + 1];
        double zNorm = Rounding.norm(zr, zi);
        double norm = Rounding.norm(a, b);
        double w = Math.sqrt(s);
        excess = margins[at] - (2 * (zr * a + zi * b) + (a * a + b * b));
        margin = ((2 * (w + 3 * U * (w + zNorm)) + e) * e + 5.3 * U * ((2 * zNorm + norm) * norm) + Rounding.TAU) * UP;
        if (!(margin < 1)) {
            return Outcome.UNDECIDED;
        }
        return excess < -margin ? Outcome.ESCAPED : excess >= margin ? Outcome.CAPPED : Outcome.UNDECIDED;
    }
}
