package org.mandelspark.cli;

import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Defaults of a command for shared options that are not given; commands differ only in these defaults. */
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
