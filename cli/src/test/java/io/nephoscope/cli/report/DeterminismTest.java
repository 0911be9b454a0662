package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.wire.Providers;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Snapshot;
import io.nephoscope.snapshot.SnapshotWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same snapshot and rules give the same bytes in every format: however many threads judge, wherever the machine stands, and in
 * whatever order the assets came. The scan is the recorded sample many times over, with hostile names, relations and gaps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeterminismTest {
    private static final Path SAMPLE = Path.of("../samples/recorded/harbour-aws");
    private static final int COPIES = 12;

    private final Types types = Types.ofProviders(Providers.all());
    private final RuleSet rules = RuleSet.load(types);
    private final List<Asset> assets = new ArrayList<>();

    private Path folder;
    private Map<String, String> expected;

    @BeforeAll
    void judgeByOneThread(@TempDir Path temporary) {
        folder = temporary;
        try (Snapshot sample = Snapshot.open(SAMPLE, types)) {
            sample.forEach(asset -> {
                assets.add(asset);
                for (int i = 0; i < COPIES; i++) {
                    assets.add(copy(asset, i));
                }
            });
            write("usual", sample, assets);
            List<Asset> shuffled = new ArrayList<>(assets);
            Collections.shuffle(shuffled, new Random(7));
            write("shuffled", sample, shuffled);
        }
        expected = reports("usual", 1);
    }

    private static Asset copy(Asset asset, int number) {
        String id = asset.nativeId() + "-" + number;
        String name = HostileScan.TEXTS.get((number * 7 + asset.uid().length()) % HostileScan.TEXTS.size());
        return new Asset(
                Asset.uid(asset.type(), asset.scope(), id),
                asset.type(),
                id,
                name.substring(0, Math.min(200, name.length())),
                asset.scope(),
                asset.tags(),
                number % 3 == 0 ? denied(asset.type(), asset.attributes()) : asset.attributes(),
                asset.provenance());
    }

    /** The attributes, with those that calls of their own fill not read, for one cause or for another. */
    private static Doc denied(AssetType type, Doc attributes) {
        Doc denied = attributes;
        for (Detail detail :
                type.details().stream().filter(it -> !it.isWithoutApi()).toList()) {
            Operation operation = detail.operations().get(0);
            Status outcome = detail.attribute().length() % 2 == 0 ? Status.DENIED : Status.THROTTLED;
            Cause cause = new Cause(
                    operation.call(), outcome, operation.permission(), Text.quoted("no " + detail.attribute()));
            denied = denied.with(detail.attribute(), Unknown.because(cause));
        }
        return denied;
    }

    private void write(String name, Snapshot sample, List<Asset> inOrder) {
        try (SnapshotWriter writer = SnapshotWriter.begin(folder.resolve(name), sample.manifest())) {
            inOrder.forEach(writer::asset);
            sample.units().forEach(writer::unit);
            for (String region : List.of("eu-south-2", "me-central-1")) {
                Scope scope = new Scope("Lakeside Group/Harbour", "210987654321", region);
                Cause refused = new Cause(
                        "rds:DescribeDBInstances", Status.DENIED, "rds:DescribeDBInstances", Text.quoted("no"));
                writer.unit(new Unit("aws", scope, "aws.rds.db_instance", refused, 0, 0));
            }
            writer.ledger(sample.ledger());
            writer.finish("2026-01-01T00:04:10Z");
        }
    }

    private Map<String, String> reports(String name, int threads) {
        Map<String, String> reports = new TreeMap<>();
        try (Snapshot snapshot = Snapshot.open(folder.resolve(name), types)) {
            List<RuleInfo> infos = rules.rules().stream().map(Rule::info).toList();
            Evaluation findings = new Evaluation(snapshot, types, rules, Evaluation.timeOf(snapshot), threads);
            ReportData data = ReportData.of(snapshot.manifest(), snapshot, infos, findings, "1.0.0")
                    .since(Baseline.read(SAMPLE, types, ""), 20);
            for (Language language : Language.values()) {
                for (ReportFormat format : ReportFormat.values()) {
                    reports.put(format + " " + language, Written.report(format, language, data));
                }
                StringWriter summary = new StringWriter();
                new TerminalSummary(language, Style.COLOURED, 80).write(data, new PrintWriter(summary));
                new TerminalCalls(new Words(language), Style.COLOURED, 80).write(data, new PrintWriter(summary));
                reports.put("terminal " + language, summary.toString());
            }
        }
        return reports;
    }

    @Test
    void theScanIsOneInWhichOrderCouldShow() {
        try (Snapshot snapshot = Snapshot.open(folder.resolve("usual"), types)) {
            Tally tally = Tally.of(new Evaluation(snapshot, types, rules, Evaluation.timeOf(snapshot), 7));
            assertThat(snapshot.size()).isGreaterThan(500);
            assertThat(tally.verdicts().of(Verdict.UNKNOWN)).isGreaterThan(100);
            assertThat(tally.verdicts().of(Verdict.FAIL)).isGreaterThan(100);
            assertThat(tally.gaps()).hasSizeGreaterThan(10);
            assertThat(tally.grants().ranked()).hasSizeGreaterThan(5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "usual,    7, ar-EG-u-nu-arab,        Pacific/Kiritimati",
        "usual,    2, tr-TR,                  Asia/Shanghai",
        "shuffled, 7, th-TH-u-ca-buddhist,    America/St_Johns"
    })
    void everyReportIsTheSameByteForByte(String name, int threads, String locale, String zone) {
        Locale formerLocale = Locale.getDefault();
        TimeZone formerZone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            Map<String, String> reports = reports(name, threads);
            assertThat(reports.keySet()).isEqualTo(expected.keySet()).hasSize(18);
            reports.forEach((report, text) ->
                    assertThat(text.equals(expected.get(report))).as(report).isTrue());
        } finally {
            Locale.setDefault(formerLocale);
            TimeZone.setDefault(formerZone);
        }
    }
}
