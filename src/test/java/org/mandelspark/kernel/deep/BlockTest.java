package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;
import org.mandelspark.grid.DeepGrid;

/** Blocks of real references, marched step by step in exact arithmetic: their contract, and the error bounds of their use. */
class BlockTest {
    private static final int LEVELS = 9;

    private static final List<Picture> PICTURES = new ArrayList<>();

    /** A reference with its exact elements. */
    private record Picture(
            DeepGrid grid, Reference reference, Offsets offsets, BlockTable table, List<ExactComplex> exact) {
        static Picture of(DeepViews view) {
            DeepGrid grid = view.grid(64, 64);
            Reference reference = ReferenceOrbit.compute(
                    grid.centre(), ReferenceOrbit.bitsFor(grid.spacing()), view.maxIter(), m -> {});
            int bits = reference.bits();
            FixedComplex z = new FixedComplex(
                    Digits.forBits(bits),
                    FixedPoint.nearest(grid.centre().re(), bits),
                    FixedPoint.nearest(grid.centre().im(), bits));
            List<ExactComplex> exact = new ArrayList<>();
            exact.add(new ExactComplex(BigInteger.ZERO, BigInteger.ZERO));
            for (int m = 1; m <= reference.length(); m++) {
                int shift = ExactComplex.BITS - bits;
                exact.add(new ExactComplex(
                        z.exactRe().shiftLeft(shift), z.exactIm().shiftLeft(shift)));
                z.step();
            }
            Offsets offsets = Offsets.of(grid, reference);
            return new Picture(grid, reference, offsets, BlockTable.of(reference, offsets), exact);
        }

        boolean isWide() {
            return table.wide;
        }
    }

    @BeforeAll
    static void computeReferences() {
        PICTURES.add(Picture.of(DeepViews.named("e113").at("1e113", 1200)));
        PICTURES.add(Picture.of(DeepViews.named("nr_fail").at("1e11", 600)));
        PICTURES.add(Picture.of(DeepViews.named("e1200").at("1e330", 2500)));
        // The reference of −2 + 10⁻⁴⁰ stays near 2 for 60 steps, so that tests are what limits blocks.
        PICTURES.add(Picture.of(new DeepViews("tip", "-1." + "9".repeat(40), "0", "1e60", 1200)));
        PICTURES.add(Picture.of(new DeepViews("deep tip", "-1." + "9".repeat(310), "0", "1e330", 1200)));
    }

    /** What steps from element m make of an offset; the largest |ζ|² at their ends goes to the array. */
    private static ExactComplex march(
            Picture picture, int m, int steps, ExactComplex start, ExactComplex d, BigInteger[] most) {
        ExactComplex delta = start;
        for (int i = m; i < m + steps; i++) {
            delta = picture.exact.get(i).twice().plus(delta).times(delta).plus(d);
            most[0] = most[0].max(picture.exact.get(i + 1).plus(delta).norm());
        }
        return delta;
    }

    private static ExactComplex along(double angle, Wide modulus) {
        return ExactComplex.of(
                Math.cos(angle) * modulus.mantissa() * (1 - 0x1p-50),
                Math.sin(angle) * modulus.mantissa() * (1 - 0x1p-50),
                modulus.exponent());
    }

    private static BigInteger whole(Wide bound) {
        return ExactComplex.whole(bound.mantissa(), bound.exponent());
    }

    private static Block made(BlockMaker maker, int level, int m) {
        if (level == 0) {
            Block block = new Block();
            maker.single(m, block);
            return block;
        }
        Block first = made(maker, level - 1, m);
        maker.merge(level - 1, first, made(maker, level - 1, m + (1 << (level - 1))), first);
        return first;
    }

