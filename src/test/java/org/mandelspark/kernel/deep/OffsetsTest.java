package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactPoint;

class OffsetsTest {
    /** Rounded offsets are within what the residual allows beyond the reference's own; exact ones are exact, and cost nothing. */
    @Property(cases = 300)
    void offsetsAreExactOrTheResidualAllowsForTheirRounding(Draw draw) {
        DeepGrid grid = DeepViews.named("e113")
                .at("1e" + draw.integer(5, 150), 1)
                .grid(draw.integer(1, 99), draw.integer(1, 99));
        BigDecimal half = grid.spacing().value().divide(BigDecimal.valueOf(2));
        boolean whole = draw.integer(0, 1) == 0;
        BigDecimal right =
                whole ? BigDecimal.valueOf(draw.integer(-5000, 5000)) : new BigDecimal(draw.real(-300.0, 300.0));
        BigDecimal up = whole ? BigDecimal.valueOf(draw.integer(-5000, 5000)) : new BigDecimal("0.1");
        ExactPoint centre = grid.centre();
        ExactPoint point = new ExactPoint(
                centre.re().subtract(half.multiply(right)), centre.im().subtract(half.multiply(up)));
        Reference reference = ReferenceOrbit.compute(point, 900, 1, m -> {});
        Offsets offsets = Offsets.of(grid, reference);
        int column = draw.integer(0, grid.size().width() - 1);
        int row = draw.integer(0, grid.size().height() - 1);
        BigInteger x = error(grid, offsets.right(column), right, grid.halvesRight(column), offsets.unit());
        BigInteger y = error(grid, offsets.up(row), up, grid.halvesUp(row), offsets.unit());
        Wide residual = offsets.residual();
        if (whole) {
            assertThat(x.signum()).isZero();
            assertThat(y.signum()).isZero();
            assertThat(residual).isEqualTo(reference.residual());
        } else {
            Wide rounding = residual.minus(reference.residual());
            BigInteger most = ExactComplex.whole(rounding.mantissa(), rounding.exponent());
            assertThat(new ExactComplex(x, y).norm()).isLessThanOrEqualTo(most.multiply(most));
        }
        Wide reach = offsets.reach();
        ExactComplex d = ExactComplex.of(offsets.right(column), offsets.up(row), offsets.unit());
        BigInteger most = ExactComplex.whole(reach.mantissa(), reach.exponent());
        assertThat(d.norm()).isLessThanOrEqualTo(most.multiply(most));
    }

    private static BigInteger error(DeepGrid grid, double computed, BigDecimal distance, int halves, int unit) {
        BigDecimal exact = distance.add(BigDecimal.valueOf(halves))
                .multiply(BigDecimal.valueOf(grid.spacing().mantissa()));
        BigInteger scaled = exact.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(ExactComplex.BITS + unit)))
                .toBigInteger();
        return scaled.subtract(ExactComplex.whole(computed, unit));
    }
}
