package io.nephoscope.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.LedgerRow;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a type that is read from a server.
 *
 * @param assets with every attribute and their facets
 * @param ledger how each call ended
 */
record Asked(List<Doc> assets, List<LedgerRow> ledger) {
    /** Reads every type for which an operation may be sent, and looks at everything that is said of it. */
    static Asked of(Answers server, String operation) throws TargetException {
        List<Doc> assets = new ArrayList<>();
        try (Gateway gateway = Quick.gateway();
                Connection connection = server.connect(gateway)) {
            for (AssetType type : server.typesThatAsk(operation)) {
                read(type, connection.account().in("us-east-1"), assets);
            }
            List<LedgerRow> ledger = gateway.ledger().drain();
            ledger.forEach(row -> isClear(row.message().en()));
            return new Asked(List.copyOf(assets), ledger);
        }
    }

    private static void read(AssetType type, Site site, List<Doc> assets) {
        List<Doc> listed = new ArrayList<>();
        Outcome<Integer> listing = type.listing().walk().list(site, listed::add);
        isClear(listing.cause("", "").message().en());
        for (Doc asset : listed) {
            Doc whole = asset;
            for (Detail detail : type.details()) {
                whole = whole.with(
                        detail.attribute(), detail.fetch().fetch(site, asset).toField());
            }
            assertThat(type.nameOf(asset)).isNotNull();
            assertThat(type.identity().region().apply(asset)).isNotNull();
            assertThat(type.tagsOf(asset)).isNotNull();
            Doc both = Doc.of("type", type.name(), "attributes", whole, "facets", type.facetsOf(whole));
            causes(both);
            assets.add(both);
        }
    }

    private static void causes(Object field) {
        if (field instanceof Doc doc) {
            doc.forEach((key, value) -> causes(value));
        } else if (field instanceof DocList list) {
            list.forEach(Asked::causes);
        } else if (field instanceof Unknown unknown) {
            unknown.causes().stream().map(cause -> cause.message().en()).forEach(Asked::isClear);
        }
    }

    private static void isClear(String message) {
        assertThat(message)
                .doesNotContainPattern("\\p{Cntrl}")
                .doesNotContain("NullPointer", "ClassCast", "OutOfBounds", "StackOverflow");
    }

    /** Whether every call of an operation ended in a gap. A bucket's policy is the whole body, and first read behind the call. */
    boolean isGap(String operation) {
        if (operation.equals("s3:GetBucketPolicy")) {
            return assets.stream().allMatch(asset -> asset.doc("attributes").get("Policy") instanceof Unknown);
        }
        List<LedgerRow> calls = ledger.stream()
                .filter(row -> (row.service() + ":" + row.operation()).equals(operation))
                .toList();
        return !calls.isEmpty() && calls.stream().allMatch(row -> row.outcome().isGap());
    }
}
