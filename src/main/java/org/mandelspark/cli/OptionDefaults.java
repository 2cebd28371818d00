package org.mandelspark.cli;

import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a command takes for shared options that are not given; commands differ in that and in nothing else of them. */
abstract class OptionDefaults implements IDefaultValueProvider {
    private final Map<String, String> values;

    /**
     * @param values by the option's longest name
     */
    OptionDefaults(Map<String, String> values) {
        this.values = values;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? values.get(option.longestName()) : null;
    }
}
