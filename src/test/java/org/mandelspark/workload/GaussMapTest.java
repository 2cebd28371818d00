package org.mandelspark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandelspark.files.NpyReader;
import org.mandelspark.grid.RowRange;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.kernel.OrbitDensity;

/** The Gauss map against NumPy (src/test/python/make_gauss_fixtures.py), whose exponential has other last bits. */
class GaussMapTest {
    /**
     * One case of the fixtures.
     *
     * @param periods of each column, 0 for none
     * @param noise mean total variation distance between equivalent runs of NumPy, of each column
     * @param excess the greatest distance of any column of any of 199 such runs, over its noise and one point
     */
    record Case(
            String name,
            double alpha,
            double first,
            double last,
            int betas,
            int bins,
            int skip,
            int points,
            List<Integer> periods,
            List<Double> noise,
            double excess,
            String file) {
        GaussMap map() {
            return new GaussMap(
                    new OrbitDensity(alpha, skip, points, bins), new BetaRange(first, last, betas), KernelKind.SIMD);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream in = resource("cases.json")) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<List<Case>>() {});
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void periodicColumnsOccupyTheVeryBinsOfNumpy(Case reference) throws IOException {
        double[] expected = numpy(reference);
        double[] shares = ours(reference);
        for (int j = 0; j < reference.betas(); j++) {
            if (reference.periods().get(j) > 0) {
                for (int i = j; i < shares.length; i += reference.betas()) {
                    assertThat(shares[i] > 0)
                            .as("%s, column %d, row %d", reference, j, i / reference.betas())
                            .isEqualTo(expected[i] > 0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void otherColumnsAreNoFurtherFromNumpyThanNumpyFromItself(Case reference) throws IOException {
        double[] expected = numpy(reference);
        double[] shares = ours(reference);
        for (int j = 0; j < reference.betas(); j++) {
            double distance = 0;
            for (int i = j; i < shares.length; i += reference.betas()) {
                distance += Math.abs(shares[i] - expected[i]) / 2;
            }
            // If ours is a run like NumPy's own, this fails with a probability of 1/200 in each case.
            assertThat(distance)
                    .as("%s, column %d", reference, j)
                    .isLessThanOrEqualTo(reference.excess() * (reference.noise().get(j) + 1.0 / reference.points()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void columnsAddUpToTheShareOfPointsInside(Case reference) throws IOException {
        double[] expected = numpy(reference);
        double[] shares = ours(reference);
        for (int j = 0; j < reference.betas(); j++) {
            double sum = 0;
            double numpySum = 0;
            for (int i = j; i < shares.length; i += reference.betas()) {
                sum += shares[i];
                numpySum += expected[i];
            }
            assertThat(sum).isLessThanOrEqualTo(1 + 1e-12);
            if (reference.periods().get(j) > 0) {
                assertThat(sum).as("%s, column %d", reference, j).isEqualTo(numpySum, Offset.offset(1e-12));
            }
        }
    }

    @Test
    void rowsMayBeAnyAndLieAnywhere() throws IOException {
        GaussMap map = cases().get(0).map();
        double[] all = new double[map.rows() * map.rowCells()];
        RowRange every = RowRange.band(0, map.rows());
        map.fill(every, all, every.starts(map.rowCells()));
        RowRange some = new RowRange(150, 20, 7, map.rows());
        double[] block = new double[some.count() * map.rowCells()];
        Work work = map.fill(some, block, RowRange.band(0, some.count()).starts(map.rowCells()));
        for (int k = 0; k < some.count(); k++) {
            for (int bin = 0; bin < map.rowCells(); bin++) {
                assertThat(block[k * map.rowCells() + bin]).isEqualTo(all[some.row(k) * map.rowCells() + bin]);
            }
        }
        assertThat(work.iterations()).isEqualTo(20 * 1200);
        assertThat(work.steps()).isBetween(20 * 1200L, 32 * 1200L);
    }

    @Test
    void theFileHasTheHighestBinFirst() {
        GaussMap map = new GaussMap(new OrbitDensity(1, 0, 1, 3), new BetaRange(0, 1, 2), KernelKind.NAIVE);
        assertThat(map.inFileOrder(new double[] {1, 2, 3, 4, 5, 6})).containsExactly(3, 6, 2, 5, 1, 4);
    }

    private static double[] ours(Case reference) {
        GaussMap map = reference.map();
        double[] cells = new double[map.rows() * map.rowCells()];
        RowRange all = RowRange.band(0, map.rows());
        map.fill(all, cells, all.starts(map.rowCells()));
        return map.inFileOrder(cells);
    }

    private static double[] numpy(Case reference) throws IOException {
        try (InputStream in = resource(reference.file())) {
            NpyReader reader = new NpyReader(in, reference.file());
            assertThat(reader.rows()).isEqualTo(reference.bins());
            assertThat(reader.columns()).isEqualTo(reference.betas());
            return reader.cells();
        }
    }

    private static InputStream resource(String name) {
        return GaussMapTest.class.getResourceAsStream("/gauss/" + name);
    }
}
