package org.mandelspark.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * Finds the mistakes of a command line without executing it: for a driver that will run elsewhere, whose words and exit
 * status do not come back to whoever typed the command.
 */
public final class CommandLineCheck {
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
                .setExecutionStrategy(parsed -> 0)
                .execute(args);
    }
}
