package org.mandelspark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.mandelspark.eventlog.LoggedApplication;
import org.mandelspark.files.TraceWriter;
import org.mandelspark.files.TraceWriter.Argument;
import org.mandelspark.measure.application.Application;
import org.mandelspark.measure.application.BusySlots;
import org.mandelspark.measure.application.Executor;
import org.mandelspark.measure.application.Job;
import org.mandelspark.measure.application.Occupancy;
import org.mandelspark.measure.application.Stage;
import org.mandelspark.measure.application.Tasks;

/**
 * An application as a trace: a process for the driver with its jobs and stages, one for each executor with a thread for each
 * slot. Of a very large one, short tasks that follow each other are one block.
 */
final class ApplicationTrace {
    /** The file's name. */
    static final String NAME = "trace.json.gz";

    /** Number of tasks that viewers still show with ease. */
    private static final int MANY = 300_000;

    /** Parts of the whole time, one of which is too short to be seen. */
    private static final int VISIBLE = 1000;

    private static final int DRIVER = 0;
    private static final long NANOS = 1_000_000;

    private final LoggedApplication log;
    private final Application application;
    private final Occupancy occupancy;
    private final BusySlots busy;

    ApplicationTrace(LoggedApplication log, Occupancy occupancy, BusySlots busy) {
        this.log = log;
        this.application = log.application();
        this.occupancy = occupancy;
        this.busy = busy;
    }

    void write(OutputStream out) throws IOException {
        try (TraceWriter trace = new TraceWriter(out)) {
            trace.process(DRIVER, "driver");
            int threads = jobs(trace, 1);
            stages(trace, threads + 1);
            slots(trace);
            tasks(trace);
        }
    }

    private int jobs(TraceWriter trace, int first) throws IOException {
        List<Long> freeMs = new ArrayList<>();
        for (Job job : application.jobs()) {
            int thread = first + lane(freeMs, job.submittedMs(), job.endMs());
            trace.span(DRIVER, thread, "job " + job.id(), nanos(job.submittedMs()), nanos(job.endMs()));
        }
        for (int i = 0; i < freeMs.size(); i++) {
            trace.thread(DRIVER, first + i, "jobs");
        }
        return first + freeMs.size() - 1;
    }

    private void stages(TraceWriter trace, int first) throws IOException {
        List<Long> freeMs = new ArrayList<>();
        for (int i = 0; i < application.stages().size(); i++) {
            Stage stage = application.stages().get(i);
            int thread = first + lane(freeMs, stage.submittedMs(), stage.completedMs());
            trace.span(
                    DRIVER,
                    thread,
                    ("stage " + stage.label() + " " + log.callSites().get(i)).strip(),
                    nanos(stage.submittedMs()),
                    nanos(stage.completedMs()),
                    new Argument("tasks", stage.tasks()));
        }
        for (int i = 0; i < freeMs.size(); i++) {
            trace.thread(DRIVER, first + i, "stages");
        }
    }

    /** The first lane that is free for something that must not overlap with anything in it. */
    private static int lane(List<Long> freeMs, long startMs, long endMs) {
        for (int i = 0; i < freeMs.size(); i++) {
            if (freeMs.get(i) <= startMs) {
                freeMs.set(i, endMs);
                return i;
            }
        }
        freeMs.add(endMs);
        return freeMs.size() - 1;
    }

    private void slots(TraceWriter trace) throws IOException {
        int first = 0;
        for (int i = 0; i < application.executors().size(); i++) {
            Executor executor = application.executors().get(i);
            if (executor.endMs() > 0) {
                trace.process(i + 1, "executor " + (i + 1));
                for (int slot = 0; slot < executor.slots(); slot++) {
                    trace.thread(i + 1, first + slot + 1, "slot " + (slot + 1));
                }
            }
            first += executor.slots();
        }
        List<Double> there = busy.there();
        for (int bin = 0; bin < there.size(); bin++) {
            double sum = 0;
            for (BusySlots.Series series : busy.series()) {
                sum += series.busy().get(bin);
            }
            trace.counter(DRIVER, "busy slots", Math.round(bin * busy.binMs() * NANOS), sum);
        }
    }

    private void tasks(TraceWriter trace) throws IOException {
        Tasks tasks = application.tasks();
        long tooShort = tasks.count() > MANY ? application.endMs() / VISIBLE : -1;
        Block[] blocks = new Block[occupancy.slots()];
        for (int i = 0; i < tasks.count(); i++) {
            int row = occupancy.row(i);
            int slot = occupancy.slot(row);
            long start = tasks.launchMs(row);
            long end = occupancy.endMs(row);
            if (end - start < tooShort) {
                Block block = blocks[slot];
                if (block != null && start - block.endMs() >= tooShort) {
                    write(trace, slot, block);
                    block = null;
                }
                blocks[slot] = block == null
                        ? new Block(tasks.executor(row), start, end, 1)
                        : new Block(block.executor(), block.startMs(), end, block.tasks() + 1);
                continue;
            }
            if (blocks[slot] != null) {
                write(trace, slot, blocks[slot]);
                blocks[slot] = null;
            }
            Stage stage = application.stages().get(tasks.stage(row));
            boolean isLost = tasks.fate(row) == Tasks.Fate.LOST;
            trace.span(
                    tasks.executor(row) + 1,
                    slot + 1,
                    "stage " + stage.label() + (isLost ? " (lost)" : ""),
                    nanos(start),
                    nanos(end),
                    new Argument("stage", stage.id()),
                    new Argument("task", tasks.index(row)),
                    new Argument("run_ms", tasks.runMs(row)),
                    new Argument("gc_ms", tasks.gcMs(row)),
                    new Argument("fetch_wait_ms", tasks.fetchWaitMs(row)));
        }
        for (int slot = 0; slot < blocks.length; slot++) {
            if (blocks[slot] != null) {
                write(trace, slot, blocks[slot]);
            }
        }
    }

    private static void write(TraceWriter trace, int slot, Block block) throws IOException {
        trace.span(
                block.executor() + 1,
                slot + 1,
                Format.count(block.tasks(), "short task"),
                nanos(block.startMs()),
                nanos(block.endMs()),
                new Argument("tasks", block.tasks()));
    }

    private static long nanos(long ms) {
        return ms * NANOS;
    }

    /** Short tasks that followed each other on a slot. */
    private record Block(int executor, long startMs, long endMs, int tasks) {}
}
