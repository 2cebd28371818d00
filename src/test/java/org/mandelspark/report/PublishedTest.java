package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.files.Json;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.workload.Problem;

class PublishedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'workload':'mandelbrot','name':'v','formula':'mandelbrot','region':'-2,0.5,-1.25,1.25','size':'400x400','max_iter':400",
                "'workload':'gauss','alpha':5.8,'beta':[-1,1],'size':'640x400','skip':200,'points':4000"
            })
    void aTableIsFoundForTheProblemThatItIsOf(String keys) throws IOException {
        assertThatCode(() -> PublishedKernels.of(problem(keys))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'workload':'mandelbrot','name':'v','formula':'tricorn','region':'-2,2,-2,2','size':'400x400','max_iter':400",
                "'workload':'mandelbrot','name':'v','formula':'mandelbrot','region':'-2,2,-2,2','size':'400x401','max_iter':400",
                "'workload':'mandelbrot','name':'v','formula':'mandelbrot','region':'-2,2,-2,2','size':'400x400','max_iter':401",
                "'workload':'gauss','alpha':5.9,'beta':[-1,1],'size':'640x400','skip':200,'points':4000"
            })
    void noTableIsFoundForAnother(String keys) throws IOException {
        Problem<?> problem = problem(keys);
        assertThatThrownBy(() -> PublishedKernels.of(problem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--published: the published figures are for the Mandelbrot set in 400x400")
                .hasMessageEndingWith(", not " + problem.describe());
    }

    @Test
    void everyRowNamesAKernelAndAnEngineOfOurs() {
        Published.FIGURES.kernels().stream()
                .flatMap(table -> table.rows().stream())
                .forEach(row -> {
                    assertThat(KernelKind.parse(row.kernel()).label()).isEqualTo(row.kernel());
                    assertThat(EngineKind.parse(row.engine()).label()).isEqualTo(row.engine());
                    assertThat(row.seconds()).isPositive();
                });
    }

    private static Problem<?> problem(String keys) throws IOException {
        return Json.value(new ObjectMapper().readTree("{" + keys.replace('\'', '"') + "}"), Problem.class);
    }
}
