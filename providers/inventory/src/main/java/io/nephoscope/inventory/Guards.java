package io.nephoscope.inventory;

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
    public static final String PROTECTS = "protects";

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
}
