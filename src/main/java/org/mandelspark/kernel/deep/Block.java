package org.mandelspark.kernel.deep;

/**
 * A block of ℓ steps from element m of a reference, 1 ≤ m and m + ℓ ≤ M: what bilinear approximation (Zhuoran 2021)
 * makes of them, with a contract that is proved.
 *
 * <p><b>Contract.</b> Let δ = ζ − Ẑ be exact at the start, |δ| ≤ {@link #radius}, and d⁺ = |d| + ρ ≤ c⁺. Then at the
 * end
 *
 * <ol>
 * <li>|δ′| ≤ (1 + ε)(A⁺|δ| + B⁺d⁺);
 * <li>|ζ| ≤ 2 at the end of each of the ℓ steps, so that all tests that are skipped, and the one at the end, are
 * passed;
 * <li>|δ′ − (Aδ + Bd)| ≤ A⁺φ(|δ| + βc⁺)² + κ(A⁺|δ| + B⁺d⁺) + B⁺ρ.
 * </ol>
 *
 * <p>ε and κ are the same for all blocks of a length and stand in {@link BlockTable}. A⁺ ≥ |A|, B⁺ ≥ 1. The
 * coefficients are pairs of doubles; the products of doubles alone, which others use, would lose 7u·ℓ in κ instead of
 * u.
 *
 * <p>φ is the remainder as it is, a quadratic one: it follows the one or two steps of a block, near zeros of Z, that
 * dominate it. β is here without the factor c⁺, so that it fits in a double at any depth. By induction A⁺β ≤ B⁺, and A⁺
 * ≤ 5B⁺, as A⁺ has one factor more than the largest term of B⁺ has.
 *
 * <p>Numbers that do not fit in doubles have exponents: A stands for {@code a · 2^aUnit}, with A⁺; B likewise with B⁺;
 * φ and β. All are 0 in blocks that fit.
 */
final class Block {
    final ComplexPair a = new ComplexPair();
    final ComplexPair b = new ComplexPair();
    double aUp;
    double bUp;
    double phi;
    double beta;
    int aUnit;
    int bUnit;
    int phiUnit;
    int betaUnit;

    /** Zero for a block that must not be used. */
    double radius;

    int radiusUnit;

    /** True if no number needs an exponent. */
    boolean fits() {
        return (aUnit | bUnit | phiUnit | betaUnit | radiusUnit) == 0;
    }

    boolean isDead() {
        return !(radius > 0);
    }

    /** Makes this a block that must not be used, and that no longer one may contain. */
    void kill() {
        setBounds(Wide.of(1), Wide.of(1), Wide.of(1), Wide.ZERO, Wide.ZERO);
    }

    Wide aBound() {
        return Wide.of(aUp, aUnit);
    }

    Wide bBound() {
        return Wide.of(bUp, bUnit);
    }

    Wide phiBound() {
        return Wide.of(phi, phiUnit);
    }

    Wide betaBound() {
        return Wide.of(beta, betaUnit);
    }

    Wide radiusBound() {
        return Wide.of(radius, radiusUnit);
    }

    /** Sets the bounds, which need no exponents. */
    void setPlain(double newA, double newB, double newPhi, double newBeta, double newRadius) {
        aUp = newA;
        bUp = newB;
        phi = newPhi;
        beta = newBeta;
        radius = newRadius;
        aUnit = 0;
        bUnit = 0;
        phiUnit = 0;
        betaUnit = 0;
        radiusUnit = 0;
    }

    /** Sets the bounds, each with an exponent; the coefficients are in the units of theirs. */
    void setBounds(Wide newA, Wide newB, Wide newPhi, Wide newBeta, Wide newRadius) {
        aUp = newA.mantissa();
        aUnit = newA.exponent();
        bUp = newB.mantissa();
        bUnit = newB.exponent();
        phi = newPhi.mantissa();
        phiUnit = newPhi.exponent();
        beta = newBeta.mantissa();
        betaUnit = newBeta.exponent();
        radius = newRadius.mantissa();
        radiusUnit = newRadius.exponent();
    }
}
