package org.mandelspark.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.ProgressListener;
import org.mandelspark.engine.RowSink;
import org.mandelspark.grid.DeepGrid;
import org.mandelspark.grid.ExactGrid;
import org.mandelspark.grid.RowRange;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.deep.Reference;
import org.mandelspark.record.ChunkTiming;
import org.mandelspark.record.ExactRun;
import org.mandelspark.record.RestRun;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.Proofs;
import org.mandelspark.workload.Workload;

/**
 * A plan executed, and the job that computed what its units had left open.
 *
 * @param execution of the plan; its cells are complete
 * @param rest the second job, if there was something left
 */
record Finished<A>(Execution<A> execution, Optional<Execution<A>> rest) {
    /** Tasks of a second job, at most: many pixels share a task then. */
    private static final int MOST_TASKS = 4096;

    /** Executes a plan and what that leaves open. */
    static <A> Finished<A> execute(Engine engine, Plan<A> plan, ProgressListener progress, RowSink<A> sink) {
        Execution<A> first = engine.execute(plan, progress, sink);
        Optional<Execution<A>> second = plan.workload().rest(first.cells()).map(open -> {
            Execution<A> completing = engine.execute(inTurn(open), (cells, iterations) -> {});
            open.putInto(completing.cells(), first.cells());
            return completing;
        });
        return new Finished<>(first, second);
    }

    /** Units in their order, a task for each as long as there are few. */
    private static <A> Plan<A> inTurn(Workload<A> open) {
        int units = open.units().count();
        int tasks = Math.min(units, MOST_TASKS);
        List<RowRange> chunks = new ArrayList<>(tasks);
        for (int task = 0; task < tasks; task++) {
            chunks.add(new RowRange(task, (units - task - 1) / tasks + 1, tasks));
        }
        return new Plan<>(open, chunks);
    }

    /** What the account of exact counts has besides; nothing for others. */
    Optional<ExactRun> exact(View view, Workload<?> workload, Preparation prepared, int workers) {
        return workload.reference().map(reference -> exact(view.exactGrid(), reference, prepared, workers));
    }

    private ExactRun exact(ExactGrid grid, Reference reference, Preparation prepared, int workers) {
        Proofs first = proofs(execution.chunks());
        return new ExactRun(
                grid.centre().re().toPlainString(),
                grid.centre().im().toPlainString(),
                grid instanceof DeepGrid deep
                        ? Optional.of(new ExactRun.Spacing(
                                deep.spacing().mantissa(), deep.spacing().exponent()))
                        : Optional.empty(),
                reference.bits(),
                reference.length(),
                rest.map(second -> first.completedBy(proofs(second.chunks()))).orElse(first),
                prepared.referenceNanos(),
                prepared.tableNanos(),
                rest.map(second -> new RestRun(
                        workers,
                        second.wallNanos(),
                        second.overheads().deserialiseNanos(),
                        second.overheads().serialiseNanos(),
                        second.tasksSeen(),
                        second.chunks())));
    }

    private static Proofs proofs(List<ChunkTiming> chunks) {
        return chunks.stream().map(chunk -> chunk.work().proofs()).reduce(Proofs.NONE, Proofs::plus);
    }
}
