package io.nephoscope.snapshot;

import static io.nephoscope.inventory.ToyCloud.listing;
import static io.nephoscope.inventory.ToyCloud.type;
import static io.nephoscope.snapshot.Written.unit;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Machines, and the agents and scouts that say by selectors whom they guard. */
final class Guarded {
    private static final Schema TEXTS = Schema.listOf(Schema.Scalar.STRING);
    static final Unknown DENIED = Unknown.because(new Cause("toy:GetTags", Status.DENIED, "toy:GetTags", Text.EMPTY));
    static final AssetType MACHINE = AssetType.named("toy.machine", "Machine", Kinds.VM)
            .list(type("toy.any", listing()).build().listing())
            .nativeId("Id")
            .facet("addresses", asset -> asset.get("Addresses"), "Addresses")
            .ownFacet("domains", TEXTS, asset -> asset.get("Domains"), "Domains")
            .build();
    static final AssetType AGENT = guarding("toy.agent");
    /** Nobody knows it back. */
    static final AssetType SCOUT = product("toy.scout", Kinds.SCANNER)
            .relation(new Relation(
                    "machines",
                    Relation.toKind("compute.vm"),
                    List.of("Protects"),
                    false,
                    scout -> scout.get("Protects"),
                    By.SELECTOR,
                    Optional.empty(),
                    List.of()))
            .build();

    static final Types TYPES = Types.of(List.of(MACHINE, AGENT, SCOUT));

    static AssetType guarding(String name) {
        return product(name, Kinds.HOST_SECURITY)
                .relation(new Relation(
                        "guarded",
                        Relation.ANYTHING,
                        List.of("Protects"),
                        true,
                        agent -> agent.get("Protects"),
                        By.SELECTOR,
                        Optional.of("hostSecurity"),
                        List.of()))
                .build();
    }

    static AssetTypeBuilder product(String name, Kind kind) {
        return AssetType.named(name, name, kind)
                .list(type("toy.any", listing()).build().listing())
                .nativeId("Id")
                .ownFacet("addresses", TEXTS, asset -> DocList.empty())
                .ownFacet("domains", TEXTS, asset -> DocList.empty())
                .neverTagged();
    }

    static Asset asset(AssetType type, String account, String id, Object tags, Doc attributes) {
        Scope scope = new Scope("Group", account, "north");
        return new Asset(
                Asset.uid(type, scope, id),
                type,
                id,
                id,
                scope,
                tags,
                attributes,
                new Asset.Provenance("2026-01-01T00:00:00Z", "north", List.of("toy:ListItems")));
    }

    /** A machine of the account 1. */
    static Asset machine(Object tags, Object addresses, Object domains) {
        return machine("1", "m", tags, addresses, domains);
    }

    static Asset machine(String account, String id, Object tags, Object addresses, Object domains) {
        return asset(MACHINE, account, id, tags, Doc.of("Id", id, "Addresses", addresses, "Domains", domains));
    }

    static final Asset PLAIN =
            machine(Doc.of("Env", "prod"), DocList.of("203.0.113.7", "10.0.0.5"), DocList.of("Shop.example.org."));

    static Asset agent(String account, String id, Object protects) {
        return asset(AGENT, account, id, Doc.empty(), Doc.of("Id", id, "Protects", protects));
    }

    static Asset agent(Object... selectors) {
        return agent("2", "a", DocList.of(selectors));
    }

    static List<Unit> listed() {
        return new ArrayList<>(List.of(
                unit("1", "north", "toy.machine", Status.VALUE, 1),
                unit("1", "north", "toy.agent", Status.VALUE, 0),
                unit("2", "north", "toy.machine", Status.VALUE, 0),
                unit("2", "north", "toy.agent", Status.VALUE, 1),
                unit("2", "north", "toy.scout", Status.VALUE, 0)));
    }

    private Guarded() {}
}
