package org.mandelspark.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Classes as a JVM has loaded and linked them, which is most of the start of a short job. An archive is made by a small render,
 * once for each Java and class path; without one everything works as well, only later.
 *
 * @param command of Spark's, with the job's jar in its class path: archives hold no classes of the loader that spark-submit
 *     makes for that jar
 */
record ClassArchive(List<String> command, Path file) {
    /** Class that Spark's commands start. */
    static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit";

    private static final boolean AOT = Runtime.version().feature() >= 25;

    /**
     * Finds or creates the archive of a command. Empty if no folder for it can be written, or if the class path
     * has a folder of classes, which archives cannot hold.
     *
     * @param command of Spark's
     * @param root of the installation; whoever may write to it may have left an archive there
     * @param state folder for a new one
     */
    static Optional<ClassArchive> of(List<String> command, Path root, Path state) throws IOException {
        Path jar = root.resolve("target/mandelspark.jar");
        String classPath = command.get(2);
        if (Stream.of(classPath.split(":", -1)).anyMatch(entry -> Files.isDirectory(Path.of(entry)))) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(command);
        words.set(2, classPath + ":" + jar);
        // All that it depends on but the time of the jar.
        List<String> parts = new ArrayList<>(words.subList(0, words.indexOf(SUBMIT)));
        parts.removeIf(word -> word.startsWith("-Xm") || word.startsWith("-D"));
        parts.add(Runtime.version() + System.getProperty("java.vendor"));
        String name = "start-%d-%d.%s"
                .formatted(Runtime.version().feature(), parts.hashCode() & Integer.MAX_VALUE, AOT ? "aot" : "jsa");
        for (Path folder : List.of(root.resolve("target/launcher"), state)) {
            ClassArchive archive = new ClassArchive(words, folder.resolve(name));
            if (Files.exists(archive.file)
                    && Files.getLastModifiedTime(archive.file).compareTo(Files.getLastModifiedTime(jar)) >= 0) {
                return Optional.of(archive);
            }
        }
        if (!Files.isWritable(state)) {
            return Optional.empty();
        }
        ClassArchive archive = new ClassArchive(words, state.resolve(name));
        archive.make(root);
        return Optional.of(archive);
    }

    /** Gives the command that takes its classes from here: a JVM that cannot starts without, and need not say so. */
    List<String> used() {
        List<String> words = new ArrayList<>(command);
        words.add(1, (AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
        words.add(2, "-Xlog:disable");
        // What else it warns of is not for stdout.
        words.add(3, "-Xlog:all=warning,cds*=off" + (AOT ? ",aot*=off" : "") + ":stderr");
        return words;
    }

    /** Leaves an empty file if it fails, so that it is not tried again until the next build. */
    private void make(Path root) throws IOException {
        System.err.println("mandelspark: preparing a faster start with Java " + System.getProperty("java.version")
                + " (once) ...");
        String fresh = file + "." + ProcessHandle.current().pid();
        List<String> words = new ArrayList<>(command.subList(0, command.indexOf(SUBMIT) + 1));
        words.add(1, (AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + fresh);
        words.addAll(List.of("--properties-file", root + "/conf/local.conf", "--class", Main.class.getName()));
        words.addAll(List.of(root + "/target/mandelspark.jar", "render", "--view", "headtohead", "--quiet"));
        new File(fresh).deleteOnExit();
        for (String extension : List.of(".png", ".npy", ".json")) {
            words.addAll(List.of("--out", fresh + extension));
            new File(fresh + extension).deleteOnExit();
        }
        File log = file.resolveSibling("start.log").toFile();
        Process render = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        render.getOutputStream().close();
        render.onExit().join();
        if (!new File(fresh).renameTo(file.toFile())) {
            Files.writeString(file, "");
            System.err.println("mandelspark: that failed, see " + log + "; starting without");
        }
    }
}
