package org.mandelspark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a machine made of files: 16 cores, all allowed, no quota, until a test says otherwise. */
class GivenCoresTest {
    private static final int JVM = 16;

    @TempDir
    private Path root;

    @BeforeEach
    void makeMachine() throws IOException {
        write("sys/devices/system/cpu/online", "0-15\n");
        write("proc/self/status", "Name:\tjava\nCpus_allowed:\tffff\nCpus_allowed_list:\t0-15\n");
        write("proc/self/cgroup", "0::/user.slice/job\n");
    }

    @Test
    void withoutLimitsAllCoresAreGiven() {
        assertThat(given(Map.of()).granted()).isEqualTo(new WorkerCount(16, "all cores of the machine"));
        assertThat(given(Map.of()).quota()).isEmpty();
    }

    @Test
    void affinityCounts() throws IOException {
        write("proc/self/status", "Cpus_allowed_list:\t0-2,8,10-11\n");
        assertThat(given(Map.of()).granted()).isEqualTo(new WorkerCount(6, "CPU affinity"));
    }

    @Test
    void aQuotaOfVersionTwoCountsRoundedUp() throws IOException {
        write("sys/fs/cgroup/user.slice/job/cpu.max", "250000 100000\n");
        assertThat(given(Map.of()).quota()).contains(2.5);
        assertThat(given(Map.of()).granted()).isEqualTo(new WorkerCount(3, "cgroup quota"));
    }

    @Test
    void theQuotaOfAGroupAroundThisOneCountsToo() throws IOException {
        write("sys/fs/cgroup/user.slice/job/cpu.max", "max 100000\n");
        write("sys/fs/cgroup/user.slice/cpu.max", "400000 100000\n");
        assertThat(given(Map.of()).granted()).isEqualTo(new WorkerCount(4, "cgroup quota"));
    }

    @Test
    void aQuotaOfVersionOneCounts() throws IOException {
        write("proc/self/cgroup", "5:memory:/x\n4:cpu,cpuacct:/docker/abc\n");
        write("sys/fs/cgroup/cpu,cpuacct/docker/abc/cpu.cfs_quota_us", "150000\n");
        write("sys/fs/cgroup/cpu,cpuacct/docker/abc/cpu.cfs_period_us", "100000\n");
        assertThat(given(Map.of()).granted()).isEqualTo(new WorkerCount(2, "cgroup quota"));
    }

    @Test
    void insideAContainerTheQuotaLiesAtTheMount() throws IOException {
        write("proc/self/cgroup", "4:cpu:/docker/abc\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "100000\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        assertThat(given(Map.of()).granted()).isEqualTo(new WorkerCount(1, "cgroup quota"));
    }

    @Test
    void minusOneIsNoQuota() throws IOException {
        write("proc/self/cgroup", "4:cpu:/\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        assertThat(given(Map.of()).quota()).isEmpty();
    }

    @Test
    void aSmallerNumberOfTheJvmIsBelieved() {
        assertThat(new GivenCores(root, Map.of(), 5).granted()).isEqualTo(new WorkerCount(5, "JVM"));
    }

    @Test
    void theEnvironmentDecidesInItsOrder() {
        assertThat(given(Map.of("SLURM_CPUS_PER_TASK", "4", "NSLOTS", "8")).preferred())
                .isEqualTo(new WorkerCount(4, "SLURM_CPUS_PER_TASK"));
        assertThat(given(Map.of("OMP_NUM_THREADS", "3,2", "SLURM_CPUS_PER_TASK", "4"))
                        .preferred())
                .isEqualTo(new WorkerCount(3, "OMP_NUM_THREADS"));
    }

    @Test
    void nonsenseInTheEnvironmentIsPassedOver() {
        assertThat(given(Map.of("OMP_NUM_THREADS", "many", "NSLOTS", "0"))
                        .preferred()
                        .source())
                .isEqualTo("all cores of the machine");
    }

    @Test
    void onASystemWithoutTheseFilesTheJvmDecides(@TempDir Path empty) {
        assertThat(new GivenCores(empty, Map.of(), 7).granted())
                .isEqualTo(new WorkerCount(7, "all cores of the machine"));
    }

    private GivenCores given(Map<String, String> variables) {
        return new GivenCores(root, variables, JVM);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
