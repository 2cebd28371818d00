package org.mandelspark.kernel.deep;

/**
 * Makes blocks whose {@link Block contract} holds.
 *
 * <p><b>Single step.</b> A = 2(Z + L), B = B⁺ = 1, A⁺ ≥ |2Ẑ|, φ ≥ 1/A⁺, β = 0, ε = {@link #LOOSE} + 2u, κ = 2u², and
 * the radius is the least of LOOSE·A⁺ and ((4 − |Ẑₘ₊₁|²)/(2 + |Ẑₘ₊₁|) − c⁺)/(A⁺(1 + ε)), both rounded down.
 * <i>Proof.</i> δ′ − (Aδ + d) = 2(Ẑ − Z − L)δ + δ² + r, where 2|Ẑ − Z − L| ≤ u²A⁺(1 + 2u) and |δ|² ≤ A⁺φ|δ|²: third
 * part. |δ|² ≤ LOOSE·A⁺|δ|: first part, with 1 before d⁺. 2 − |Ẑₘ₊₁| is the fraction, and |δ′| ≤ (1 + ε)A⁺|δ| + c⁺ is
 * below it: second part. ∎
 *
 * <p><b>Two blocks</b>, x and then y: A = A_yA_x, B = A_yB_x + B_y, A⁺ = A_y⁺A_x⁺, B⁺ = A_y⁺B_x⁺ + B_y⁺, ε = 2ε + ε² +
 * 8u, κ = κ + κ(1 + ε) + 24u², φ = φ_x + φ_yA_x⁺(1 + ε)², β = max(β_x, (B_x⁺ + β_y)/A_x⁺), radius =
 * min(R_x, (R_y/(1 + ε) − B_x⁺c⁺)/A_x⁺), rounded up or, radii, down. <i>Proof.</i> Let g_x = A_x⁺|δ| + B_x⁺d⁺ and g =
 * A⁺|δ| + B⁺d⁺, so A_y⁺g_x + B_y⁺d⁺ ≤ g. By the first part |δ_x| ≤ (1 + ε)g_x ≤ R_y, so y may be used, and the second
 * part holds for both. First part: (1 + ε)(A_y⁺(1 + ε)g_x + B_y⁺d⁺) ≤ (1 + ε)²g. Third part: with δ_x = A_xδ + B_xd +
 * t_x and δ_y = A_yδ_x + B_yd + t_y the remainder is A_yt_x + t_y and the roundings of A and B. ρ: A_y⁺B_x⁺ρ + B_y⁺ρ ≤
 * B⁺ρ. κ: A_y⁺κg_x + κ(A_y⁺(1 + ε)g_x + B_y⁺d⁺) ≤ (κ + κ(1 + ε))g. φ: A_y⁺A_x⁺φ_x(|δ| + β_xc⁺)² +
 * A_y⁺φ_y((1 + ε)(A_x⁺|δ| + B_x⁺d⁺) + β_yc⁺)², and the second is at most A⁺φ_yA_x⁺(1 + ε)²(|δ| + (B_x⁺ + β_y)c⁺/A_x⁺)².
 * Roundings, by {@link ComplexPair}: 20u²|A_y||A_x||δ| and (20 + 3.2)u²(|A_y||B_x| + |B_y|)|d|, at most 23.3u²g;
 * underflows are below 2⁻¹⁰⁶⁸, and u² times A⁺ and B⁺ far above. ∎
 *
 * <p>The contract holds for |δ| a little above the radius, too, by the factors {@link Rounding#DOWN}: by 29u for a
 * single step.
 */
final class BlockMaker {
    /** Greatest |δ|/A⁺ of a single step: remainders are bounded by φ, so this only keeps 1 + ε near 1. */
    private static final double LOOSE = 0x1p-30;

    private static final double U = Rounding.U;
    private static final double UP = Rounding.UP;
    private static final double DOWN = Rounding.DOWN;

    /** Greatest numbers of blocks without exponents where others have them; the least are its inverse. */
    private static final double COMFORT = 0x1p400;

    /** The same limit for tables in which no block has an exponent. */
    private static final double RANGE = 0x1p900;

    private final Reference reference;
    private final Wide wideReach;
    private final double reach;
    private final boolean wide;
    private final double most;
    private final double least;
    private final double[] epsilon;
    private final double[] kappa;

    BlockMaker(Reference reference, Wide reach, boolean wide, int levels) {
        this.reference = reference;
        this.wideReach = reach;
        this.reach = Math.max(Rounding.TAU, reach.upIn(0));
        this.wide = wide;
        most = wide ? COMFORT : RANGE;
        least = 1 / most;
        epsilon = new double[levels];
        kappa = new double[levels];
        epsilon[0] = LOOSE + 2 * U;
        kappa[0] = 2 * U * U;
        for (int l = 1; l < levels; l++) {
            double e = epsilon[l - 1];
            epsilon[l] = (2 * e + e * e + 8 * U) * UP;
            kappa[l] = (kappa[l - 1] + kappa[l - 1] * (1 + e) + 24 * U * U) * UP;
        }
    }

    double epsilon(int level) {
        return epsilon[level];
    }

    double kappa(int level) {
        return kappa[level];
    }

