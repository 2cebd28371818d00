package org.mandelspark.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cores that this process was given, which may be fewer than the machine has: CPU affinity, cgroup quota (version 1
 * and 2), and what a batch system says in the environment.
 *
 * <p>Asking for the cores of the node instead of the cores of the job is the classical way to slow down both a job and
 * its neighbours. A quota of one and a half cores counts as two, as in the JVM's own container support.
 */
public final class GivenCores {
    /** Set by users of OpenMP, Slurm and Grid Engine, in the order in which they are believed. */
    private static final List<String> VARIABLES = List.of("OMP_NUM_THREADS", "SLURM_CPUS_PER_TASK", "NSLOTS");

    private static final Pattern ALLOWED_LIST = Pattern.compile("(?m)^Cpus_allowed_list:\\s*(\\S+)");

    private final Path root;
    private final Map<String, String> variables;
    private final int seenByJvm;

    /** Looks up the cores of this process. */
    public GivenCores() {
        this(Path.of("/"), System.getenv(), Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param root where {@code proc} and {@code sys} are
     * @param variables the environment
     * @param seenByJvm what the JVM says, which is all there is on other systems than Linux
     */
    GivenCores(Path root, Map<String, String> variables, int seenByJvm) {
        this.root = root;
        this.variables = variables;
        this.seenByJvm = seenByJvm;
    }

    /** The number to use when nobody asks for another: the environment if it says one, else {@link #granted()}. */
    public WorkerCount preferred() {
        for (String name : VARIABLES) {
            Optional<Integer> value = Optional.ofNullable(variables.get(name)).flatMap(GivenCores::firstPositive);
            if (value.isPresent()) {
                return new WorkerCount(value.get(), name);
            }
        }
        return granted();
    }

    /** The number of cores that the operating system lets this process use. */
    public WorkerCount granted() {
        WorkerCount least = new WorkerCount(machine(), "all cores of the machine");
        OptionalInt affinity = affinity();
        if (affinity.isPresent() && affinity.getAsInt() < least.count()) {
            least = new WorkerCount(affinity.getAsInt(), "CPU affinity");
        }
        Optional<Double> quota = quota();
        if (quota.isPresent() && Math.ceil(quota.get()) < least.count()) {
            least = new WorkerCount((int) Math.max(1, Math.ceil(quota.get())), "cgroup quota");
        }
        // The JVM can be given a smaller number, and may know a limit that is not looked for here.
        return seenByJvm < least.count() ? new WorkerCount(seenByJvm, "JVM") : least;
    }

    /** The cgroup's CPU quota in cores, if there is one: the least of this group's and those around it. */
    public Optional<Double> quota() {
        Optional<Double> least = Optional.empty();
        for (Path group : cpuGroups()) {
            Optional<Double> quota = quotaOf(group);
            if (quota.isPresent() && (least.isEmpty() || quota.get() < least.get())) {
                least = quota;
            }
        }
        return least;
    }

    private static Optional<Integer> firstPositive(String value) {
        // OMP_NUM_THREADS may list one number for each level of nesting; the first is the outermost.
        String first = value.split(",", 2)[0].strip();
        return first.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(first)) : Optional.empty();
    }

    /** The cores of the machine, whoever may use them. */
    public int machine() {
        return read(root.resolve("sys/devices/system/cpu/online"))
                .map(list -> countList(list.strip()))
                .orElse(seenByJvm);
    }

    private OptionalInt affinity() {
        Optional<String> status = read(root.resolve("proc/self/status"));
        if (status.isEmpty()) {
            return OptionalInt.empty();
        }
        Matcher list = ALLOWED_LIST.matcher(status.get());
        return list.find() ? OptionalInt.of(countList(list.group(1))) : OptionalInt.empty();
    }

    /** Number of CPUs in a kernel list such as {@code 0-3,8,10-11}. */
    private static int countList(String list) {
        int count = 0;
        for (String part : list.split(",", -1)) {
            String[] ends = part.split("-", 2);
            count += ends.length == 1 ? 1 : Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1;
        }
        return count;
    }

    /** Folders of this process's CPU groups, innermost first, for both versions of cgroups. */
    private List<Path> cpuGroups() {
        List<Path> groups = new ArrayList<>();
        for (String line : read(root.resolve("proc/self/cgroup")).orElse("").split("\n", -1)) {
            String[] fields = line.split(":", 3);
            if (fields.length < 3) {
                continue;
            }
            List<String> controllers = List.of(fields[1].split(",", -1));
            if (controllers.contains("cpu")) {
                addWithParents(root.resolve("sys/fs/cgroup/cpu"), fields[2], groups);
                addWithParents(root.resolve("sys/fs/cgroup/cpu,cpuacct"), fields[2], groups);
            } else if (fields[1].isEmpty()) {
                addWithParents(root.resolve("sys/fs/cgroup"), fields[2], groups);
            }
        }
        return groups;
    }

    private static void addWithParents(Path mount, String group, List<Path> groups) {
        Path folder = mount.resolve(group.substring(1)).normalize();
        while (folder.startsWith(mount)) {
            groups.add(folder);
            folder = folder.getParent();
        }
    }

    private static Optional<Double> quotaOf(Path group) {
        Optional<String> version2 = read(group.resolve("cpu.max"));
        if (version2.isPresent()) {
            String[] fields = version2.get().strip().split("\\s+", -1);
            return fields.length == 2 ? ratio(fields[0], fields[1]) : Optional.empty();
        }
        Optional<String> quota = read(group.resolve("cpu.cfs_quota_us"));
        Optional<String> period = read(group.resolve("cpu.cfs_period_us"));
        return quota.isPresent() && period.isPresent()
                ? ratio(quota.get().strip(), period.get().strip())
                : Optional.empty();
    }

    /** Cores of a quota and period in microseconds; "max" and −1 mean that there is no limit. */
    private static Optional<Double> ratio(String quotaMicros, String periodMicros) {
        if (!quotaMicros.matches("[1-9][0-9]*") || !periodMicros.matches("[1-9][0-9]*")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(quotaMicros) / Double.parseDouble(periodMicros));
    }

    private static Optional<String> read(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
