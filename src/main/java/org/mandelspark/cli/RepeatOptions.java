package org.mandelspark.cli;

import java.util.concurrent.ThreadLocalRandom;
import org.mandelspark.measure.Steadiness;
import org.mandelspark.study.StudySettings;
import org.mandelspark.study.Warmup;
import picocli.CommandLine.Option;

/** The options that say how often a study measures each configuration. */
final class RepeatOptions {
    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "10",
            description = "Measured runs of each configuration; 6 at least for intervals. Default: ${DEFAULT-VALUE}")
    private int repeats;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            converter = Converters.ToCount.class,
            description = "Runs of each configuration before those, not counted. Default: until the last "
                    + Steadiness.WINDOW + " vary by at most 2%%, but no more than " + Warmup.UntilSteady.MOST
                    + " runs or " + Warmup.UntilSteady.MOST_SECONDS + " s")
    private Integer warmups;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the random order of configurations; printed. Default: another one each time")
    private Long seed;

    StudySettings settings() {
        return new StudySettings(
                repeats,
                warmups == null ? new Warmup.UntilSteady() : new Warmup.Fixed(warmups),
                seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed);
    }
}
