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
    private static final String UNREAD = "(unknown)";

    private static final CsvTable<Asset> TABLE = new CsvTable<>(List.of(
            column("uid", Asset::uid),
            column("type", asset -> asset.type().name()),
            column("kind", asset -> asset.type().kind().name()),
            column("native_id", Asset::nativeId),
            column("name", Asset::name),
            column("tenant", asset -> asset.scope().tenant()),
            column("account", asset -> asset.scope().account()),
            column("region", asset -> asset.scope().region()),
            column("tags", AssetsCsv::tags),
            column("facets", AssetsCsv::facets),
            column("unknown", AssetsCsv::unknown),
            column("observed_at", asset -> asset.provenance().observedAt()),
            column("calls", asset -> String.join("; ", asset.provenance().calls()))));

    private final boolean byteOrderMark;

    AssetsCsv(boolean byteOrderMark) {
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        TABLE.write(data.snapshot()::forEach, byteOrderMark, out);
    }

    private static CsvTable.Column<Asset> column(String name, Function<Asset, String> cell) {
        return new CsvTable.Column<>(name, cell);
    }

    private static String tags(Asset asset) {
        if (!(asset.tags() instanceof Doc tags)) {
            return UNREAD;
        }
        return tags.keys().stream()
                .map(key -> key + "=" + (tags.get(key) instanceof String value ? value : UNREAD))
                .collect(Collectors.joining("; "));
    }

    private static String facets(Asset asset) {
        Doc facets = asset.type().facetsOf(asset.attributes());
        StringJoiner text = new StringJoiner("; ");
        facets.forEach((facet, field) -> text.add(facet + "=" + FieldText.of(field, "(absent)", UNREAD)));
        return text.toString();
    }

    /** Every field that was not read, with the calls that would have filled it. */
    private static String unknown(Asset asset) {
        StringJoiner text = new StringJoiner("; ");
        BiConsumer<String, Unknown> each = (path, unknown) -> text.add(path + ": "
                + unknown.causes().stream()
                        .map(cause -> cause.call() + " " + cause.outcome().label())
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
