package io.nephoscope.rules;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Relation;
import io.nephoscope.snapshot.Snapshot;

/** The assets of a snapshot as rules see them, those that are related to one another among them. */
final class Views {
    private final Snapshot snapshot;
    private final Statements statements;
    private final RecentViews relatives;

    Views(Snapshot snapshot, Statements statements) {
        this.snapshot = snapshot;
        this.statements = statements;
        this.relatives = new RecentViews(uid -> of(snapshot.asset(uid)));
    }

    AssetView of(Asset asset) {
        return statements.attestations().isEmpty()
                ? new AssetView(asset, this::related)
                : new AssetView(asset, statements.about(asset), this::related);
    }

    private Object related(Asset from, Relation relation) {
        return snapshot.related(from, relation, relatives::get);
    }
}
