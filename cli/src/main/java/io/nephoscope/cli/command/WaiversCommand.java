package io.nephoscope.cli.command;

import io.nephoscope.cli.organisation.OrganisationFile;
import io.nephoscope.cli.organisation.OrganisationSources;
import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Doubt;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Statements;
import io.nephoscope.rules.statement.AttestationReader;
import io.nephoscope.rules.statement.Term;
import io.nephoscope.rules.statement.WaiverReader;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.yaml.Faults;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "waivers",
        description = "Checks waivers and attestations.",
        subcommands = WaiversCommand.Check.class,
        footerHeading = "%nExample:%n",
        footer = "  nephoscope waivers check samples/waivers.yaml samples/attest.yaml")
final class WaiversCommand extends Group {
    @Command(
            name = "check",
            description = {
                "Reads files of waivers or attestations as a scan would, and says of each statement whether it holds today.",
                "Asks nobody. Ends with 2 where a file says what it cannot mean, as a rule that there is not."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  nephoscope waivers check samples/waivers.yaml samples/attest.yaml",
                "  nephoscope waivers check --org samples/organisation.yaml",
                "  nephoscope waivers check samples/waivers.yaml --snapshot seen"
            })
    static final class Check extends Action {
        @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files of waivers or of attestations.")
        private List<Path> files = new ArrayList<>();

        @Option(
                names = "--org",
                paramLabel = "FILE",
                description = "Check the waivers of this organisation's branches too.")
        private Optional<Path> organisation = Optional.empty();

        @Option(
                names = "--snapshot",
                paramLabel = "SNAPSHOT",
                description = "Say too which meet nothing in this snapshot, or are not what was read.")
        private Optional<Path> folder = Optional.empty();

        @Option(
                names = "--rules-dir",
                paramLabel = "DIR",
                description = "Where to find rules that are waived, beside those that come along. Repeatable.")
        private List<Path> rules = new ArrayList<>();

        @Override
        ExitCode run() {
            if (files.isEmpty() && organisation.isEmpty()) {
                throw new UsageException(Text.of(
                        "Name a file of waivers or attestations, or an organisation file with --org.",
                        "请指定豁免或声明文件，或用 --org 指定组织文件。"));
            }
            try (Installed installed = installedFor(
                    organisation.map(OrganisationSources::of).orElse(Set.of()),
                    folder.stream().toList())) {
                RuleSet all = RuleOptions.all(rules, installed.types(), terminal());
                Statements statements = read(installed, all);
                List<Doubt> doubts = doubts(statements, installed.types(), all);
                if (!isQuiet()) {
                    print(statements, doubts);
                }
            }
            return ExitCode.OK;
        }

        /** Every file is read, so that one run tells of every mistake. */
        private Statements read(Installed installed, RuleSet all) {
            Faults faults = new Faults();
            Statements statements = Statements.NONE;
            for (Path file : files) {
                statements = statements.and(
                        faults.attempt(() -> read(file, installed.types())).orElse(Statements.NONE));
            }
            if (organisation.isPresent()) {
                Path file = organisation.get();
                statements = statements.and(faults.attempt(() -> OrganisationFile.read(
                                        file,
                                        installed.providers().values(),
                                        terminal().environment())
                                .waivers())
                        .orElse(List.of()));
            }
            Statements given = statements;
            faults.attempt(() -> given.checked(all, installed.types()));
            faults.throwIfAny();
            return given;
        }

        /** A file holds the one or the other, as the options of a scan have it. */
        private static Statements read(Path file, Types types) {
            Set<String> fields = YamlNode.read(file)
                    .fields(Set.of(WaiverReader.FIELD, AttestationReader.FIELD))
                    .keySet();
            return fields.contains(AttestationReader.FIELD)
                    ? new Statements(new AttestationReader(types).read(file), List.of())
                    : new Statements(List.of(), new WaiverReader(types).read(file));
        }

        private List<Doubt> doubts(Statements statements, Types types, RuleSet all) {
            Instant now = Instant.now();
            if (folder.isEmpty()) {
                return statements.doubts(Optional.empty(), all, now);
            }
            try (Snapshot snapshot = Snapshot.open(folder.get(), types)) {
                return statements.doubts(Optional.of(snapshot), all, now);
            }
        }

        private void print(Statements statements, List<Doubt> doubts) {
            Table table = new Table(
                    terminal().language(),
                    List.of(
                            Text.of("FILE", "文件"),
                            Text.of("LINE", "行"),
                            Text.of("STATES", "内容"),
                            Text.of("OWNER", "负责人"),
                            Text.of("STATE", "状态")));
            statements
                    .attestations()
                    .forEach(it -> states(it.source(), it.term(), doubts)
                            .forEach(state -> row(table, it.source(), it.field(), it.owner(), state)));
            statements
                    .waivers()
                    .forEach(it -> states(it.source(), it.term(), doubts)
                            .forEach(state -> row(table, it.source(), it.rule(), it.owner(), state)));
            table.print(terminal().out());
        }

        private void row(Table table, YamlNode source, String states, String owner, Text state) {
            table.add(
                    source.file(),
                    String.valueOf(source.line()),
                    states,
                    owner,
                    state.in(terminal().language()));
        }

        private static List<Text> states(YamlNode source, Term term, List<Doubt> doubts) {
            List<Text> its = doubts.stream()
                    .filter(doubt -> doubt.source() == source)
                    .map(Doubt::message)
                    .toList();
            return its.isEmpty() ? List.of(Text.of("holds until {0}", "有效期至 {0}", term.until())) : its;
        }
    }
}
