package io.nephoscope.cli.fuzz;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.snapshot.Snapshot;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recorded sample without its seals, as if the scan had been cut off, so that what is changed in it is read. */
public final class SmallSnapshot {
    public static final Types TYPES = Types.ofProviders(Providers.all());
    public static final RuleSet RULES = RuleSet.load(TYPES);
    static final List<String> FILES = List.of("manifest.json", "assets.ndjson", "units.ndjson", "ledger.ndjson");
    private static final Path SAMPLE = Path.of("../samples/recorded/harbour-aws");

    private SmallSnapshot() {}

    /** Writes it to a folder. */
    public static void write(Path folder) throws IOException {
        for (String file : FILES) {
            Files.writeString(folder.resolve(file), text(file));
        }
    }

    static String text(String file) throws IOException {
        String whole = Files.readString(SAMPLE.resolve(file));
        return switch (file) {
            case "manifest.json" -> whole.replaceFirst("(\"finishedAt\" : )\"[^\"]*\"", "$1\"\"");
            case "assets.ndjson" ->
                whole.lines()
                        .filter(line -> line.length() < 1_500)
                        .limit(8)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
            default -> whole.lines().limit(12).map(line -> line + "\n").collect(Collectors.joining());
        };
    }

    /** Every asset by itself. */
    static Stream<String> assets() throws IOException {
        return Files.readString(SAMPLE.resolve("assets.ndjson")).lines().map(line -> line + "\n");
    }

    /** Makes every report of it. */
    public static void report(Snapshot snapshot, Findings findings) throws IOException {
        List<RuleInfo> rules = RULES.rules().stream().map(Rule::info).toList();
        ReportData data = ReportData.of(snapshot.manifest(), snapshot, rules, findings, "1");
        for (ReportFormat format : ReportFormat.values()) {
            format.report(new ReportFormat.Options(Language.EN, false, false))
                    .write(data, OutputStream.nullOutputStream());
        }
    }
}
