package io.nephoscope.cli.command;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option with what it is given.
 *
 * @param values as they would be typed; none where it is left as it is, or a truth that is false
 */
record ConfiguredOption(OptionSpec option, List<String> values, Origin origin) {
    ConfiguredOption {
        values = List.copyOf(values);
    }

    String name() {
        return Configurable.name(option);
    }

    /** What would be typed for it. */
    List<String> arguments() {
        if (Configurable.isTruth(option) && values.equals(List.of("true"))) {
            return List.of(option.longestName());
        }
        return values.stream().map(value -> option.longestName() + "=" + value).toList();
    }
}
