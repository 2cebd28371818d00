import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonConfigurationKeysPublic;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * HDFS and YARN with one node each, in this process and on the loopback address only, until standard input ends.
 *
 * <p>Run from its source with the jars of the pom beside it on the class path. The folder that is given gets {@code
 * conf}, with what a client needs, and all that the cluster writes; {@code ready} on stdout says that both serve.
 */
public final class MiniCluster {
    private static final int NODE_MEMORY_MB = 4096;
    private static final int NODE_CORES = 4;
    private static final int LEAST_CONTAINER_MB = 128;
    private static final long NODES_TIMEOUT_MILLIS = 60_000;

    private MiniCluster() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Configuration settings = settings(folder);
        try (MiniDFSCluster hdfs = new MiniDFSCluster.Builder(settings, folder.resolve("hdfs").toFile())
                        .numDataNodes(1)
                        .build();
                MiniYARNCluster yarn = new MiniYARNCluster("yarn", 1, 1, 1)) {
            hdfs.waitActive();
            settings.set(CommonConfigurationKeysPublic.FS_DEFAULT_NAME_KEY, hdfs.getURI().toString());
            yarn.init(settings);
            yarn.start();
            if (!yarn.waitForNodeManagersToConnect(NODES_TIMEOUT_MILLIS)) {
                throw new IllegalStateException("no node manager within " + NODES_TIMEOUT_MILLIS + " ms");
            }
            Path conf = folder.resolve("conf");
            write(settings, conf.resolve("core-site.xml"), CommonConfigurationKeysPublic.FS_DEFAULT_NAME_KEY);
            write(
                    yarn.getConfig(),
                    conf.resolve("yarn-site.xml"),
                    YarnConfiguration.RM_ADDRESS,
                    YarnConfiguration.RM_SCHEDULER_ADDRESS);
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        // Some threads of both would stay for ever.
        System.exit(0);
    }

    private static Configuration settings(Path folder) {
        Configuration settings = new YarnConfiguration();
        settings.set("hadoop.tmp.dir", folder.resolve("tmp").toString());
        // Applications as small as those of tests, on a machine whose disk may be almost full.
        settings.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, LEAST_CONTAINER_MB);
        settings.setInt(YarnConfiguration.NM_PMEM_MB, NODE_MEMORY_MB);
        settings.setInt(YarnConfiguration.YARN_MINICLUSTER_NM_PMEM_MB, NODE_MEMORY_MB);
        settings.setInt(YarnConfiguration.NM_VCORES, NODE_CORES);
        settings.setBoolean(YarnConfiguration.NM_PMEM_CHECK_ENABLED, false);
        settings.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
        settings.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 99.9f);
        // A share of one for the application masters: only one application runs at a time.
        settings.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1.0");
        settings.set("yarn.scheduler.capacity.root.queues", "default");
        settings.set("yarn.scheduler.capacity.root.default.capacity", "100");
        return settings;
    }

    /** What clients need to know, as an administrator would hand it out: the tests' own defaults would not suit them. */
    private static void write(Configuration running, Path file, String... names) throws IOException {
        Configuration client = new Configuration(false);
        for (String name : names) {
            client.set(name, running.get(name));
        }
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            client.writeXml(out);
        }
    }
}
