package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden, and what is left to be read. */
class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.ssl.keyPassword",
                "spark.ssl.historyServer.trustStorePassword",
                "spark.authenticate.secret",
                "spark.hadoop.fs.s3a.secret.key",
                "spark.hadoop.fs.s3a.access.key",
                "spark.hadoop.fs.s3a.session.token",
                "spark.hadoop.fs.azure.account.key.here.blob.core.windows.net",
                "spark.hadoop.fs.azure.sas.box.here.blob.core.windows.net",
                "spark.hadoop.fs.gs.auth.service.account.private.key",
                "spark.kubernetes.authenticate.submission.oauthToken",
                "spark.io.encryption.key",
                "spark.executorEnv.AWS_SECRET_ACCESS_KEY",
                "spark.executorEnv.API_KEY",
                "spark.yarn.appMasterEnv.DB_PASS",
            })
    void theValueOfASecretIsHidden(String name) {
        assertThat(Secrets.hide(name, "hunter2")).isEqualTo("(redacted)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Djavax.net.ssl.trustStorePassword=hunter2 -Xmx1g",
                "https://here.example/box?sv=1&sig=hunter2",
                "s3a://box/x?X-Amz-Signature=hunter2",
            })
    void aValueThatHoldsOneIsHidden(String value) {
        assertThat(Secrets.hide("spark.driver.extraJavaOptions", value)).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "spark.hadoop.fs.defaultFS, hdfs://me:hunter2@nodes:8020, hdfs://(redacted)@nodes:8020",
        "spark.jars, 'https://a:b@h/x.jar,https://c:d@h/y.jar', 'https://(redacted)@h/x.jar,https://(redacted)@h/y.jar'",
        "spark.master, spark://h:7077, spark://h:7077",
        "spark.driver.memory, 2g, 2g",
        "spark.task.maxDirectResultSize, 8m, 8m",
        "spark.shuffle.compress, false, false",
        "spark.ui.bypass, x, x",
    })
    void allElseStaysButForLogins(String name, String value, String shown) {
        assertThat(Secrets.hide(name, value)).isEqualTo(shown);
    }
}
