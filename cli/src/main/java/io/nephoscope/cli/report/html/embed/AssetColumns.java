package io.nephoscope.cli.report.html.embed;

import gg.jte.TemplateOutput;
import io.nephoscope.cli.report.JudgedAsset;
import io.nephoscope.cli.report.html.embed.Shared.Place;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What tables, filters and the search need of assets, a column for each of it. */
final class AssetColumns {
    /** How a uid follows from the other columns. */
    private static final int BY_REGION = 0;

    private static final int BY_ACCOUNT = 1;
    private static final int BY_ITSELF = 2;

    private final Shared shared;
    private final Column places = new Column("data-asset-places");
    private final Column types = new Column("data-asset-types");
    private final Column ids = new Column("data-asset-ids");
    private final Column names = new Column("data-asset-names");
    private final Column uids = new Column("data-asset-uids");
    private final Column owners = new Column("data-asset-owners");
    private final Column tags = new Column("data-asset-tags");
    private final Column times = new Column("data-asset-times");
    private final Column calls = new Column("data-asset-calls");
    private final Column judgements = new Column("data-asset-judgements");
    private int count;

    AssetColumns(Shared shared) throws IOException {
        this.shared = shared;
    }

    void add(JudgedAsset asset) throws IOException {
        Subject subject = asset.subject();
        Scope scope = subject.scope();
        places.add(shared.places.of(
                new Place(asset.provider(), scope.account(), scope.region(), scope.branch(), asset.accountName())));
        types.add(shared.type(subject.type(), asset.kind()));
        ids.add(subject.nativeId());
        names.add(subject.name().equals(subject.nativeId()) ? "" : subject.name());
        uids.add(uid(asset));
        owners.add(shared.owners.of(owner(asset.owner())));
        tags.add(asset.read().map(this::tags).orElse(List.of()));
        times.add(shared.texts.of(
                asset.read().map(it -> it.provenance().observedAt()).orElse("")));
        calls.add(
                shared.calls.of(asset.read().map(it -> it.provenance().calls()).orElse(List.of())));
        count++;
    }

    /** How many findings there are of the asset that was added last. */
    void judged(int findings) throws IOException {
        judgements.add(findings);
    }

    private int uid(JudgedAsset asset) {
        Subject subject = asset.subject();
        String account = asset.provider() + ":" + subject.scope().account() + ":";
        String end = ":" + subject.type() + ":" + subject.nativeId();
        if (subject.uid().equals(account + subject.scope().region() + end)) {
            return BY_REGION;
        } else if (subject.uid().equals(account + Scope.GLOBAL + end)) {
            return BY_ACCOUNT;
        }
        shared.uids.put(count, subject.uid());
        return BY_ITSELF;
    }

    private static String owner(Object owner) {
        return owner instanceof String name ? name : owner instanceof Unknown ? Shared.UNKNOWN : "";
    }

    private List<Integer> tags(Asset asset) {
        List<Integer> numbers = new ArrayList<>();
        if (asset.tags() instanceof Doc known) {
            known.forEach((key, value) -> {
                if (value instanceof String text) {
                    numbers.add(shared.texts.of(key + "=" + text));
                }
            });
        }
        return numbers;
    }

    void end(TemplateOutput page) throws IOException {
        for (Column column : List.of(places, types, ids, names, uids, owners, tags, times, calls, judgements)) {
            column.end(page);
        }
    }
}
