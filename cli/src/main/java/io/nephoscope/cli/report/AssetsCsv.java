package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The inventory as a table. What was not read stands there as such. */
final class AssetsCsv implements Report {
    private final CsvWords words;
    private final boolean byteOrderMark;

    AssetsCsv(CsvWords words, boolean byteOrderMark) {
        this.words = words;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        new CsvTable<Asset>(List.of(
                        column(CsvTerm.UID, Asset::uid),
                        column(CsvTerm.TYPE, asset -> asset.type().name()),
                        column(CsvTerm.KIND, asset -> asset.type().kind().name()),
                        column(CsvTerm.NATIVE_ID, Asset::nativeId),
                        column(CsvTerm.NAME, Asset::name),
                        column(CsvTerm.BRANCH, asset -> asset.scope().branch()),
                        column(CsvTerm.ACCOUNT, asset -> asset.scope().account()),
                        column(CsvTerm.REGION, asset -> asset.scope().region()),
                        column(CsvTerm.TAGS, this::tags),
                        column(CsvTerm.FACETS, this::facets),
                        column(CsvTerm.UNKNOWN, this::unknown),
                        column(CsvTerm.OBSERVED_AT, asset -> asset.provenance().observedAt()),
                        column(
                                CsvTerm.CALLS,
                                asset -> String.join("; ", asset.provenance().calls()))))
                .write(data.snapshot()::forEach, words, byteOrderMark, out);
    }

    private static CsvTable.Column<Asset> column(CsvTerm name, Function<Asset, String> cell) {
        return new CsvTable.Column<>(name, cell);
    }

    private String tags(Asset asset) {
        if (!(asset.tags() instanceof Doc tags)) {
            return words.unread();
        }
        return tags.keys().stream()
                .map(key -> key + "=" + (tags.get(key) instanceof String value ? value : words.unread()))
                .collect(Collectors.joining("; "));
    }

    private String facets(Asset asset) {
        Doc facets = asset.type().facetsOf(asset.attributes());
        StringJoiner text = new StringJoiner("; ");
        facets.forEach((facet, field) -> text.add(facet + "=" + words.field(field)));
        return text.toString();
    }

    /** Every field that was not read, with the calls that would have filled it. */
    private String unknown(Asset asset) {
        StringJoiner text = new StringJoiner("; ");
        BiConsumer<String, Unknown> each = (path, unknown) -> text.add(path + ": "
                + unknown.causes().stream()
                        .map(cause -> (cause.call() + " " + words.of(cause.outcome())).strip())
                        .collect(Collectors.joining(", ")));
        try (JsonGenerator nowhere = DocJson.FACTORY.createGenerator(Writer.nullWriter())) {
            if (asset.named() instanceof Unknown named) {
                each.accept("name", named);
            }
            DocJson.write(nowhere, asset.tags(), "tags", each);
            DocJson.write(nowhere, asset.attributes(), "attributes", each);
            DocJson.write(nowhere, asset.type().facetsOf(asset.attributes()), "facets", each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
