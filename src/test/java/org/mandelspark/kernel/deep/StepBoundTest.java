package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

/** Steps in doubles against exact arithmetic: whatever is allowed before a step, its error is within the bound after it. */
class StepBoundTest {
    /** An element, an offset from it and what is known of both; numbers as they would be in an orbit. */
    private static final class State implements Cloneable {
        double zx;
        double zy;
        double zxRest;
        double zyRest;
        double x;
        double y;
        double dx;
        double dy;
        double error;
        double residual;

        ExactComplex element() {
            return ExactComplex.of(zx, zy).plus(ExactComplex.of(zxRest, zyRest));
        }

        DoubleOrbit orbit(double leastNorm) {
            ExactComplex z = element();
            DoubleOrbit orbit = new DoubleOrbit(
                    Made.reference(Made.pair(z), z),
                    Made.noBlocks(false),
                    Double.POSITIVE_INFINITY,
                    Wide.of(residual),
                    2,
                    leastNorm);
            orbit.start(dx, dy);
            orbit.x = x;
            orbit.y = y;
            orbit.error = error;
            return orbit;
        }

        /** The error of a step over its bound, at the worst; 0 if none was made. */
        double step() {
            DoubleOrbit orbit = orbit(0);
            orbit.run();
            if (orbit.k != 2) {
                return 0;
            }
            boolean anew = orbit.m == 1;
            ExactComplex delta = ExactComplex.of(x, y);
            return Made.worstStep(
                    ExactComplex.of(orbit.x, orbit.y),
                    anew ? ExactComplex.ZERO : element(),
                    anew ? delta.plus(element()) : delta,
                    ExactComplex.of(dx, dy),
                    ExactComplex.whole(error, 0),
                    ExactComplex.whole(residual, 0),
                    ExactComplex.whole(orbit.error, 0));
        }

        /** The error of beginning anew over its bound; 0 if it did not. */
        double beginAnew() {
            DoubleOrbit orbit = orbit(Double.POSITIVE_INFINITY);
            if (orbit.run() != Outcome.LEFT) {
                return 0;
            }
            ExactComplex exact = ExactComplex.of(x, y).plus(element());
            BigInteger modulus = ExactComplex.of(orbit.x, orbit.y).minus(exact).modulus();
            return Made.quotient(modulus.add(ExactComplex.whole(error, 0)), ExactComplex.whole(orbit.error, 0));
        }

        /** Changes one number a little. */
        State mutated(SplittableRandom random) {
            State next = copy();
            double factor = 1 + Math.scalb(random.nextDouble() - 0.5, -random.nextInt(50));
            switch (random.nextInt(8)) {
                case 0 -> next.zx *= factor;
                case 1 -> next.zy *= factor;
                case 2 -> next.x *= factor;
                case 3 -> next.y *= factor;
                case 4 -> next.dx *= factor;
                case 5 -> next.dy *= factor;
                case 6 -> next.zxRest = 0.49999 * Math.ulp(next.zx) * (random.nextBoolean() ? 1 : -1);
                default -> next.zyRest = 0.49999 * Math.ulp(next.zy) * (random.nextBoolean() ? 1 : -1);
            }
            return next;
        }

