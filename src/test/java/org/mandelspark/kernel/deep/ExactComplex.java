package org.mandelspark.kernel.deep;

import java.math.BigInteger;

/** A complex number as multiples of 2^−BITS: sums and doubles are exact, products are cut to that, far below every bound. */
record ExactComplex(BigInteger x, BigInteger y) {
    static final int BITS = 3200;

    static final ExactComplex ZERO = new ExactComplex(BigInteger.ZERO, BigInteger.ZERO);

    static ExactComplex of(double re, double im) {
        return of(re, im, 0);
    }

    /** (re + i·im)·2^power. */
    static ExactComplex of(double re, double im, int power) {
        return new ExactComplex(whole(re, power), whole(im, power));
    }

    /** A double times 2^power in units of 2^−BITS. */
    static BigInteger whole(double value, int power) {
        if (value == 0) {
            return BigInteger.ZERO;
        }
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        long significand = (long) Math.scalb(value, -exponent);
        return BigInteger.valueOf(significand).shiftLeft(BITS + exponent + power);
    }

    ExactComplex plus(ExactComplex other) {
        return new ExactComplex(x.add(other.x), y.add(other.y));
    }

    ExactComplex minus(ExactComplex other) {
        return new ExactComplex(x.subtract(other.x), y.subtract(other.y));
    }

    ExactComplex times(ExactComplex other) {
        return new ExactComplex(
                x.multiply(other.x).subtract(y.multiply(other.y)).shiftRight(BITS),
                x.multiply(other.y).add(y.multiply(other.x)).shiftRight(BITS));
    }

    /** This times 2ⁿ. */
    ExactComplex shifted(int n) {
        return new ExactComplex(x.shiftLeft(n), y.shiftLeft(n));
    }

    ExactComplex twice() {
        return plus(this);
    }

    /** |z|² in units of 2^−2·BITS. */
    BigInteger norm() {
        return x.multiply(x).add(y.multiply(y));
    }

    /** |z|, rounded up by less than 2⁻¹²⁰ of it, in units of 2^−BITS. */
    BigInteger modulus() {
        BigInteger norm = norm();
        int cut = Math.max(0, norm.bitLength() - 250) & -2;
        return norm.shiftRight(cut)
                .add(BigInteger.ONE)
                .sqrt()
                .add(BigInteger.ONE)
                .shiftLeft(cut / 2);
    }
}
