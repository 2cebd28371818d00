package org.mandelspark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the program and the names of their options, for tests of other packages. */
public final class KnownCommands {
    private KnownCommands() {}

    /** Option names, such as {@code --out} and {@code -h}, by command. */
    public static Map<String, Set<String>> options() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.commandLine(CommandLine.defaultFactory(), nowhere, nowhere).getSubcommands().entrySet().stream()
                // Aliases are for fingers, not for pages.
                .filter(command -> command.getKey().equals(command.getValue().getCommandName()))
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, command -> names(command.getValue().getCommandSpec())));
    }

    /** Runs a command and returns its status. */
    public static int run(Writer out, String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(System.err, true, UTF_8), args);
    }

    private static Set<String> names(CommandSpec command) {
        Set<String> names = new HashSet<>(command.optionsMap().keySet());
        names.addAll(command.negatedOptionsMap().keySet());
        return names;
    }
}
