package org.mandelspark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.kernel.FractionKernel;
import org.mandelspark.picture.Colouring.Direction;
import org.mandelspark.picture.Colouring.Kind;

class SmoothColoursTest {
    private static final Palette GREY = Palette.named("grey");

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCountMoreIsAWholeFractionLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int maxIter = maxIter(random);
        PixelColours colours = colours(random, maxIter, random.nextInt(1, 9), random.nextDouble());
        for (int i = 0; i < 500; i++) {
            int count = random.nextInt(maxIter - 1);
            int fraction = random.nextInt((1 << 16) - FractionKernel.UNITS);
            assertThat(colours.rgb(count + 1, fraction)).isEqualTo(colours.rgb(count, fraction + FractionKernel.UNITS));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLongerAPixelStaysTheFurtherItsColour(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int maxIter = maxIter(random);
        PixelColours colours = colours(random, maxIter, 1, 0);
        int lastGrey = 0;
        double step = Math.max(1.0 / 64, maxIter / 20_000.0);
        for (double smooth = -2; smooth < maxIter - 0.5; smooth += step) {
            int count = (int) Math.max(0, Math.floor(smooth));
            int fraction = (int) ((smooth - count + FractionKernel.LEAD) * FractionKernel.UNITS);
            int grey = colours.rgb(count, fraction) & 0xff;
            assertThat(grey).as("smooth count %s", smooth).isGreaterThanOrEqualTo(lastGrey);
            lastGrey = grey;
        }
        assertThat(lastGrey).isGreaterThan(200);
        assertThat(colours.rgb(maxIter, 0)).isZero();
    }

    private static int maxIter(SplittableRandom random) {
        return random.nextBoolean() ? random.nextInt(2, 300) : random.nextInt(4000, Integer.MAX_VALUE);
    }

    private static PixelColours colours(SplittableRandom random, int maxIter, int cycles, double offset) {
        int[] counts = random.ints(2000, 0, maxIter)
                .map(count -> (int) (count * random.nextDouble() * random.nextDouble()))
                .toArray();
        return PixelColours.of(new Colouring(Kind.SMOOTH, GREY, Direction.FORWARD, cycles, offset), counts, maxIter);
    }
}
