package org.mandelspark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Submits a driver to a standalone cluster and follows it to its end. Spark's submit client leaves with 0 whatever became of
 * the driver, and reports that in its log only, as {@code conf/log4j2.properties} makes it do.
 */
public final class DriverWatch {
    private static final Pattern SUBMITTED = Pattern.compile("Driver successfully submitted as (\\S+)");
    private static final Pattern WAITING = Pattern.compile("State of \\S+ is SUBMITTED");
    private static final Pattern RUNNING = Pattern.compile("Driver running on (.+ \\(.*)");
    private static final Pattern ENDED = Pattern.compile("State of driver \\S+ is (\\w+), exiting");
    private static final Pattern UNWATCHED = Pattern.compile("(not configured to wait) for completion");

    private final PrintWriter err;
    private final String request;
    private String driver = "the driver";
    private String place = "";
    private String end = "";

    private DriverWatch(PrintWriter err, String request) {
        this.err = err;
        this.request = request;
    }

    /**
     * Leaves with 0 if the driver finished or is not waited for, with 2 if its command line is wrong, otherwise with 1.
     *
     * @param args the cores and memory that the driver asks for, in words; how many words the client's command has; these
     *     words; the command line of the driver
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int client = 2 + Integer.parseInt(args[1]);
        int status = System.getenv("MANDELSPARK_JAR") != null
                ? 0
                : CommandLineCheck.check(err, Arrays.copyOfRange(args, client, args.length));
        System.exit(status != 0 ? status : follow(err, args[0], List.of(args).subList(2, args.length)));
    }

    /** Runs a submit client, which ends with this process at the latest, and gives the status of its driver. */
    static int follow(PrintWriter err, String request, List<String> command) throws IOException, InterruptedException {
        DriverWatch watch = new DriverWatch(err, request);
        Process client = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(client::destroy));
        try (BufferedReader lines = client.errorReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(watch::hear);
        }
        return watch.statusAfter(client.waitFor());
    }

    private void hear(String line) {
        Matcher news = SUBMITTED.matcher(line);
        if (news.find()) {
            driver = news.group(1);
            say("submitted as " + driver);
        } else if (news.usePattern(WAITING).find(0)) {
            say(driver + " waits: no worker has enough free for " + request);
        } else if (news.usePattern(RUNNING).find(0)) {
            if (place.isEmpty()) {
                say("the driver runs on " + news.group(1) + ", whose work folder keeps its output");
            }
            place = " " + news.group(1);
        } else if (news.usePattern(ENDED).find(0) || news.usePattern(UNWATCHED).find(0)) {
            end = news.group(1);
        } else if (!line.contains(" INFO ClientEndpoint: ")) {
            err.println(line);
        }
    }

    private int statusAfter(int client) {
        boolean finished = end.equals("FINISHED");
        boolean left = end.equals("not configured to wait");
        if (client != 0) {
            say("Spark's submit client for " + driver + " ended with status " + client);
        } else if (end.isEmpty()) {
            say("the end of " + driver + " was not reported: the log settings in LOG4J_CONFIGURATION_FILE or a client"
                    + " without ClientEndpoint hide it");
        } else if (left) {
            say(driver + " was started and is not waited for: spark.standalone.submit.waitAppCompletion is not true");
        } else {
            say(driver + (finished ? " has finished" : " ended as " + end) + "; its worker" + place
                    + " keeps its output in its work folder, under " + driver);
        }
        return client == 0 && (finished || left) ? 0 : Main.FAILED;
    }

    private void say(String message) {
        err.println("mandelspark: " + message);
    }
}