        private State copy() {
            try {
                return (State) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static double part(Draw draw, int exponent) {
        return Math.scalb(draw.real(-1.0, 1.0), exponent);
    }

    private static State drawn(Draw draw) {
        State state = new State();
        int z = draw.integer(-300, 0);
        int delta = draw.oneOf(() -> draw.integer(-1000, 0), () -> z - draw.integer(-3, 60));
        int offset = draw.oneOf(() -> draw.integer(-1060, 0), () -> Math.max(-1060, delta - draw.integer(-2, 60)));
        state.zx = part(draw, z);
        state.zy = part(draw, z);
        state.zxRest = Math.ulp(state.zx) * draw.real(-0.499, 0.499);
        state.zyRest = Math.ulp(state.zy) * draw.real(-0.499, 0.499);
        boolean cancels = draw.integer(0, 4) == 0;
        state.x = cancels ? -state.zx * (1 + part(draw, -draw.integer(1, 60))) : part(draw, Math.min(0, delta));
        state.y = cancels ? -state.zy * (1 + part(draw, -draw.integer(1, 60))) : part(draw, Math.min(0, delta));
        state.dx = part(draw, Math.min(0, offset));
        state.dy = part(draw, Math.min(0, offset));
        double least = Rounding.TAU;
        state.residual = draw.oneOf(() -> 0.0, () -> Math.abs(part(draw, draw.integer(-1000, -60))));
        state.error = draw.oneOf(
                () -> least,
                () -> Math.abs(part(draw, draw.integer(-1050, -8))),
                () -> Math.max(least, Math.scalb(Math.abs(state.x), -draw.integer(1, 60))));
        return state;
    }

    @Property(cases = 3_000)
    void aStepErrsWithinItsBound(Draw draw) {
        assertThat(drawn(draw).step()).isLessThanOrEqualTo(1);
    }

    @Property(cases = 3_000)
    void beginningAnewErrsWithinItsBound(Draw draw) {
        assertThat(drawn(draw).beginAnew()).isLessThanOrEqualTo(1);
    }

    @Test
    void theBoundHoldsWhereSquaresUnderflow() {
        State state = new State();
        state.x = 0x1p-538;
        state.error = 0x1p-520;
        state.zx = 0;
        assertThat(state.step()).isBetween(0.9, 1.0);
    }

    /**
     * The largest rounding of a step that a long search by annealing found: 4.47u of the 6.34u that are proved and the 7u that
     * are allowed. A smaller constant than 4.5 fails here; that 6.34 cannot be exceeded rests on the proof.
     */
    @Test
    void theWorstRoundingThatIsKnownIsWithinTheBound() {
        State state = new State();
        state.zx = -0x1.00519112625f4p-1;
        state.zy = 0x1.272366b2e9d49p-9;
        state.zxRest = -0.4999 * Math.ulp(state.zx);
        state.zyRest = 0.4999 * Math.ulp(state.zy);
        state.x = 0x1.fff9442801fd5p-25;
        state.y = -0x1.f2aa10945aa68p-33;
        assertThat(state.step()).isBetween(0.63, 1.0);
    }

    /** The rounding of the offset is allowed for without slack. */
    @Test
    void theWorstRoundingOfTheOffsetIsWithinTheBound() {
        State state = new State();
        state.zx = -0x1.1c9b04c8feda5p-20;
        state.zy = -0x1.41c1a733db137p-28;
        state.zxRest = -0.4999 * Math.ulp(state.zx);
        state.zyRest = 0.4999 * Math.ulp(state.zy);
        state.x = 0x1.9845128b4472cp-32;
        state.y = 0x1.db140a3a21638p-21;
        state.dx = 0x1.0000ff0360578p-21;
        state.dy = 0x1.2af50c7168a5dp-58;
        assertThat(state.step()).isBetween(0.999, 1.0);
    }

    /** A short search of that kind, from states drawn anew: its end is below the one known. */
    @Test
    void aSearchForTheWorstRoundingStaysWithinTheBound() {
        SplittableRandom random = new SplittableRandom(16);
        double worst = 0;
        for (int start = 0; start < 8; start++) {
            State best = new State();
            best.zx = random.nextDouble(-1, 1);
            best.zy = random.nextDouble(-1, 1);
            best.x = Math.scalb(random.nextDouble(-1, 1), -20);
            best.y = Math.scalb(random.nextDouble(-1, 1), -20);
            double most = best.step();
            for (int i = 0; i < 300; i++) {
                State next = best.mutated(random);
                double ratio = next.step();
                if (ratio >= most) {
                    most = ratio;
                    best = next;
                }
            }
            worst = Math.max(worst, most);
        }
        assertThat(worst).isBetween(0.3, 1.0);
    }
}
