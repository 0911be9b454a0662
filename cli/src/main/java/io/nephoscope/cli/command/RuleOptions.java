package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Terminal;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleCache;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Severity;
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

        @Option(names = "--exclude-rule", paramLabel = "ID", description = "Do not judge by this rule. Repeatable.")
        private List<String> excluded = new ArrayList<>();

        @Option(
                names = "--severity",
                paramLabel = "SEVERITY",
                description = "Judge by rules of this severity or a worse one only: critical, high, medium or low.")
        private Optional<Severity> severity = Optional.empty();

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

    /** @throws io.nephoscope.rules.RuleException where one that is named is not there */
    RuleSet chosen(RuleSet all) {
        RuleSet named = given.ids.isEmpty() ? all : all.select(given.ids);
        List<Rule> without = all.select(given.excluded).rules();
        RuleSet left = named.filter(rule -> !without.contains(rule)
                && given.severity.filter(it -> !rule.severity().isAtLeast(it)).isEmpty());
        if (left.rules().isEmpty()) {
            throw new UsageException(Text.of(
                    "No rule is left to judge by; name others with --rule, --exclude-rule or --severity.",
                    "没有可用于判定的规则；请调整 --rule、--exclude-rule 或 --severity。"));
        }
        return left;
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
