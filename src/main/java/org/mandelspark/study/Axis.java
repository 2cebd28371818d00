package org.mandelspark.study;

import java.util.OptionalInt;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.grid.Unit;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.record.Configuration;
import org.mandelspark.record.StudyRecord;
import org.mandelspark.schedule.Schedule;
import org.mandelspark.workload.Computation;

/** The axes of configurations in {@code study.json}, and how their values are read back. */
final class Axis {
    static final String KERNEL = "kernel";
    static final String INTERIOR = "interior";
    static final String ENGINE = "engine";
    static final String WORKERS = "workers";
    static final String SCHEDULE = "schedule";
    static final String PLANNED_WORKERS = "planned_workers";
    static final String GRAIN = "grain";
    static final String UNIT = "unit";
    static final String MODE = "mode";

    private Axis() {}

    /** A configuration with what every study has. */
    static Configuration of(Computation<?> computation, EngineKind engine) {
        return of(computation.kernel(), computation.interior(), engine);
    }

    static Configuration of(KernelKind kernel, Interior interior, EngineKind engine) {
        return new Configuration()
                .with(KERNEL, kernel.label())
                .with(INTERIOR, interior.label())
                .with(ENGINE, engine.label());
    }

    static KernelKind kernel(Configuration configuration) {
        return KernelKind.parse(configuration.text(KERNEL));
    }

    static Interior interior(Configuration configuration) {
        return Interior.parse(configuration.text(INTERIOR));
    }

    static EngineKind engine(Configuration configuration) {
        return EngineKind.parse(configuration.text(ENGINE));
    }

    static Schedule schedule(Configuration configuration) {
        return Schedule.parse(configuration.text(SCHEDULE));
    }

    /** The unit; studies of rows alone need not name it. */
    static Unit unit(Configuration configuration) {
        return configuration.values().containsKey(UNIT) ? Unit.parse(configuration.text(UNIT)) : Unit.ROW;
    }

    static OptionalInt workers(Configuration configuration) {
        return count(configuration, WORKERS);
    }

    static OptionalInt plannedWorkers(Configuration configuration) {
        return count(configuration, PLANNED_WORKERS);
    }

    private static OptionalInt count(Configuration configuration, String axis) {
        OptionalInt workers = configuration.number(axis);
        if (workers.isPresent() && (workers.getAsInt() < 1 || workers.getAsInt() > RunChecks.MOST_WORKERS)) {
            throw new IllegalArgumentException(
                    "'" + axis + "' must be from 1 to " + RunChecks.MOST_WORKERS + ", not " + workers.getAsInt());
        }
        return workers;
    }

    /** The computation that all configurations of a study have in common. */
    static Computation<?> computation(StudyRecord study) {
        return new Computation<>(study.problem(), study.one(KERNEL, Axis::kernel), study.one(INTERIOR, Axis::interior));
    }
}
