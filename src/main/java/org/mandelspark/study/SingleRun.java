package org.mandelspark.study;

import java.util.List;
import java.util.Optional;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Problem;

/**
 * A run that a job has recorded, read as a study with one measurement.
 *
 * @param run the run
 */
public record SingleRun(Run run) implements StudyResult {
    @Override
    public Problem<?> problem() {
        return run.problem();
    }

    @Override
    public List<Run> runs() {
        return List.of(run);
    }

    @Override
    public String configurationsLabel() {
        return "one run";
    }

    @Override
    public String configuration(Run run) {
        return run.schedule().label();
    }

    @Override
    public Optional<Measured> measured() {
        return Optional.of(new Measured(run.schedule().label(), run.workers(), run.unit()));
    }
}
