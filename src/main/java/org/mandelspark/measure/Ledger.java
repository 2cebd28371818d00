package org.mandelspark.measure;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Use of the cores throughout a run, or a whole application: core time in nanoseconds that adds up to p times the wall time.
 *
 * <p>In a run, time on a slot belongs to the launch until its first chunk begins, is in a chunk or a gap between chunks until its
 * last chunk ends, and is idle until the last chunk of all ends. A slot without any chunk belongs to the launch until
 * every other slot has begun, because until then it might have got a chunk, and is idle afterwards.
 *
 * <p>Engines report the time to deserialise tasks and to serialise results as sums. The first task of each slot is
 * deserialised before its first chunk, and the last result serialised after its last chunk. So the mean for a task is
 * taken out of each used slot's launch and out of what follows its last chunk, as far as it fits in there; the rest of
 * the sums is taken out of the gaps, as far as they last. So every moment of every slot is counted at least once, and
 * the residual subtracts what was counted twice.
 *
 * @param rows accounts that the run has, in the order of a run; no account is below 0 but the residual, which is at most 0
 */
public record Ledger(List<Row> rows) {
    /** Something that core time goes to. */
    public enum Account {
        /** p times the planning before the engine was called. */
        PLAN("plan"),
        /** p times the computing of the orbit that others are compared with, before a deep view is planned. */
        REFERENCE("reference"),
        /** Building of its table of blocks: p times where the driver did it, and in chunks. */
        TABLE("table"),
        /** Before the first chunk of each slot. */
        LAUNCH("launch"),
        /** Useful time. */
        KERNEL("kernel"),
        /** Colouring and encoding of what chunks wrote where they were computed. */
        ENCODE("encode"),
        /** Writing of that. */
        WRITE("write"),
        /** In chunks but outside the kernel: allocation and packing. */
        IN_TASK_REST("in-task rest"),
        /** Run time of an application's tasks, without the next three. */
        RUN("run"),
        /** Garbage collection while tasks ran. */
        GC("gc"),
        /** Tasks that waited for shuffled blocks. */
        FETCH_WAIT("fetch wait"),
        /** Tasks that wrote shuffled blocks. */
        SHUFFLE_WRITE("shuffle write"),
        /** Reading of tasks. */
        DESERIALISE("deserialise"),
        /** Writing of results. */
        SERIALISE("serialise"),
        /** What is left of an application's tasks: on their way to the executor and back. */
        SCHEDULER_DELAY("scheduler delay"),
        /** Serialising the results of an application's tasks. */
        RESULT("result"),
        /** Attempts at tasks that failed, were killed, or were never seen to end. */
        LOST_ATTEMPTS("lost attempts"),
        /** Between chunks of a slot: waiting for the next task. */
        DISPATCH_GAP("dispatch gap"),
        /** Idle while a stage had been submitted and none of its tasks launched. */
        STAGE_LEAD("stage lead"),
        /** After the last chunk of a slot, waiting for the slot that ends last: imbalance. */
        TAIL_IDLE("tail idle"),
        /** Idle in a job without a stage: the driver is at work. */
        NO_STAGE("no stage"),
        /** Idle without a job. */
        NO_JOB("no job"),
        /** From when executors were asked for until they were there. */
        EXECUTORS_STARTING("executors starting"),
        /** p times the time from the last end to the stitched array. */
        FETCH_AND_STITCH("fetch and stitch"),
        /**
         * Time that was counted twice, below 0: chunks that seem to overlap or to lie outside of the run because clocks
         * disagree, kernels that seem longer than their chunk, and overheads that do not fit where they must have been.
         */
        RESIDUAL("residual");

        private final String label;

        Account(String label) {
            this.label = label;
        }

        /** Name for people. */
        public String label() {
            return label;
        }

        /** Name in files: snake_case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The account of a name in files; throws IllegalArgumentException if there is none. */
        public static Account ofKey(String key) {
            return Stream.of(values())
                    .filter(account -> account.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no account '" + key + "'"));
        }

        /** True for what a run is for: the answer, and writing what it is to become. */
        public boolean isWork() {
            return switch (this) {
                case KERNEL, ENCODE, WRITE, RUN, SHUFFLE_WRITE -> true;
                case PLAN,
                        REFERENCE,
                        TABLE,
                        LAUNCH,
                        IN_TASK_REST,
                        GC,
                        FETCH_WAIT,
                        DESERIALISE,
                        SERIALISE,
                        SCHEDULER_DELAY,
                        RESULT,
                        LOST_ATTEMPTS,
                        DISPATCH_GAP,
                        STAGE_LEAD,
                        TAIL_IDLE,
                        NO_STAGE,
                        NO_JOB,
                        EXECUTORS_STARTING,
                        FETCH_AND_STITCH,
                        RESIDUAL -> false;
            };
        }
    }

    /**
     * A line of a ledger.
     *
     * @param account what the time went to
     * @param nanos core time
     * @param share of the total
     */
    public record Row(Account account, long nanos, double share) {}

    public Ledger {
        rows = List.copyOf(rows);
    }

    /** The ledger with such amounts of core time in nanoseconds, in the order of the accounts; together at least 1. */
    public static Ledger of(Map<Account, Long> amounts) {
        long total = 0;
        for (Map.Entry<Account, Long> amount : amounts.entrySet()) {
            boolean isResidual = amount.getKey() == Account.RESIDUAL;
            if (isResidual ? amount.getValue() > 0 : amount.getValue() < 0) {
                throw new IllegalArgumentException("core time of '%s' must be at %s 0 ns, not %d"
                        .formatted(amount.getKey().label(), isResidual ? "most" : "least", amount.getValue()));
            }
            total += amount.getValue();
        }
        if (total < 1) {
            throw new IllegalArgumentException("the core time of a ledger must be at least 1 ns, not " + total);
        }
        double all = total;
        return new Ledger(amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(amount -> new Row(amount.getKey(), amount.getValue(), amount.getValue() / all))
                .toList());
    }

