package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Provider;
import io.nephoscope.yaml.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the branches above set for the accounts below: for each provider the value of each field, as the nearest branch says it. At one branch
 * what stands below a provider's name wins over what stands there for all.
 */
record Inherited(Optional<YamlNode> provider, Map<String, Map<String, YamlNode>> byProvider) {
    static final Inherited NOTHING = new Inherited(Optional.empty(), Map.of());

    private static final String PROFILE = CredentialReference.PROFILE;

    /** The same, with what a branch sets. */
    Inherited and(YamlNode node, Collection<Provider> providers) {
        Map<String, Map<String, YamlNode>> next = new HashMap<>();
        for (Provider each : providers) {
            Map<String, YamlNode> fields = of(each);
            set(fields, node, each);
            node.optional(each.name()).ifPresent(own -> {
                own.fields(Fields.inherited(each).keySet());
                set(fields, own, each);
            });
            next.put(each.name(), fields);
        }
        return new Inherited(node.optional(Fields.PROVIDER).or(() -> provider), next);
    }

    /** What an account of a provider takes over, with what it sets itself. */
    Map<String, YamlNode> of(Provider given, YamlNode account) {
        Map<String, YamlNode> fields = of(given);
        set(fields, account, given);
        return fields;
    }

    private Map<String, YamlNode> of(Provider given) {
        return new HashMap<>(byProvider.getOrDefault(given.name(), Map.of()));
    }

    /** A profile is one more way to say where the credentials are kept: the nearest of both counts. */
    private static void set(Map<String, YamlNode> fields, YamlNode node, Provider given) {
        if (node.optional(Fields.CREDENTIALS).isPresent()) {
            fields.remove(PROFILE);
        } else if (node.optional(PROFILE).isPresent()) {
            fields.remove(Fields.CREDENTIALS);
        }
        for (String field : Fields.inherited(given).keySet()) {
            node.optional(field).ifPresent(value -> fields.put(field, value));
        }
    }
}
