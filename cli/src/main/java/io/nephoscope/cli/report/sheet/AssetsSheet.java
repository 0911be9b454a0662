package io.nephoscope.cli.report.sheet;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The inventory: a row for each asset. What was not read stands there as such. */
public record AssetsSheet(SheetWords words) {
    public static Sheet<Asset> of(ReportData data, SheetWords words) {
        return new Sheet<>(new AssetsSheet(words).columns(), data.snapshot()::forEach);
    }

    private List<Column<Asset>> columns() {
        return List.of(
                Column.text(Heading.UID, Asset::uid),
                Column.text(Heading.TYPE, asset -> asset.type().name()),
                Column.text(Heading.KIND, asset -> asset.type().kind().name()),
                Column.text(Heading.NATIVE_ID, Asset::nativeId),
                Column.text(Heading.NAME, Asset::name),
                Column.text(Heading.BRANCH, asset -> asset.scope().branch()),
                Column.text(Heading.ACCOUNT, asset -> asset.scope().account()),
                Column.text(Heading.REGION, asset -> asset.scope().region()),
                Column.text(Heading.TAGS, this::tags).wide(),
                Column.text(Heading.FACETS, this::facets).wide(),
                Column.text(Heading.UNKNOWN, this::unknown).wide(),
                Column.text(Heading.OBSERVED_AT, asset -> asset.provenance().observedAt()),
                Column.text(
                        Heading.CALLS,
                        asset -> String.join("; ", asset.provenance().calls())));
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