    /**
     * The ledger of a run.
     *
     * @param chunks at least one, their times since the engine was called; of retried ones the last attempt counts, and
     *     what the others took is in the launch or a gap
     * @param workers number of slots p, at least as many as the chunks used at once
     * @param wallNanos from the engine's call to the stitched array, greater than 0
     * @param planNanos from the beginning of planning to the engine's call, at least 0
     * @param overheads sums over all tasks
     */
    public static Ledger of(
            List<? extends TimedTask> chunks, int workers, long wallNanos, long planNanos, TaskOverheads overheads) {
        if (planNanos < 0) {
            throw new IllegalArgumentException("planning must take at least 0 ns, not " + planNanos);
        }
        RunTimeline run = RunTimeline.of(chunks, workers, wallNanos);
        long deserialiseMean = overheads.deserialiseNanos() / run.chunks().size();
        long serialiseMean = overheads.serialiseNanos() / run.chunks().size();
        long lastEnd = Math.min(wallNanos, run.lastEndNanos());
        long launch = run.unusedSlots() * run.lastFirstStartNanos();
        long tailIdle = run.unusedSlots() * Math.max(0, lastEnd - run.lastFirstStartNanos());
        long fetchAndStitch = workers * (wallNanos - lastEnd);
        long kernel = 0;
        long inTaskRest = 0;
        long encode = 0;
        long write = 0;
        long table = 0;
        long gaps = 0;
        long overheadInGaps = overheads.deserialiseNanos() + overheads.serialiseNanos();
        for (SlotTimeline slot : run.slots()) {
            long idle = Math.max(0, lastEnd - slot.lastEndNanos());
            long fromLaunch = Math.min(deserialiseMean, slot.firstStartNanos());
            long fromIdle = Math.min(serialiseMean, idle);
            long fromFetch = Math.min(serialiseMean - fromIdle, wallNanos - lastEnd);
            launch += slot.firstStartNanos() - fromLaunch;
            kernel += slot.usefulNanos();
            inTaskRest += slot.inTaskRestNanos();
            encode += slot.encodeNanos();
            write += slot.writeNanos();
            table += slot.tableNanos();
            gaps += slot.gapNanos();
            tailIdle += idle - fromIdle;
            fetchAndStitch -= fromFetch;
            overheadInGaps -= fromLaunch + fromIdle + fromFetch;
        }
        Map<Account, Long> amounts = new EnumMap<>(Account.class);
        amounts.put(Account.LAUNCH, launch);
        amounts.put(Account.KERNEL, kernel);
        if (encode + write > 0) {
            amounts.put(Account.ENCODE, encode);
            amounts.put(Account.WRITE, write);
        }
        if (table > 0) {
            amounts.put(Account.TABLE, table);
        }
        amounts.put(Account.IN_TASK_REST, inTaskRest);
        amounts.put(Account.DESERIALISE, overheads.deserialiseNanos());
        amounts.put(Account.SERIALISE, overheads.serialiseNanos());
        amounts.put(Account.DISPATCH_GAP, Math.max(0, gaps - overheadInGaps));
        amounts.put(Account.TAIL_IDLE, tailIdle);
        amounts.put(Account.FETCH_AND_STITCH, fetchAndStitch);
        amounts.put(Account.RESIDUAL, workers * wallNanos - sum(amounts.values()));
        amounts.put(Account.PLAN, workers * planNanos);
        return of(amounts);
    }

    private static long sum(Collection<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    /** This and other core time, account by account. */
    Ledger plus(Map<Account, Long> more) {
        Map<Account, Long> amounts = amounts();
        more.forEach((account, nanos) -> amounts.merge(account, nanos, Long::sum));
        return of(amounts);
    }

    /** Core time by account in nanoseconds. */
    Map<Account, Long> amounts() {
        Map<Account, Long> amounts = new EnumMap<>(Account.class);
        rows.forEach(row -> amounts.put(row.account(), row.nanos()));
        return amounts;
    }

    /** All core time in nanoseconds: p times the wall time with planning. */
    public long totalNanos() {
        return rows.stream().mapToLong(Row::nanos).sum();
    }

    /** Core time of an account in nanoseconds. */
    public long nanos(Account account) {
        return row(account).nanos();
    }

    /** Core time of an account over all core time. */
    public double share(Account account) {
        return row(account).share();
    }

    private Row row(Account account) {
        return rows.stream().filter(row -> row.account() == account).findFirst().orElse(new Row(account, 0, 0));
    }

    /** Share of the accounts that are work. */
    public double workShare() {
        return rows.stream()
                .filter(row -> row.account().isWork())
                .mapToDouble(Row::share)
                .sum();
    }

    /** The account that costs most among those that are not work. */
    public Row largestLoss() {
        return rows.stream()
                .filter(row -> !row.account().isWork())
                .max(Comparator.comparingLong(Row::nanos))
                .orElseThrow();
    }

    /**
     * Core time of one task besides its kernel in nanoseconds, on average: in tasks but outside the kernel, around
     * chunks, and between them.
     *
     * @param tasks how many there were, at least 1
     */
    public double taskNanos(int tasks) {
        return Stream.of(Account.IN_TASK_REST, Account.DESERIALISE, Account.SERIALISE, Account.DISPATCH_GAP)
                        .mapToLong(this::nanos)
                        .sum()
                / (double) tasks;
    }
}
