package org.mandelspark.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mandelspark.files.OutputFile;
import picocli.CommandLine;

/**
 * Finds the mistakes of a command line without executing it: for a driver that will run elsewhere, whose words and exit
 * status do not come back to whoever typed the command.
 */
public final class CommandLineCheck {
    /** Options that say where something is written. */
    private static final List<String> OUTPUTS = List.of("--out", "--files");

    private CommandLineCheck() {}

    /**
     * Leaves with status 0 if the command line can be understood, otherwise with 2 and one line on stderr.
     *
     * @param args command and options
     */
    public static void main(String[] args) {
        System.exit(check(new PrintWriter(System.err, true, StandardCharsets.UTF_8), args));
    }

    /** The same without leaving the process. */
    static int check(PrintWriter err, String... args) {
        PrintWriter terminal = new CleanWriter(err);
        return Main.commandLine(CommandLine.defaultFactory(), terminal, terminal, args)
                .setExecutionStrategy(parsed -> {
                    CommandLine.ParseResult command = Main.called(parsed);
                    GivenOptions.requireFullLists(command);
                    try {
                        OUTPUTS.forEach(option -> requireSharedPaths(option, command));
                    } catch (IllegalArgumentException e) {
                        throw new CommandLine.ParameterException(
                                command.commandSpec().commandLine(), e.getMessage(), e);
                    }
                    return 0;
                })
                .execute(args);
    }

    private static void requireSharedPaths(String option, CommandLine.ParseResult command) {
        if (!command.hasMatchedOption(option)) {
            return;
        }
        for (String path : command.matchedOption(option).originalStringValues()) {
            if (OutputFile.dependsOnFolder(path)) {
                throw new IllegalArgumentException(
                        option + " " + path + ": a driver elsewhere would write this into a folder of its own: give an"
                                + " absolute path that all machines share, or one with a scheme, such as hdfs:");
            }
        }
    }
}
