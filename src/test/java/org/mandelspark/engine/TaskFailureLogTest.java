package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskFailureLogTest {
    private final Logger log = LogManager.getLogger("org.apache.spark.scheduler.TaskSetManager");

    @AfterEach
    void asTestsHaveIt() {
        tell(SparkLogging.Level.WARN);
    }

    @Test
    void failedTasksAreToldWithVerboseOnlyWhicheverWasSetBefore() {
        tell(SparkLogging.Level.WARN);
        assertThat(log.isErrorEnabled()).isFalse();
        tell(SparkLogging.Level.INFO);
        assertThat(log.isInfoEnabled()).isTrue();
        tell(SparkLogging.Level.WARN);
        assertThat(log.isErrorEnabled()).isFalse();
    }

    private static void tell(SparkLogging.Level level) {
        SparkLogging.setLevel(level);
        TaskFailureLog.follow();
    }
}
