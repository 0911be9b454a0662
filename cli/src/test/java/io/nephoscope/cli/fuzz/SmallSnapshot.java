package io.nephoscope.cli.fuzz;

import io.nephoscope.cli.Resealed;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Findings;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.snapshot.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
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
            case "manifest.json" ->
                new String(
                        Resealed.content(whole.replaceFirst("(\"finishedAt\" : )\"[^\"]*\"", "$1\"\"")
                                .getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
            case "assets.ndjson" -> some(whole, line -> line.length() < 1_500, 8);
            default -> some(whole, line -> true, 12);
        };
    }

    /** Some lines of those that are wanted, with every entry to which lines refer. */
    private static String some(String whole, Predicate<String> wanted, int most) {
        Stream<String> said = whole.lines().filter(line -> !isEntry(line)).filter(wanted);
        return Stream.concat(whole.lines().filter(SmallSnapshot::isEntry), said.limit(most))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static boolean isEntry(String line) {
        return line.startsWith("{\"id\":");
    }

    /** Every asset by itself. */
    static Stream<String> assets() throws IOException {
        String whole = Files.readString(SAMPLE.resolve("assets.ndjson"));
        return whole.lines().filter(line -> !isEntry(line)).map(asset -> some(whole, asset::equals, 1));
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