    @Property(cases = 300)
    void aBlockKeepsItsContract(Draw draw) {
        Picture picture = draw.any(() -> PICTURES.get(draw.integer(0, PICTURES.size() - 1)));
        int level = draw.integer(0, LEVELS);
        int m = draw.integer(1, picture.reference.length() - (1 << level));
        Wide reach = picture.offsets.reach();
        BlockMaker maker = new BlockMaker(picture.reference, reach, picture.isWide(), LEVELS + 1);
        Block block = made(maker, level, m);
        if (block.isDead()) {
            return;
        }
        double shrink = draw.oneOf(() -> 1.0, () -> 1.0, () -> Math.scalb(1.0, -draw.integer(1, 40)));
        Wide modulus = block.radiusBound().times(shrink);
        Wide reached = reach.times(draw.oneOf(() -> 0.9, () -> 0.01));
        ExactComplex delta = along(draw.real(-3.2, 3.2), modulus);
        if (draw.integer(0, 1) == 0) {
            ExactComplex z = picture.exact.get(m);
            delta = along(Math.atan2(Made.pair(z).yh, Made.pair(z).xh), modulus);
        }
        ExactComplex d = along(draw.real(-3.2, 3.2), reached);
        BigInteger[] most = {BigInteger.ZERO};
        ExactComplex end = march(picture, m, 1 << level, delta, d, most);
        // (ii)
        assertThat(most[0]).isLessThanOrEqualTo(ExactComplex.of(2, 0).norm());
        Wide linear = block.aBound()
                .times(modulus)
                .plus(block.bBound().times(reached))
                .up();
        // (i)
        assertThat(end.modulus())
                .isLessThanOrEqualTo(
                        whole(linear.times(1 + maker.epsilon(level)).up()));
        // (iii)
        ExactComplex a = pair(block.a, block.aUnit);
        ExactComplex b = pair(block.b, block.bUnit);
        Wide far = modulus.plus(block.betaBound().times(reach)).up();
        Wide remainder = block.aBound().times(block.phiBound()).times(far).times(far);
        Wide bound = remainder.plus(linear.times(maker.kappa(level))).up();
        assertThat(end.minus(a.times(delta)).minus(b.times(d)).modulus()).isLessThanOrEqualTo(whole(bound));
    }

    private static ExactComplex pair(ComplexPair z, int unit) {
        return ExactComplex.of(z.xh, z.yh, unit).plus(ExactComplex.of(z.xl, z.yl, unit));
    }

    /** Aligned starts, so that blocks are used wherever they may be. */
    private static int start(Draw draw, Picture picture) {
        int level = draw.integer(2, 8);
        int count = (picture.reference.length() - 1) >> level;
        return 1 + (draw.integer(0, count - 1) << level);
    }

    /** What each step may leave out; the largest is more than references leave, so that it is seen. */
    private static Wide residual(Draw draw, Picture picture) {
        return draw.oneOf(
                () -> Wide.ZERO,
                picture.offsets::residual,
                () -> picture.offsets.reach().times(0.05));
    }

    @Property(cases = 800)
    void doublesErrWithinTheirBoundAfterABlock(Draw draw) {
        Picture picture = draw.any(() -> PICTURES.get(draw.pick(0, 1, 3)));
        int m = start(draw, picture);
        Wide residual = residual(draw, picture);
        DoubleOrbit orbit = new DoubleOrbit(picture.reference, picture.table, Double.POSITIVE_INFINITY, residual, 5, 0);
        double d = picture.offsets.reach().downIn(0) * draw.real(0.0, 0.9);
        double angle = draw.real(-3.2, 3.2);
        orbit.start(d * Math.cos(angle), d * Math.sin(angle));
        ExactComplex exactD = ExactComplex.of(orbit.x, orbit.y);
        int level = draw.integer(2, 8);
        int j = (m - 1) >> level;
        double radius = j < picture.table.radii[level].length ? picture.table.radii[level][j] : 0;
        double size = draw.oneOf(() -> radius * 0.9, () -> Math.scalb(radius, -draw.integer(1, 60)), () -> d);
        double towards = draw.real(-3.2, 3.2);
        orbit.x = size * Math.cos(towards);
        orbit.y = size * Math.sin(towards);
        ExactComplex delta = ExactComplex.of(orbit.x, orbit.y);
        double error = draw.oneOf(() -> 0.0, () -> Math.scalb(size, -draw.integer(4, 80)));
        orbit.error = error;
        orbit.m = m;
        orbit.k = 1;
        Outcome outcome = orbit.run();
        if (outcome != Outcome.CAPPED || orbit.m < m) {
            return;
        }
        double toward = draw.real(-3.2, 3.2);
        ExactComplex eta = along(toward, Wide.of(error));
        ExactComplex left = along(draw.real(-3.2, 3.2), residual);
        ExactComplex end =
                march(picture, m, orbit.m - m, delta.plus(eta), exactD.plus(left), new BigInteger[] {BigInteger.ZERO});
        BigInteger off = ExactComplex.of(orbit.x, orbit.y).minus(end).modulus();
        assertThat(off).isLessThanOrEqualTo(ExactComplex.whole(orbit.error, 0));
    }

