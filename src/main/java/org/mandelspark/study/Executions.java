package org.mandelspark.study;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.EngineKind;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.record.Run;
import org.mandelspark.workload.Computation;

/** Turns what an engine has executed into the account of a run. */
final class Executions {
    private Executions() {}

    /** The account of an execution whose cells are all there, with their checksum and the two phases that every run has. */
    static <A> Run run(
            Run.Place place,
            Computation<?> computation,
            EngineKind kind,
            Engine engine,
            Partitioning partitioning,
            Partitioning.Partitioned<A> partitioned,
            Preparation prepared,
            Finished<A> finished) {
        Execution<A> execution = finished.execution();
        SortedMap<String, Double> wallSeconds =
                new TreeMap<>(Map.of("plan", seconds(partitioned.nanos()), "compute", seconds(execution.wallNanos())));
        String checksum = partitioned.plan().workload().checksum(execution.cells());
        return run(
                place, computation, kind, engine, partitioning, partitioned, prepared, finished, checksum, wallSeconds);
    }

    /** The same with a checksum and phases of one's own. */
    static <A> Run run(
            Run.Place place,
            Computation<?> computation,
            EngineKind kind,
            Engine engine,
            Partitioning partitioning,
            Partitioning.Partitioned<A> partitioned,
            Preparation prepared,
            Finished<A> finished,
            String checksum,
            SortedMap<String, Double> wallSeconds) {
        Execution<A> execution = finished.execution();
        return new Run(
                place,
                computation,
                execution.methods(),
                kind.label(),
                partitioning.schedule(),
                partitioning.unit(),
                partitioning.plannedWorkers(engine.workers().count()),
                engine.workers().count(),
                engine.workers().source(),
                HostEnvironment.of(engine),
                wallSeconds,
                partitioned.nanos(),
                execution.wallNanos(),
                checksum,
                execution.chunks(),
                execution.overheads(),
                execution.tasksSeen(),
                execution.extra(),
                computation
                        .problem()
                        .shown()
                        .flatMap(view -> finished.exact(
                                view,
                                partitioned.plan().workload(),
                                prepared,
                                engine.workers().count())));
    }

    static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
