package io.nephoscope.cli.command;

import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which rules judge. */
final class RuleOptions {
    @ArgGroup(validate = false, order = 2, heading = "%nWhat to judge by:%n")
    private Given given = new Given();

    private static final class Given {
        @Option(names = "--rule", paramLabel = "ID", description = "Judge by this rule only. Repeatable.")
        private List<String> ids = new ArrayList<>();

        @Option(
                names = "--rules-dir",
                paramLabel = "DIR",
                description = "Add the rules in and below this folder. Repeatable.")
        private List<Path> folders = new ArrayList<>();
    }

    RuleSet chosen(Types types) {
        return chosen(all(types));
    }

    /** The rules of which some may be chosen. */
    RuleSet all(Types types) {
        return all(given.folders, types);
    }

    RuleSet chosen(RuleSet all) {
        return given.ids.isEmpty() ? all : all.select(given.ids);
    }

    /** The rules that come along, and those of more folders. */
    static RuleSet all(List<Path> folders, Types types) {
        RuleSet all = RuleSet.load(types);
        for (Path folder : folders) {
            all = all.and(RuleSet.load(folder, types));
        }
        return all;
    }
}