    /** At δ = 0 all of a block's remainder comes from the pixel's offset. */
    @Test
    void doublesAllowForTheRemainderOfAnOffsetAlone() {
        double worst = 0;
        for (String zoom : List.of("1e13", "1e14")) {
            Picture picture = Picture.of(DeepViews.named("nr_fail").at(zoom, 300));
            DoubleOrbit orbit =
                    new DoubleOrbit(picture.reference, picture.table, Double.POSITIVE_INFINITY, Wide.ZERO, 5, 0);
            for (int m = 1; m + 4 < picture.reference.length(); m += 4) {
                double d = picture.offsets.reach().downIn(0) * 0.9;
                orbit.start(d * Math.cos(m), d * Math.sin(m));
                ExactComplex exactD = ExactComplex.of(orbit.x, orbit.y);
                orbit.x = 0;
                orbit.y = 0;
                orbit.error = 0;
                orbit.m = m;
                if (orbit.run() == Outcome.CAPPED && orbit.steps == 1) {
                    ExactComplex end = march(
                            picture, m, orbit.m - m, ExactComplex.ZERO, exactD, new BigInteger[] {BigInteger.ZERO});
                    BigInteger off =
                            ExactComplex.of(orbit.x, orbit.y).minus(end).modulus();
                    worst = Math.max(worst, Made.quotient(off, ExactComplex.whole(orbit.error, 0)));
                }
            }
        }
        assertThat(worst).isBetween(0.05, 1.0);
    }

    @Property(cases = 800)
    void pairsErrWithinTheirBoundAfterABlockAtAnyDepth(Draw draw) {
        Picture picture = draw.any(() -> PICTURES.get(draw.integer(0, PICTURES.size() - 1)));
        int m = start(draw, picture);
        int unit = picture.offsets.unit();
        Wide residual = residual(draw, picture);
        double tolerance = draw.oneOf(() -> Double.POSITIVE_INFINITY, () -> 0x1p-60);
        PairOrbit orbit = new PairOrbit(picture.reference, picture.table, tolerance, residual, unit, 5);
        orbit.start(picture.offsets.right(draw.integer(0, 63)), picture.offsets.up(draw.integer(0, 63)));
        ExactComplex d = pair(orbit.delta, orbit.scale);
        int exponent = draw.integer(unit - 20, -20);
        if (picture.isWide()) {
            orbit.scaleTo(exponent > -200 ? 0 : exponent);
        }
        int scale = orbit.scale;
        ComplexPair start = Made.pair(ExactComplex.of(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0), exponent)
                .plus(ExactComplex.of(draw.real(-1.0, 1.0), draw.real(-1.0, 1.0), exponent - 54))
                .shifted(-scale));
        orbit.delta.set(start);
        ExactComplex delta = pair(start, scale);
        double error = draw.oneOf(() -> 0.0, () -> Math.scalb(start.norm(), -draw.integer(4, 140)));
        orbit.error = error;
        orbit.m = m;
        orbit.k = 1;
        Outcome outcome = orbit.run(PairOrbit.NEVER);
        if (outcome != Outcome.CAPPED || orbit.m < m) {
            return;
        }
        ExactComplex eta = along(draw.real(-3.2, 3.2), Wide.of(error, scale));
        ExactComplex left = along(draw.real(-3.2, 3.2), residual);
        ExactComplex end =
                march(picture, m, orbit.m - m, delta.plus(eta), d.plus(left), new BigInteger[] {BigInteger.ZERO});
        BigInteger off = pair(orbit.delta, orbit.scale).minus(end).modulus();
        assertThat(off).isLessThanOrEqualTo(ExactComplex.whole(orbit.error, orbit.scale));
    }

    @Test
    void theTableStaysWithinTheMemoryItPromises() {
        for (Picture picture : PICTURES) {
            double perIteration = (double) picture.table.bytes() / picture.reference.length();
            assertThat(perIteration).isLessThan(picture.isWide() ? 62.1 : 52.1);
        }
    }
}