    /** Makes the block of the step from element m to its successor. */
    void single(int m, Block out) {
        double x = reference.orbit()[2 * m];
        double y = reference.orbit()[2 * m + 1];
        out.a.set(x, reference.low()[2 * m], y, reference.low()[2 * m + 1]);
        out.a.scale(1);
        out.b.set(1, 0, 0, 0);
        double margin = reference.margin()[m + 1];
        double aUp = StrictMath.hypot(2 * x, 2 * y) * UP;
        double next = StrictMath.hypot(reference.orbit()[2 * m + 2], reference.orbit()[2 * m + 3]) * UP;
        double room = (DOWN * margin / (2 + next) - reach) / (aUp * (1 + epsilon[0])) * DOWN;
        out.setPlain(aUp, 1, UP / aUp, 0, DOWN * Math.min(LOOSE * aUp, room));
        if (!isComfortable(out)) {
            if (wide) {
                wideSingle(m, out);
            } else {
                out.kill();
            }
        }
    }

    private void wideSingle(int m, Block out) {
        int unit = reference.isTiny(m) ? reference.tiny(m, out.a) + 1 : 0;
        Wide norm = Wide.of(StrictMath.hypot(out.a.xh, out.a.yh) * UP, unit);
        Wide margin = reference.marginBound(m + 1);
        if (norm.mantissa() == 0 || margin.mantissa() == 0) {
            out.kill();
            return;
        }
        out.a.scale(unit - norm.exponent());
        double next = StrictMath.hypot(reference.orbit()[2 * m + 2], reference.orbit()[2 * m + 3]) * UP;
        Wide room = margin.down().over(Wide.of(2 + next)).minus(wideReach).over(norm.times(1 + epsilon[0]));
        Wide radius = norm.times(LOOSE).min(room.down()).down();
        out.setBounds(norm, Wide.of(1), Wide.of(UP).over(norm), Wide.ZERO, radius);
    }

    /** Makes the block of two blocks of a level; may be one of them. */
    void merge(int level, Block x, Block y, Block out) {
        if (x.isDead() || y.isDead()) {
            out.kill();
        } else if (!x.fits() || !y.fits() || !mergePlain(level, x, y, out)) {
            if (wide) {
                mergeWide(level, x, y, out);
            } else {
                out.kill();
            }
        }
    }

    /** False if the result does not fit; out is unchanged then. */
    private boolean mergePlain(int level, Block x, Block y, Block out) {
        double grown = 1 + epsilon[level];
        double aUp = y.aUp * x.aUp * UP;
        double bUp = (y.aUp * x.bUp + y.bUp) * UP;
        double phi = (x.phi + y.phi * x.aUp * (grown * grown)) * UP;
        double beta = Math.max(x.beta, (x.bUp + y.beta) / x.aUp * UP);
        double radius = Math.min(x.radius, (y.radius / grown * DOWN - x.bUp * reach * UP) / x.aUp * DOWN);
        if (!isComfortable(aUp, bUp, phi, beta, radius)) {
            return false;
        }
        product(x, y, out);
        out.setPlain(aUp, bUp, phi, beta, radius);
        return true;
    }

    private boolean isComfortable(Block block) {
        return isComfortable(block.aUp, block.bUp, block.phi, block.beta, block.radius);
    }

    private boolean isComfortable(double aUp, double bUp, double phi, double beta, double radius) {
        return aUp >= least
                && aUp <= most
                && bUp <= most
                && phi >= least
                && phi <= most
                && beta <= most
                && radius >= least;
    }

    private static void product(Block x, Block y, Block out) {
        // out may be x: B first, as it needs A of y only.
        ComplexPair b = new ComplexPair();
        b.product(y.a, x.b);
        b.sum(b, y.b);
        out.a.product(y.a, x.a);
        out.b.set(b);
    }

    private void mergeWide(int level, Block x, Block y, Block out) {
        Wide grown = Wide.of(1 + epsilon[level]);
        Wide ax = x.aBound();
        Wide ay = y.aBound();
        Wide bx = x.bBound();
        Wide by = y.bBound();
        Wide a = ay.times(ax).up();
        Wide b = ay.times(bx).plus(by).up();
        Wide phi = x.phiBound()
                .plus(y.phiBound().times(ax).times(grown).times(grown))
                .up();
        Wide beta = x.betaBound().max(bx.plus(y.betaBound()).over(ax).up());
        Wide room = y.radiusBound().over(grown).down().minus(bx.times(wideReach).up());
        Wide radius = x.radiusBound().min(room.over(ax).down());
        ComplexPair toB = scaled(y.b, y.bUnit - b.exponent());
        ComplexPair ya = scaled(y.a, y.aUnit - ay.exponent());
        ComplexPair xb = scaled(x.b, x.bUnit - bx.exponent());
        xb.product(ya, xb);
        xb.scale(ay.exponent() + bx.exponent() - b.exponent());
        out.a.product(ya, scaled(x.a, x.aUnit - ax.exponent()));
        out.a.scale(ay.exponent() + ax.exponent() - a.exponent());
        out.b.sum(xb, toB);
        out.setBounds(a, b, phi, beta, radius);
    }

    private static ComplexPair scaled(ComplexPair from, int power) {
        ComplexPair to = new ComplexPair();
        to.set(from);
        to.scale(power);
        return to;
    }
}
