package org.mandelspark.kernel.deep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Elements of a reference with exponents of their own, while it is computed. */
final class ExponentList {
    private final int stride;
    private final List<Integer> indices = new ArrayList<>();
    private final List<Integer> exponents = new ArrayList<>();
    private final List<double[]> mantissas = new ArrayList<>();

    /**
     * An empty list.
     *
     * @param stride doubles an element: two for each of its parts
     */
    ExponentList(int stride) {
        this.stride = stride;
    }

    /**
     * Adds element m, with the parts {@code part · 2^power}: the largest is at least 1/2 and at most 1 as a mantissa.
     */
    void add(int m, int power, BigInteger... parts) {
        int longest = 0;
        for (BigInteger part : parts) {
            longest = Math.max(longest, part.abs().bitLength());
        }
        double[] high = new double[parts.length];
        double[] low = new double[parts.length];
        double[] element = new double[stride];
        for (int i = 0; i < parts.length; i++) {
            FixedPoint.split(parts[i], -longest, high, low, i);
            element[2 * i] = high[i];
            element[2 * i + 1] = low[i];
        }
        indices.add(m);
        exponents.add(power + longest);
        mantissas.add(element);
    }

    Reference.Exponents toExponents() {
        return new Reference.Exponents(
                indices.stream().mapToInt(Integer::intValue).toArray(),
                mantissas.stream().flatMapToDouble(Arrays::stream).toArray(),
                exponents.stream().mapToInt(Integer::intValue).toArray());
    }
}
