package org.mandelspark.cli;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the command that starts a job, as lines for bash that set {@code command} and, if it takes its classes from an
 * archive, {@code archive}. The launcher keeps them, because working them out takes a JVM.
 */
public final class StartCommand {
    /** Java 25 no longer has this package and would warn of it. */
    private static final String GONE = "--add-opens=java.base/sun.security.action=ALL-UNNAMED";

    private enum Way {
        /** As Spark does it. */
        SUBMITTED,
        /** With classes from an archive. */
        ARCHIVED,
        /** And without spark-submit, which has nothing to do for a call without Spark options. */
        DIRECT
    }

    private StartCommand() {}

    /**
     * Leaves with 0 if the lines are written, with 2 if the Spark options are wrong, otherwise with 1.
     *
     * @param args file for the lines; a {@link Way}; folder of the installation; folder for a new archive; words for
     *     spark-submit, the last of which is the job's jar
     */
    public static void main(String[] args) {
        try {
            List<String> job = List.of(args).subList(4, args.length);
            Files.writeString(Path.of(args[0]), lines(Way.valueOf(args[1]), Path.of(args[2]), Path.of(args[3]), job));
        } catch (IllegalArgumentException e) {
            System.err.println(
                    "mandelspark: " + e.getMessage() + " (options before the command are spark-submit's own)");
            System.exit(Main.WRONG_INPUT);
        } catch (IOException | ReflectiveOperationException e) {
            System.err.println(
                    "mandelspark: Spark in " + System.getenv("SPARK_HOME") + " gave no command to start: " + e);
            System.exit(Main.FAILED);
        }
    }

    private static String lines(Way way, Path root, Path state, List<String> job)
            throws IOException, ReflectiveOperationException {
        Map<String, String> environment = new HashMap<>();
        List<String> command = ofSpark(job, environment);
        StringBuilder lines = new StringBuilder();
        environment.forEach((name, value) -> lines.append("export " + name + "=" + quoted(value) + "\n"));
        Optional<ClassArchive> archive =
                way == Way.SUBMITTED ? Optional.empty() : ClassArchive.of(command, root, state);
        if (archive.isPresent()) {
            lines.append("archive=" + quoted(archive.get().file().toString()) + "\n");
            command = archive.get().used();
        }
        if (archive.isPresent() && way == Way.DIRECT) {
            command = withoutSubmit(command, root.resolve("conf/local.conf"));
        }
        return lines + command.stream().map(StartCommand::quoted).collect(Collectors.joining(" ", "command=(", ")\n"));
    }

    /**
     * Asks Spark's own code (memory, class path, the module options that Spark needs), as bin/spark-class does. Its class is
     * not public; calling it here saves a JVM.
     */
    private static List<String> ofSpark(List<String> job, Map<String, String> environment)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.apache.spark.launcher.SparkSubmitCommandBuilder");
        Constructor<?> builder = type.getDeclaredConstructor(List.class);
        builder.setAccessible(true);
        Method build = type.getMethod("buildCommand", Map.class);
        build.setAccessible(true);
        List<String> command = new ArrayList<>();
        try {
            ((List<?>) build.invoke(builder.newInstance(job), environment)).forEach(word -> command.add((String) word));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw wrong;
            }
            throw e;
        }
        command.removeIf(word -> word.equals(GONE) && Runtime.version().feature() >= 25);
        return command;
    }

    /** Does what spark-submit would do for a call without Spark options. */
    static List<String> withoutSubmit(List<String> command, Path settings) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        List<String> direct = new ArrayList<>(command.subList(0, command.indexOf(ClassArchive.SUBMIT)));
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            direct.add("-D" + name + "=" + properties.getProperty(name).strip());
        }
        direct.addAll(List.of("-Dspark.submit.deployMode=client", Main.class.getName()));
        return direct;
    }

    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
