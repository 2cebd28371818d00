package org.mandelspark.study;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mandelspark.engine.Engine;
import org.mandelspark.engine.Execution;
import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.measure.Hotspot;
import org.mandelspark.schedule.Plan;
import org.mandelspark.workload.Problem;
import org.mandelspark.workload.Workload;

/** Runs one kernel on one engine again and again and finds out where the time goes: first profile, then optimise. */
public final class Profile {
    private final ProfileRequest request;

    /**
     * A study that has done nothing yet.
     *
     * @param request what to profile
     */
    public Profile(ProfileRequest request) {
        this.request = request;
    }

    /**
     * Finds out, before anything is started, whether the study can succeed.
     *
     * @throws IllegalArgumentException if not, with the reason for people
     */
    public void check() {
        DriverMemory.require(request.computation().problem(), 0);
    }

    /**
     * Runs and samples.
     *
     * @param listener hears when the engine runs
     * @throws IOException if the recording cannot be kept on this machine's disk
     * @throws StudyException if this JVM cannot be sampled
     * @throws org.mandelspark.engine.EngineException if a run failed
     * @throws IllegalArgumentException if the engine cannot do what is asked, or works in other processes
     */
    public ProfileResult execute(Listener listener) throws IOException {
        try (Engine engine = request.engine()
                .start("profile " + request.computation().problem().name())) {
            if (!engine.sharesThisMachine()) {
                throw new IllegalArgumentException(
                        "profile looks into this process only, and executors are others: use --master local[*]");
            }
            return execute(engine, request.computation().workload(), listener);
        }
    }

    private <A> ProfileResult execute(Engine engine, Workload<A> workload, Listener listener) throws IOException {
        Plan<A> plan = request.partitioning().plan(workload, engine).plan();
        Problem<?> problem = request.computation().problem();
        DriverMemory.require(problem, problem.computingBytes() + engine.inFlightBytes(plan));
        workload.load();
        listener.started(engine);
        for (int i = 0; i < request.warmups(); i++) {
            run(engine, plan);
        }
        int runs = 0;
        long wallNanos = 0;
        Execution<A> last;
        List<List<String>> stacks;
        try (StackSampler sampler = new StackSampler()) {
            do {
                last = run(engine, plan);
                wallNanos += last.wallNanos();
                runs++;
            } while (isUnfinished(runs, wallNanos));
            stacks = sampler.stop();
        }
        return new ProfileResult(
                request,
                engine.workers(),
                last.methods(),
                HostEnvironment.of(engine),
                runs,
                Duration.ofNanos(wallNanos),
                last.iterations(),
                workload.checksum(last.cells()),
                stacks.size(),
                Hotspot.of(stacks));
    }

    private static <A> Execution<A> run(Engine engine, Plan<A> plan) {
        return engine.execute(plan, (cells, iterations) -> {});
    }

    private boolean isUnfinished(int runs, long wallNanos) {
        return request.repeats().isPresent()
                ? runs < request.repeats().getAsInt()
                : wallNanos < request.duration().toNanos();
    }

    /** Hears how a profile goes. */
    @FunctionalInterface
    public interface Listener {
        /** The engine runs; the work begins now. */
        void started(Engine engine);
    }
}
