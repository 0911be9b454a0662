package io.nephoscope.cli.command;

import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleExamples;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.RuleSource;
import io.nephoscope.yaml.YamlException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rules",
        description = "Shows the rules, and tries them on their examples.",
        subcommands = {RulesCommand.ListRules.class, RulesCommand.ShowRule.class, RulesCommand.TestRules.class},
        footerHeading = "%nExamples:%n",
        footer = {"  nephoscope rules list", "  nephoscope rules test samples/rules"})
final class RulesCommand extends Group {
    @Command(
            name = "list",
            description = "Lists the rules.",
            footerHeading = "%nExamples:%n",
            footer = {"  nephoscope rules list", "  nephoscope rules list --lang zh"})
    static final class ListRules extends Action {
        @Mixin
        private RuleOptions rules = new RuleOptions();

        @Override
        ExitCode run() {
            Words words = new Words(terminal().language());
            Table table = new Table(
                    terminal().language(),
                    List.of(
                            Text.of("RULE", "规则"),
                            Text.of("SEVERITY", "严重程度"),
                            Text.of("APPLIES TO", "适用于"),
                            Text.of("TITLE", "标题")));
            try (Installed installed = installed()) {
                for (Rule rule : rules.chosen(installed.types()).rules()) {
                    table.add(rule.id(), words.of(rule.severity()), rule.appliesTo(), words.in(rule.title()));
                }
            }
            table.print(terminal().out());
            return ExitCode.OK;
        }
    }

    @Command(
            name = "show",
            description = "Shows what a rule says, why, and how to mend what it finds.",
            footerHeading = "%nExample:%n",
            footer = "  nephoscope rules show bucket-not-public")
    static final class ShowRule extends Action {
        @Parameters(paramLabel = "ID", description = "The rule's id.")
        private String id = "";

        @Option(names = "--rules-dir", paramLabel = "DIR", description = "Add the rules in and below this folder.")
        private List<Path> folders = List.of();

        @Override
        ExitCode run() {
            try (Installed installed = installed()) {
                RuleSet one =
                        RuleOptions.all(folders, installed.types(), terminal()).select(List.of(id));
                RuleText text = new RuleText(new Words(terminal().language()));
                one.rules().forEach(rule -> text.print(rule, terminal().out()));
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "test",
            description = "Judges the examples of rules, and says which verdicts are not as they should be.",
            footerHeading = "%nExamples:%n",
            footer = {"  nephoscope rules test", "  nephoscope rules test samples/rules"})
    static final class TestRules extends Action {
        @Parameters(
                paramLabel = "DIR",
                arity = "0..1",
                description = "The folder of the rules; those that come along where it is not given.")
        private Optional<Path> folder = Optional.empty();

        @Override
        ExitCode run() {
            try (Installed installed = installed()) {
                Types types = installed.types();
                List<RuleSource> rules =
                        folder.map(it -> RuleSource.in(it, types)).orElseGet(() -> RuleSource.packaged(types));
                RuleExamples examples = new RuleExamples(types);
                List<YamlException> faults = rules.stream()
                        .flatMap(rule -> examples.check(rule).stream())
                        .toList();
                if (!faults.isEmpty()) {
                    throw YamlException.of(faults);
                }
                if (!isQuiet()) {
                    int tried = rules.stream()
                            .mapToInt(rule -> rule.examples().size())
                            .sum();
                    terminal()
                            .out()
                            .println(Text.of(
                                            "{0} rules, {1} examples: all as they should be.",
                                            "{0} 条规则，{1} 个示例：全部符合预期。", rules.size(), tried)
                                    .in(terminal().language()));
                }
            }
            return ExitCode.OK;
        }
    }
}
