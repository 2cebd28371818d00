package org.mandelspark.cli;

import java.util.concurrent.ThreadLocalRandom;
import org.mandelspark.study.StudySettings;
import picocli.CommandLine.Option;

/** The options that say how often a study measures each configuration. */
final class RepeatOptions {
    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "10",
            converter = Converters.ToPositive.class,
            description = "Measured runs of each configuration; 6 at least for intervals. Default: ${DEFAULT-VALUE}")
    private int repeats;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "3",
            converter = Converters.ToCount.class,
            description = "Runs of each configuration before those, not counted. Default: ${DEFAULT-VALUE}")
    private int warmups;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the random order of configurations; printed. Default: another one each time")
    private Long seed;

    StudySettings settings() {
        return new StudySettings(
                repeats, warmups, seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed);
    }
}
