package org.mandelspark.kernel.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.grid.DeepGrid;

/**
 * Finished pictures of all deep views against the {@link Oracle}, pixel by pixel: {@code mvn test -Poracle}, hours on one core;
 * {@code -Doracle.seconds=60} for half an hour. Each view
 * prints a line when it is done. Its pixels come in an order drawn once and for all, until {@code oracle.pixels} are compared
 * or the oracle has worked for {@code oracle.seconds} on the view. What the oracle found is kept in target/oracle, so that
 * another run, perhaps of another kernel or with more time, goes on from there.
 */
class OracleComparison {
    private static final int SIDE = 96;
    private static final int MOST_PIXELS = Integer.getInteger("oracle.pixels", SIDE * SIDE);
    private static final double SECONDS = Double.parseDouble(System.getProperty("oracle.seconds", "300"));

    /** Where there are more, the reference alone needs gigabytes. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final Path KEPT = Path.of("target", "oracle");

    private static int views;
    private static int pixels;

    /** Counts that the oracle has found, by pixel, in a file that grows. */
    private static final class Found implements AutoCloseable {
        private final Map<Integer, Integer> counts = new HashMap<>();
        private final PrintWriter more;

        Found(DeepViews view, DeepGrid grid) throws IOException {
            Path file = KEPT.resolve("%s-%d-%08x.tsv"
                    .formatted(view.name(), SIDE, List.of(view, grid.spacing()).hashCode()));
            Files.createDirectories(KEPT);
            String text = Files.exists(file) ? Files.readString(file) : "";
            // A line that was cut off is found again.
            int whole = text.lastIndexOf('\n') + 1;
            text.substring(0, whole).lines().map(line -> line.split("\t")).forEach(cells -> {
                counts.put(Integer.valueOf(cells[0]), Integer.valueOf(cells[1]));
            });
            Files.writeString(file, text.substring(0, whole));
            more = new PrintWriter(
                    Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND), true);
        }

        void put(int pixel, int count) {
            counts.put(pixel, count);
            more.println(pixel + "\t" + count);
        }

        @Override
        public void close() {
            more.close();
        }
    }

    static List<DeepViews> views() {
        return DeepViews.all().stream()
                .filter(view -> view.maxIter() <= MOST_ITERATIONS)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyCountIsTheOracles(DeepViews view) throws IOException {
        DeepGrid grid = view.grid(SIDE, SIDE);
        long start = System.nanoTime();
        Reference reference =
                ReferenceOrbit.compute(grid.centre(), ReferenceOrbit.bitsFor(grid.spacing()), view.maxIter(), m -> {});
        BlockTable table = BlockTable.of(reference, Offsets.of(grid, reference));
        DeepKernel kernel = new DeepKernel(grid, reference, table, view.maxIter());
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, SIDE * SIDE).boxed().toList());
        Collections.shuffle(order, new Random(16));
        int[] tiers = new int[Tier.values().length];
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        double oracleSeconds = 0;
        double kernelSeconds = seconds(start);
        try (Found found = new Found(view, grid)) {
            for (int pixel : order) {
                boolean known = found.counts.containsKey(pixel);
                if (compared == MOST_PIXELS || (!known && oracleSeconds > SECONDS)) {
                    break;
                }
                int column = pixel % SIDE;
                int row = pixel / SIDE;
                long before = System.nanoTime();
                if (!known) {
                    found.put(pixel, view.oracle(grid, column, row));
                    oracleSeconds += seconds(before);
                }
                before = System.nanoTime();
                int[] count = new int[1];
                byte[] tier = new byte[1];
                kernel.fill(row, column, count, tier, Tier.BALLS);
                kernelSeconds += seconds(before);
                tiers[tier[0]]++;
                compared++;
                if (count[0] != found.counts.get(pixel)) {
                    wrong.add("column %d, row %d: %d instead of %d"
                            .formatted(column, row, count[0], found.counts.get(pixel)));
                }
            }
        }
        views++;
        pixels += compared;
        System.out.printf(
                "%-24s zoom %-12.12s %5d pixels, %d wrong; by tier %d %d %d %d; kernel %.1f s, oracle %.1f s%n",
                view.name(),
                view.zoom(),
                compared,
                wrong.size(),
                tiers[0],
                tiers[1],
                tiers[2],
                tiers[3],
                kernelSeconds,
                oracleSeconds);
        assertThat(wrong).isEmpty();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }

    @AfterAll
    static void saysHowMany() {
        System.out.printf("%d pixels of %d views compared%n", pixels, views);
    }
}
