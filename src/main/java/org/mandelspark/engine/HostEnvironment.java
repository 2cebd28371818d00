package org.mandelspark.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandelspark.record.BuildInfo;
import org.mandelspark.record.Environment;

/** Finds out what this process runs on. */
public final class HostEnvironment {
    private static final Pattern CPU_MODEL = Pattern.compile("(?m)^(?:model name|Model|cpu model)\\s*:\\s*(.+)$");

    private HostEnvironment() {}

    /** The environment of this process and of an engine in it. */
    public static Environment of(Engine engine) {
        GivenCores cores = new GivenCores();
        BuildInfo build = BuildInfo.current();
        return new Environment(
                cpuModel(),
                cores.machine(),
                cores.granted().count(),
                cores.quota(),
                machineMemory(),
                Runtime.getRuntime().maxMemory(),
                String.join(" ", property("os.name"), property("os.version"), property("os.arch")),
                jvm(),
                flags(),
                engine.spark(),
                build.version(),
                build.commit());
    }

    /** Vendor and version of the Java runtime. */
    public static String jvm() {
        return property("java.vendor") + " " + property("java.runtime.version");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** Flags that were passed to the JVM, with the values of secrets hidden. */
    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .map(flag -> Secrets.hide(flag, flag))
                .toList();
    }

    private static String cpuModel() {
        Path cpus = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpus)) {
            try {
                Matcher model = CPU_MODEL.matcher(Files.readString(cpus));
                if (model.find()) {
                    return model.group(1).strip();
                }
            } catch (IOException e) {
                return property("os.arch");
            }
        }
        return property("os.arch");
    }

    private static long machineMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : 0;
    }
}
