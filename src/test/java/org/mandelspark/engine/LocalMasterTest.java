package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Local mode has the threads that were asked for and the attempts that the master says. */
class LocalMasterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"local[7] | local[7]", "local[7,3] | local[7,3]", "local[7 , 3] | local[7,3]"})
    void threadsOfTheUrlCountWhenNobodyAsksForOthers(String url, String started) {
        LocalMaster master = LocalMaster.parse(url).orElseThrow();
        WorkerCount workers = master.workers(OptionalInt.empty());
        assertThat(workers).isEqualTo(new WorkerCount(7, "--master " + started));
        assertThat(master.url(workers)).isEqualTo(started);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local | local[5]",
                "local[*] | local[5]",
                "local[2] | local[5]",
                "local[*, 4] | local[5,4]",
                "local[2,4] | local[5,4]"
            })
    void whoAsksForWorkersGetsThem(String url, String started) {
        LocalMaster master = LocalMaster.parse(url).orElseThrow();
        WorkerCount workers = master.workers(OptionalInt.of(5));
        assertThat(workers).isEqualTo(new WorkerCount(5, "--workers"));
        assertThat(master.url(workers)).isEqualTo(started);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "local[*]", "local[*,2]"})
    void anOpenUrlMeansTheCoresThatWereGiven(String url) {
        assertThat(LocalMaster.parse(url).orElseThrow().workers(OptionalInt.empty()))
                .isEqualTo(new GivenCores().preferred());
    }

    @Test
    void clustersAreNotLocal() {
        assertThat(LocalMaster.parse("local-cluster[2,1,1024]")).isEmpty();
        assertThat(LocalMaster.parse("spark://localhost:7077")).isEmpty();
        assertThat(LocalMaster.parse("yarn")).isEmpty();
    }
}
