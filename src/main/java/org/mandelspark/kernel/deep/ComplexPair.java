package org.mandelspark.kernel.deep;

/**
 * A complex number of some 106 bits: each part is an unevaluated sum of two doubles, {@code high + low} with |low| ≤
 * u|high|, computed by error-free transformations (Dekker 1971, Knuth 1969; bounds below are proved here, with no claim
 * to be the best: see Joldes, Muller and Popescu 2017 for tight ones of real operations).
 *
 * <p><b>Sum.</b> {@code (s, e) = TwoSum(xh, yh)} is exact; {@code f = fl(fl(xl + yl) + e)}; the result
 * {@code TwoSum(s, f)} is exact. With a = |xh| + |yh|, |xl + yl| ≤ ua and |e| ≤ u|s| ≤ u(1 + u)a, so both roundings err
 * by at most u²a + 2u²a(1 + u). For both parts together: <b>|error| ≤ 3.1u²(|x| + |y|)</b>. Sums of doubles cannot
 * underflow.
 *
 * <p><b>Product.</b> Real part: {@code p₁ + e₁ = xrh·yrh} and {@code p₂ + e₂ = xih·yih} are exact by fma,
 * {@code s + e₃ = p₁ − p₂} by TwoSum. Let a = |xrh·yrh| + |xih·yih|; the e's are at most ua₁, ua₂ and ua, the products
 * of a high and a low part ua₁ or ua₂ each. In the order of the code, rounding the four products errs by 2u²a, the sums
 * by (2 + 2 + 1 + 2 + 4)u²a, and the two products of low parts that are left out are u²a: 14u²a, with terms of higher
 * order less than 14.1u²a. The imaginary part likewise with b = |xrh·yih| + |xih·yrh|, and a² + b² ≤ 2|x|²|y|²:
 * <b>|error| ≤ 20u²|x||y|</b>, and 2⁻¹⁰⁷⁰ for underflows. {@link #dot}, the real part of a product with a conjugate,
 * errs by 14.1u²|x||y|.
 */
final class ComplexPair {
    double xh;
    double xl;
    double yh;
    double yl;

    void set(double realHigh, double realLow, double imaginaryHigh, double imaginaryLow) {
        xh = realHigh;
        xl = realLow;
        yh = imaginaryHigh;
        yl = imaginaryLow;
    }

    void set(ComplexPair z) {
        set(z.xh, z.xl, z.yh, z.yl);
    }

    /** Multiplies by 2ⁿ, without error unless parts underflow: then by at most 2⁻¹⁰⁷⁴ each. */
    void scale(int n) {
        if (n == 0) {
            return;
        }
        xh = Math.scalb(xh, n);
        xl = Math.scalb(xl, n);
        yh = Math.scalb(yh, n);
        yl = Math.scalb(yl, n);
    }

    /** Sets this to a + b. */
    void sum(ComplexPair a, ComplexPair b) {
        double s = a.xh + b.xh;
        double f = (a.xl + b.xl) + twoSumError(a.xh, b.xh, s);
        xh = s + f;
        xl = twoSumError(s, f, xh);
        double t = a.yh + b.yh;
        double g = (a.yl + b.yl) + twoSumError(a.yh, b.yh, t);
        yh = t + g;
        yl = twoSumError(t, g, yh);
    }

    /** Adds x + iy. */
    void add(double x, double y) {
        double s = xh + x;
        double f = xl + twoSumError(xh, x, s);
        double t = yh + y;
        double g = yl + twoSumError(yh, y, t);
        xh = s + f;
        xl = twoSumError(s, f, xh);
        yh = t + g;
        yl = twoSumError(t, g, yh);
    }

    /** Sets this to a·b; may be a or b itself. */
    void product(ComplexPair a, ComplexPair b) {
        double p1 = a.xh * b.xh;
        double e1 = Math.fma(a.xh, b.xh, -p1);
        double p2 = a.yh * b.yh;
        double e2 = Math.fma(a.yh, b.yh, -p2);
        double s = p1 - p2;
        double low = twoSumError(p1, -p2, s) + (e1 - e2) + ((a.xh * b.xl + a.xl * b.xh) - (a.yh * b.yl + a.yl * b.yh));
        double q1 = a.xh * b.yh;
        double f1 = Math.fma(a.xh, b.yh, -q1);
        double q2 = a.yh * b.xh;
        double f2 = Math.fma(a.yh, b.xh, -q2);
        double t = q1 + q2;
        double small = twoSumError(q1, q2, t) + (f1 + f2) + ((a.xh * b.yl + a.xl * b.yh) + (a.yh * b.xl + a.yl * b.xh));
        xh = s + low;
        xl = twoSumError(s, low, xh);
        yh = t + small;
        yl = twoSumError(t, small, yh);
    }

    /** Sets the real part to Re(conj(a)·b) and the imaginary one to 0. */
    void dot(ComplexPair a, ComplexPair b) {
        double p1 = a.xh * b.xh;
        double e1 = Math.fma(a.xh, b.xh, -p1);
        double p2 = a.yh * b.yh;
        double e2 = Math.fma(a.yh, b.yh, -p2);
        double s = p1 + p2;
        double low = twoSumError(p1, p2, s) + (e1 + e2) + ((a.xh * b.xl + a.xl * b.xh) + (a.yh * b.yl + a.yl * b.yh));
        set(s + low, twoSumError(s, low, s + low), 0, 0);
    }

    /** An upper bound of the modulus, less a relative 2u; see {@link Rounding#norm}. */
    double norm() {
        return Rounding.norm(xh, yh);
    }

    /** Knuth's TwoSum: the error of s = fl(a + b), whichever of both is larger. */
    static double twoSumError(double a, double b, double s) {
        double bb = s - a;
        return (a - (s - bb)) + (b - bb);
    }
}
