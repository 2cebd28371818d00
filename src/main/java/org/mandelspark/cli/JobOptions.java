package org.mandelspark.cli;

import java.io.IOException;
import java.util.function.Function;
import org.mandelspark.engine.SparkLogging;
import org.mandelspark.study.Job;
import org.mandelspark.study.JobRequest;
import org.mandelspark.study.JobResult;
import org.mandelspark.study.KernelChoice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all jobs have, and the life of a job: it is checked, executed and summed up. */
final class JobOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private TargetOptions targetOptions;

    @Mixin
    private KernelChoiceOption kernelOption;

    @Mixin
    private EngineOptions engineOptions;

    @Mixin
    private ScheduleOptions scheduleOptions;

    @Mixin
    private CommonOptions common;

    KernelChoice kernel() {
        return kernelOption.kernel();
    }

    /**
     * Runs a job.
     *
     * @param jobOf makes the job, and may refuse options that do not go together
     * @param warning called when nothing is wrong with the job, before it starts
     * @param rate how its work is counted
     * @param example a file that it could write
     */
    int run(Function<JobRequest, ? extends Job<?>> jobOf, Runnable warning, RunSummary.Rate rate, String example)
            throws IOException {
        SparkLogging.setLevel(common.logLevel());
        Job<?> job;
        try {
            job = jobOf.apply(new JobRequest(
                    kernelOption.kernel(),
                    engineOptions.choice(),
                    scheduleOptions.partitioning(),
                    targetOptions.targets()));
            job.check();
            warning.run();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
        JobResult result;
        try (RunReporter reporter = new RunReporter(command.commandLine().getErr(), common)) {
            result = job.execute(reporter);
        }
        new RunSummary(result, rate, targetOptions.paths(), System.getenv())
                .print(command.commandLine().getOut());
        if (targetOptions.paths().isEmpty()) {
            command.commandLine().getErr().println("nothing was written: --out " + example + " would do");
        }
        return 0;
    }
}
