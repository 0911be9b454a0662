package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleCache;
import io.nephoscope.rules.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which rules judge. */
final class RuleOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set before anything is called
    private CommandSpec command;

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
        return all(given.folders, types, Nephoscope.of(command).terminal());
    }

    RuleSet chosen(RuleSet all) {
        return given.ids.isEmpty() ? all : all.select(given.ids);
    }

    /** The rules that come along, and those of more folders. */
    static RuleSet all(List<Path> folders, Types types, Terminal terminal) {
        Optional<RuleCache> cache = terminal.cache().map(it -> new RuleCache(it, new ToolVersion().getVersion()[0]));
        RuleSet all = RuleSet.load(types);
        for (Path folder : folders) {
            all = all.and(
                    cache.map(it -> RuleSet.load(folder, types, it)).orElseGet(() -> RuleSet.load(folder, types)));
        }
        return all;
    }
}
