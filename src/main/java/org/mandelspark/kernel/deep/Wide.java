package org.mandelspark.kernel.deep;

import java.io.Serializable;

/**
 * A non-negative number {@code mantissa · 2^exponent} of any size that is met in practice: bounds beyond doubles. Each
 * operation rounds once, or twice in a sum, and never underflows, so {@link Rounding Rule R} holds with {@link #up()}
 * and {@link #down()} in place of the factors.
 *
 * @param mantissa in [1, 2), or 0, or infinite
 * @param exponent 0 if the mantissa is 0 or infinite
 */
record Wide(double mantissa, int exponent) implements Serializable {
    static final Wide ZERO = new Wide(0, 0);

    /** The value of a double. */
    static Wide of(double value) {
        return of(value, 0);
    }

    /** {@code value · 2^exponent}. */
    static Wide of(double value, int exponent) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            return new Wide(value, 0);
        }
        int own = Math.getExponent(value);
        if (own < Double.MIN_EXPONENT) {
            double normal = value * 0x1p64;
            int subnormal = Math.getExponent(normal);
            return new Wide(Math.scalb(normal, -subnormal), exponent + subnormal - 64);
        }
        return new Wide(Math.scalb(value, -own), exponent + own);
    }

    Wide times(Wide other) {
        return of(mantissa * other.mantissa, exponent + other.exponent);
    }

    Wide times(double factor) {
        return times(of(factor));
    }

    Wide over(Wide divisor) {
        return of(mantissa / divisor.mantissa, exponent - divisor.exponent);
    }

    Wide plus(Wide other) {
        if (mantissa == 0 || other.mantissa == 0) {
            return mantissa == 0 ? other : this;
        }
        if (exponent < other.exponent) {
            return other.plus(this);
        }
        // An addend below 2⁻¹⁰²² of the other is less than a rounding.
        return of(mantissa + Math.scalb(other.mantissa, other.exponent - exponent), exponent);
    }

    /** The difference, 0 if it is not positive. */
    Wide minus(Wide other) {
        if (!isAbove(other)) {
            return ZERO;
        }
        return of(mantissa - Math.scalb(other.mantissa, other.exponent - exponent), exponent);
    }

    boolean isAbove(Wide other) {
        if (mantissa == 0 || other.mantissa == 0 || exponent == other.exponent) {
            return mantissa > other.mantissa;
        }
        return exponent > other.exponent;
    }

    Wide min(Wide other) {
        return isAbove(other) ? other : this;
    }

    Wide max(Wide other) {
        return isAbove(other) ? this : other;
    }

    Wide up() {
        return of(mantissa * Rounding.UP, exponent);
    }

    Wide down() {
        return of(mantissa * Rounding.DOWN, exponent);
    }

    /** This number over 2^unit as a double, not below it: rounded up where doubles are coarse. */
    double upIn(int unit) {
        double value = Math.scalb(mantissa, clamped((long) exponent - unit));
        return value < Double.MIN_NORMAL && mantissa > 0 ? value + Double.MIN_VALUE : value;
    }

    /** This number over 2^unit as a double, not above it. */
    double downIn(int unit) {
        double value = Math.scalb(mantissa, clamped((long) exponent - unit));
        return value < Double.MIN_NORMAL ? 0 : Math.min(value, Double.MAX_VALUE);
    }

    private static int clamped(long exponent) {
        return (int) Math.max(-4000, Math.min(4000, exponent));
    }
}
