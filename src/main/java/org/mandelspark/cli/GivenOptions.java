package org.mandelspark.cli;

import java.util.Arrays;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options that a command line names, without the defaults of others. */
final class GivenOptions {
    private final ParseResult parsed;

    /** Those of a command that has been parsed, or of one that options are mixed into. */
    GivenOptions(CommandSpec command) {
        parsed = command.commandLine().getParseResult();
    }

    /**
     * Refuses lists with an empty element in any option of a command: the parser itself takes those at the end for nothing.
     *
     * @throws ParameterException if there is one
     */
    static void requireFullLists(ParseResult command) {
        for (OptionSpec option : command.matchedOptions()) {
            if (option.splitRegex().isEmpty()) {
                continue;
            }
            for (String list : option.originalStringValues()) {
                if (Arrays.stream(list.split(option.splitRegex(), -1)).anyMatch(String::isBlank)) {
                    throw new ParameterException(
                            command.commandSpec().commandLine(),
                            option.longestName() + " " + list + ": an element of the list is empty: remove a comma");
                }
            }
        }
    }

    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    /**
     * Refuses an option that would change nothing: whoever gave it expects something of it.
     *
     * @param why and what to do, as the end of a sentence
     * @throws IllegalArgumentException if the option is given
     */
    void refuse(String option, String why) {
        if (has(option)) {
            OptionSpec given = parsed.matchedOption(option);
            String value = given.arity().max() == 0 ? "" : " " + String.join(",", given.originalStringValues());
            throw new IllegalArgumentException(option + value + " has no effect " + why);
        }
    }
}
