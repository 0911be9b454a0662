package io.nephoscope.cli.command;

import static java.util.function.Predicate.not;

import io.nephoscope.cli.report.Style;
import io.nephoscope.cli.report.TerminalPage;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.change.ChangesText;
import io.nephoscope.cli.report.change.Comparison;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "Tells what changed between two scans: what is new, fixed, changed and gone, and why.",
            "What was not read this time, or was not asked for, is told apart from what is gone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope diff monday friday",
            "  nephoscope diff monday.json friday --fail-on high -o csv=changes.csv"
        })
final class DiffCommand extends Action {
    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "The former scan: the folder of a snapshot, or a JSON report.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NOW", description = "The scan to hold against it, in either form.")
    private Path now = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT=FILE",
            converter = ChangesFile.Converter.class,
            description = "Write what changed: json, csv or markdown. Repeatable; the file - is standard output.")
    private List<ChangesFile> files = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "End with 1 where a FAIL of this severity or a worse one is new.")
    private Optional<Severity> failOn = Optional.empty();

    @Mixin
    private ModeOption mode = new ModeOption();

    @Override
    ExitCode run() {
        try (Installed installed = installedFor(before, now)) {
            Comparison comparison = Comparison.of(
                    new ScanFile(before).judged(installed.types(), ""),
                    new ScanFile(now).judged(installed.types(), ""));
            if (comparison.isBackwards()) {
                terminal()
                        .say(Text.of(
                                "{0} is the later scan of the two; name the former one first.",
                                "{0} 是两次扫描中较晚的一次；请先指定较早的扫描。", before));
            }
            files.forEach(file -> file.write(comparison, terminal().language(), mode.mode(), terminal()));
            if (!isQuiet() && files.stream().map(ChangesFile::file).allMatch(not(OutputFile::isStandardOutput))) {
                print(comparison);
            }
            return ending(comparison).say(terminal());
        }
    }

    private void print(Comparison comparison) {
        Style style = terminal().outHasColours() ? Style.COLOURED : Style.PLAIN;
        PrintWriter out = new PrintWriter(terminal().out(), false, StandardCharsets.UTF_8);
        Words words = new Words(terminal().language());
        new ChangesText(new TerminalPage(out, words, style, terminal().width())).write(comparison);
    }

    private Ending ending(Comparison comparison) {
        return failOn.flatMap(it -> new NewFailures("--fail-on", it)
                        .caught(comparison, new Words(terminal().language())))
                .map(why -> new Ending(ExitCode.FINDINGS, why))
                .orElse(Ending.OK);
    }
}
