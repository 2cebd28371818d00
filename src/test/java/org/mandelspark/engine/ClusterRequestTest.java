package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster is asked for exactly the workers that the user asked for, or the user is told why not. */
class ClusterRequestTest {
    @Test
    void standaloneIsAskedForCores() {
        SparkConf conf = conf("spark://here:7077", Map.of());
        ClusterRequest.ask(conf, 6);
        assertThat(conf.get("spark.cores.max")).isEqualTo("6");
        assertThat(ClusterRequest.expected(conf)).hasValue(6);
        assertThat(conf.contains("spark.dynamicAllocation.enabled")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yarn", "k8s://https://here:6443"})
    void yarnAndKubernetesAreAskedForExecutors(String master) {
        SparkConf oneCoreEach = conf(master, Map.of());
        ClusterRequest.ask(oneCoreEach, 6);
        assertThat(oneCoreEach.get("spark.executor.instances")).isEqualTo("6");
        assertThat(ClusterRequest.expected(oneCoreEach)).hasValue(6);

        SparkConf threeCoresEach = conf(master, Map.of("spark.executor.cores", "3"));
        ClusterRequest.ask(threeCoresEach, 6);
        assertThat(threeCoresEach.get("spark.executor.instances")).isEqualTo("2");
        assertThat(ClusterRequest.expected(threeCoresEach)).hasValue(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local-cluster[2,1,1024]     | 1 | local-cluster[1,1,1024]",
                "local-cluster[2,1,1024]     | 2 | local-cluster[2,1,1024]",
                "local-cluster[ 3 , 4, 512 ] | 8 | local-cluster[2,4,512]"
            })
    void aLocalClusterIsMadeOfTheSizeThatIsNeeded(String master, int workers, String made) {
        SparkConf conf = conf(master, Map.of());
        ClusterRequest.ask(conf, workers);
        assertThat(conf.get("spark.master")).isEqualTo(made);
        assertThat(ClusterRequest.expected(conf)).hasValue(workers);
    }

    @Test
    void aLocalClusterGivesNoMoreThanItHas() {
        SparkConf conf = conf("local-cluster[2,2,1024]", Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterRequest.ask(conf, 8))
                .withMessage("--workers 8: the cluster gives 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yarn", "k8s://https://here:6443", "spark://here:7077", "local-cluster[9,4,1024]"})
    void executorsAreNotCutIntoPieces(String master) {
        SparkConf conf = conf(master, Map.of("spark.executor.cores", "4"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterRequest.ask(conf, 6))
                .withMessageContaining("--workers 6: each executor has 4 cores");
    }

    @Test
    void whatTheUserHasSetStaysOrIsAContradiction() {
        SparkConf same = conf("spark://here:7077", Map.of("spark.cores.max", "6"));
        ClusterRequest.ask(same, 6);
        assertThat(same.get("spark.cores.max")).isEqualTo("6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterRequest.ask(same, 8))
                .withMessage("--workers 8 needs spark.cores.max=8, which has been set to 6");
        SparkConf executors = conf("yarn", Map.of("spark.executor.instances", "3", "spark.executor.cores", "2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterRequest.ask(executors, 4))
                .withMessage("--workers 4 needs spark.executor.instances=2, which has been set to 3");
    }

    @Test
    void aFixedNumberOfWorkersDoesNotComeAndGo() {
        SparkConf conf = conf("yarn", Map.of("spark.dynamicAllocation.enabled", "true"));
        ClusterRequest.ask(conf, 6);
        assertThat(conf.get("spark.dynamicAllocation.enabled")).isEqualTo("false");
    }

    @Test
    void settingsThatSayNoNumberLeaveItOpen() {
        assertThat(ClusterRequest.expected(conf("spark://here:7077", Map.of()))).isEqualTo(OptionalInt.empty());
        assertThat(ClusterRequest.expected(conf("yarn", Map.of("spark.executor.cores", "2"))))
                .isEqualTo(OptionalInt.empty());
        assertThat(ClusterRequest.expected(conf("spark://here:7077", Map.of("spark.cores.max", "5"))))
                .hasValue(5);
    }

    private static SparkConf conf(String master, Map<String, String> settings) {
        SparkConf conf = new SparkConf(false).setMaster(master);
        settings.forEach(conf::set);
        return conf;
    }
}
