package io.nephoscope.cli.report.change;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nephoscope.cli.report.Baseline;
import io.nephoscope.cli.report.Coverage;
import io.nephoscope.cli.report.JsonReport;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.AssetJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A scan as its JSON report tells it. What findings refer to stands behind them, so the file is walked twice. */
public final class JsonScan {
    private static final int GZIP = 0x1f;
    private static final Unknown NOT_READ = Unknown.because(Cause.notCollected("", ""));

    private final Path file;
    private final Shapes shapes = new Shapes();
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Map<String, Cause> causes = new HashMap<>();
    private final TreeMap<String, String> rules = new TreeMap<>();
    private final List<Doc> coverage = new ArrayList<>();
    private final Map<String, Result> results = new HashMap<>();
    private Doc scan = Doc.empty();
    private Doc summary = Doc.empty();
    private Object version = "";

    private JsonScan(Path file) {
        this.file = file;
    }

    /** What is done with one field of the report. */
    @FunctionalInterface
    private interface Field {
        void read(String name, JsonParser json) throws IOException;
    }

    /** What is done with one entry of an object. */
    @FunctionalInterface
    private interface Entry {
        void read(String name, Object value);
    }

    /**
     * Reads a report, packed or not.
     *
     * @param branch the part of the organisation to read; empty for the whole
     * @throws IllegalArgumentException where it is no report of this version
     */
    public static JudgedScan read(Path file, String branch) throws IOException {
        JsonScan json = new JsonScan(file);
        try {
            json.walk(json::shared);
            require(
                    json.version.equals((long) JsonReport.SCHEMA_VERSION),
                    "schemaVersion is " + json.version + ", not " + JsonReport.SCHEMA_VERSION);
            json.walk(json::findings);
            json.requireAll();
            return json.judged(branch);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("a value is of another kind than in a report", e);
        }
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether it holds all that it counts: what was cut out of it would look as if it were gone. */
    private void requireAll() {
        require(isInstant(scan.text("startedAt")), "scan.startedAt is no time");
        requireCount("findings", results.size(), summary.doc("verdicts"));
        requireCount("coverage", coverage.size(), summary.doc("coverage"));
    }

    private static void requireCount(String field, long found, Doc counts) {
        long told = counts.keys().stream()
                .mapToLong(key -> counts.get(key) instanceof Long count ? count : 0)
                .sum();
        require(!counts.keys().isEmpty(), "summary counts no " + field);
        require(found == told, field + " holds " + found + ", and summary counts " + told);
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void walk(Field each) throws IOException {
        try (InputStream in = open();
                JsonParser json = DocJson.FACTORY.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                each.read(name, json);
            }
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == GZIP ? new GZIPInputStream(in) : in;
    }

    private void shared(String name, JsonParser json) throws IOException {
        switch (name) {
            case "schemaVersion" -> version = DocJson.read(json, shapes);
            case "summary" -> summary = DocJson.read(json, shapes) instanceof Doc told ? told : Doc.empty();
            case "scan" -> scan = DocJson.read(json, shapes) instanceof Doc told ? told : Doc.empty();
            case "rules" -> entries(json, (id, rule) -> rules.put(id, ((Doc) rule).text("hash")));
            case "coverage" -> items(json, coverage::add);
            case "scopes" -> entries(json, (id, scope) -> scopes.put(id, scope((Doc) scope)));
            case "causes" -> entries(json, (id, cause) -> causes.put(id, AssetJson.readCause((Doc) cause)));
            default -> json.skipChildren();
        }
    }

    private void findings(String name, JsonParser json) throws IOException {
        if (name.equals("findings")) {
            items(json, finding -> {
                Result result = result(finding);
                require(!finding.text("fingerprint").isEmpty(), "a finding has no fingerprint");
                require(
                        results.put(finding.text("fingerprint"), result) == null,
                        "two findings have the fingerprint " + finding.text("fingerprint"));
            });
        } else {
            json.skipChildren();
        }
    }

    private void entries(JsonParser json, Entry each) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            each.read(name, DocJson.read(json, shapes));
        }
    }

    private void items(JsonParser json, Consumer<Doc> each) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, json.currentName() + " is no list");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            each.accept((Doc) DocJson.read(json, shapes));
        }
    }

    private static Scope scope(Doc scope) {
        return new Scope(scope.text("branch"), scope.text("account"), scope.text("region"));
    }

    private <T> T shared(Map<String, T> table, String id) {
        T entry = table.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("it refers to " + id + ", which is not in it");
        }
        return entry;
    }

    private Result result(Doc finding) {
        Doc asset = finding.doc("asset");
        return new Result(
                new Subject(
                        asset.text("uid"),
                        asset.text("uid").endsWith(":" + Subject.UNLISTED) ? Subject.UNLISTED : asset.text("uid"),
                        asset.text("type"),
                        asset.text("name"),
                        shared(scopes, asset.text("scope"))),
                finding.text("rule"),
                named(Severity.values(), Severity::label, "severity", finding),
                named(Verdict.values(), Verdict::name, "verdict", finding),
                finding.has("waived"),
                finding.has("attested"),
                Result.hash(
                        finding.list("evidence").docs().map(JsonScan::evidence).toList()));
    }

    private static <E> E named(E[] values, Function<E, String> name, String field, Doc finding) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(finding.text(field)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a finding's " + field + " is " + finding.get(field)));
    }

    private static Evidence evidence(Doc json) {
        Doc whole = Doc.of("value", json.text("state").equals("unknown") ? NOT_READ : json.get("value"));
        for (String path : json.list("unknown").texts().toList()) {
            whole = Paths.set(whole, path, NOT_READ);
        }
        return new Evidence(json.text("path"), whole.get("value"), "");
    }

    private JudgedScan judged(String branch) {
        List<Unit> units = coverage.stream()
                .map(row -> new Unit(
                        row.text("provider"),
                        shared(scopes, row.text("scope")),
                        row.text("type"),
                        shared(causes, row.text("cause")),
                        (int) (long) row.get("assets"),
                        0))
                .filter(unit -> BranchPath.isWithin(unit.scope().branch(), branch))
                .toList();
        Map<String, Result> its = new HashMap<>(results);
        its.values()
                .removeIf(result -> !BranchPath.isWithin(result.asset().scope().branch(), branch));
        SortedSet<String> providers =
                targets(branch).map(target -> target.text("provider")).collect(Collectors.toCollection(TreeSet::new));
        Baseline told = new Baseline(scan.text("id"), scan.text("startedAt"), providers, Coverage.of(units));
        return new JudgedScan(told, rules, its);
    }

    private Stream<Doc> targets(String branch) {
        return scan.list("scope").docs().filter(target -> BranchPath.isWithin(target.text("branch"), branch));
    }
}
