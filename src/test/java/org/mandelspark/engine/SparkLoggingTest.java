package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** What the log may tell. */
class SparkLoggingTest {
    @Test
    void aPasswordInAnAddressIsNotLogged() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("conf", "log4j2.properties"))) {
            settings.load(file);
        }
        PatternLayout layout = PatternLayout.newBuilder()
                .withPattern(settings.getProperty("appender.stderr.layout.pattern"))
                .build();
        assertThat(layout.toSerializable(Log4jLogEvent.newBuilder()
                        .setLoggerName("org.apache.hadoop.fs.Here")
                        .setLevel(org.apache.logging.log4j.Level.WARN)
                        .setMessage(new SimpleMessage("no such place: s3a://me:hunter2@box/x"))
                        .setThrown(new IOException("hdfs://me:hunter2@nodes:8020 is away"))
                        .build()))
                .contains("WARN Here: no such place: s3a://(redacted)@box/x", "hdfs://(redacted)@nodes:8020 is away")
                .contains(SparkLoggingTest.class.getName())
                .doesNotContain("hunter2");
    }
}
