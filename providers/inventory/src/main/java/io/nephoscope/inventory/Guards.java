package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what name assets know the security products that guard them: one word for each kind of product, whatever the cloud, so that a rule
 * asks {@code related.waf} of any asset. A product says whom it guards by a relation with this word as its {@code reverse}.
 */
public final class Guards {
    /** What a product calls those whom it guards. */
    public static final String GUARDED = "guarded";
    /** The facet in which a product says whom it guards, in selectors. */
    public static final String PROTECTS = FacetWords.PROTECTS.name();

    private static final Map<String, Kind> KINDS = Map.of(
            "securityPlan", Kinds.SECURITY_PLAN,
            "waf", Kinds.WAF,
            "ddos", Kinds.DDOS_PROTECTION,
            "bastion", Kinds.BASTION,
            "firewall", Kinds.NETWORK_FIREWALL,
            "hostSecurity", Kinds.HOST_SECURITY,
            "databaseAudit", Kinds.DATABASE_AUDIT,
            "scanner", Kinds.SCANNER);

    private Guards() {}

    /** The kind of the products that assets know by a word; empty where the word stands for none. */
    public static Optional<Kind> kind(String word) {
        return Optional.ofNullable(KINDS.get(word));
    }

    /** The word for products of a kind; empty where the kind is none of products that guard. */
    public static Optional<String> word(Kind kind) {
        return KINDS.entrySet().stream()
                .filter(it -> it.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The facet of a product that says whom it guards by selectors; without such a relation nobody knows. */
    static Facet protects(AssetTypeBuilder product) {
        return product.relations.stream()
                .filter(relation -> relation.by() == Relation.By.SELECTOR)
                .filter(relation -> relation.reverse().equals(word(product.kind)))
                .findFirst()
                .map(relation -> new Facet(PROTECTS, relation.inputs(), asset -> {
                    Doc.Builder read = Doc.builder();
                    relation.inputs().forEach(input -> read.put(input, asset.get(input)));
                    return relation.keys().apply(read.build());
                }))
                .orElseGet(() -> new Facet(PROTECTS, List.of(), asset -> untold(product.name)));
    }

    /** Why nobody knows whom a product of a type guards. */
    static Unknown untold(String type) {
        return AssetType.untold(Text.of("{0} has no way to tell whom it guards", "{0} 没有读取其防护对象的途径", type));
    }
}
