package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactPoint;

class ReferenceTest {
    @Property(cases = 500)
    void twoDoublesAreNearestToAnIntegerAndToItsRest(Draw draw) {
        BigInteger value = BigInteger.valueOf(draw.integer(-1_000_000_000L, 1_000_000_000L))
                .shiftLeft(draw.integer(0, 300))
                .add(BigInteger.valueOf(draw.integer(-1_000_000_000L, 1_000_000_000L))
                        .shiftLeft(draw.integer(0, 200)))
                .add(BigInteger.valueOf(draw.integer(-9, 9)));
        int power = draw.integer(-600, 100);
        double[] high = new double[1];
        double[] low = new double[1];
        FixedPoint.split(value, power, high, low, 0);
        BigInteger exact = value.shiftLeft(ExactComplex.BITS + power);
        BigInteger rest = exact.subtract(ExactComplex.whole(high[0], 0));
        BigInteger rest2 = rest.subtract(ExactComplex.whole(low[0], 0));
        BigInteger modulus = exact.abs();
        assertThat(rest.abs().shiftLeft(53)).isLessThanOrEqualTo(modulus.add(ExactComplex.whole(Double.MIN_VALUE, 53)));
        assertThat(rest2.abs().shiftLeft(106))
                .isLessThanOrEqualTo(modulus.add(ExactComplex.whole(Double.MIN_VALUE, 106)));
    }

    @Test
    void itEndsWhereItHasEscapedOrWithTheIterations() {
        assertThat(ReferenceOrbit.compute(ExactPoint.parse("3", "0"), 64, 100, m -> {})
                        .length())
                .isEqualTo(1);
        assertThat(ReferenceOrbit.compute(ExactPoint.parse("1", "0"), 64, 100, m -> {})
                        .length())
                .isEqualTo(3);
        assertThat(ReferenceOrbit.compute(ExactPoint.parse("-1", "0"), 64, 100, m -> {})
                        .length())
                .isEqualTo(101);
    }

    @Test
    void itReportsItsProgress() {
        AtomicInteger last = new AtomicInteger();
        ReferenceOrbit.compute(ExactPoint.parse("0", "0"), 64, 10_000, last::set);
        assertThat(last).hasValue(8192);
    }

    @Test
    void itTravels() throws Exception {
        DeepGrid grid = DeepViews.named("e1200").at("1e400", 500).grid(4, 4);
        Reference reference =
                ReferenceOrbit.compute(grid.centre(), ReferenceOrbit.bitsFor(grid.spacing()), 500, m -> {});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(reference);
        }
        assertThat(bytes.size()).isLessThan(48 * 502 + 3000);
        Reference copy = (Reference) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        int[] counts = new int[4];
        int[] again = new int[4];
        new DeepKernel(grid, reference, BlockTable.of(reference, Offsets.of(grid, reference)), 500)
                .fill(1, 0, counts, new byte[4], Tier.BALLS);
        new DeepKernel(grid, copy, BlockTable.of(copy, Offsets.of(grid, copy)), 500)
                .fill(1, 0, again, new byte[4], Tier.BALLS);
        assertThat(again).isEqualTo(counts);
    }

    @Test
    void impossibleOnesAreRefused() {
        ExactPoint origin = ExactPoint.parse("0", "0");
        assertThatThrownBy(() -> ReferenceOrbit.compute(origin, -1, 1, m -> {})).hasMessageContaining("-1");
        assertThatThrownBy(() -> ReferenceOrbit.compute(origin, 64, 0, m -> {})).hasMessageContaining("0");
    }
}
