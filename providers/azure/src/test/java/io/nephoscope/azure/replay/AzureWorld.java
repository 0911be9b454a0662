package io.nephoscope.azure.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Subscriptions and what is in them: our own data, in the shape of the public API. A resource says what each rule must say of it.
 */
public final class AzureWorld {
    /** Where most of it is. */
    public static final String HARBOUR = "11111111-aaaa-4aaa-8aaa-111111111111";
    /** A second one, below another management group. */
    public static final String LIGHTHOUSE = "22222222-bbbb-4bbb-8bbb-222222222222";

    public static final String TENANT = "99999999-ffff-4fff-8fff-999999999999";
    public static final String CLIENT = "33333333-cccc-4ccc-8ccc-333333333333";

    /** Secrets that must not show anywhere. */
    public static final String SECRET = "canary~client.secret_Q8r7x";

    public static final String TOKEN = "canary-token-Zk2pW9";

    static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final List<Expected> expected = new ArrayList<>();
    private final List<ObjectNode> subscriptions = new ArrayList<>();
    /** What Resource Graph holds, by table. */
    private final Map<String, List<ObjectNode>> tables = new LinkedHashMap<>();
    /** What the Resource Manager shows at an address, in lower case. */
    private final Map<String, ObjectNode> documents = new LinkedHashMap<>();
    /** The versions of the API by type, in lower case. */
    private final Map<String, Set<String>> versions = new LinkedHashMap<>();

    private String subscription = HARBOUR;
    private String group = "web";

    /** What a rule must say of an asset, by the lower-case id. */
    public record Expected(String rule, String nativeId, String verdict) {}

    /** The whole world of the tests. */
    public static AzureWorld whole() {
        AzureWorld world = new AzureWorld();
        world.version("Microsoft.Resources/subscriptions", "2022-12-01");
        world.version("Microsoft.Authorization/permissions", "2022-04-01");
        world.subscription(HARBOUR, "Harbour Production", "Enabled", "Operations");
        world.subscription(LIGHTHOUSE, "Lighthouse", "Enabled");
        ComputeData.into(world);
        NetworkData.into(world);
        return world;
    }

    /** Adds a subscription below management groups, the innermost first. */
    public Entry subscription(String id, String name, String state, String... groups) {
        ObjectNode node = json("{properties: {state: '%s', managementGroupAncestorsChain: []}}".formatted(state));
        ObjectNode listed = LENIENT.createObjectNode()
                .put("id", "/subscriptions/" + id)
                .put("subscriptionId", id)
                .put("tenantId", TENANT)
                .put("displayName", name)
                .put("state", state);
        subscriptions.add(listed);
        documents.put("/subscriptions/" + id, listed);
        var chain = ((ObjectNode) node.get("properties")).withArray("managementGroupAncestorsChain");
        for (String above : groups) {
            chain.addObject().put("displayName", above).put("name", "mg-" + above.toLowerCase(Locale.ROOT));
        }
        chain.addObject().put("displayName", "Tenant Root Group").put("name", TENANT);
        return row(
                "resourcecontainers",
                "/subscriptions/" + id,
                "microsoft.resources/subscriptions",
                name,
                "",
                id,
                "",
                node);
    }

    /** What comes next is in this subscription and group. */
    public AzureWorld in(String subscriptionId, String resourceGroup) {
        subscription = subscriptionId;
        group = resourceGroup;
        return this;
    }

    /** Adds a resource of the table {@code resources}. */
    public Entry resource(String type, String name, String location, String json) {
        return row(
                "resources",
                id(type, name),
                type.toLowerCase(Locale.ROOT),
                name,
                location,
                subscription,
                group,
                json(json));
    }

    /** Adds a record of another table. */
    public Entry record(String table, String id, String type, String name, String location, String json) {
        return row(table, id, type.toLowerCase(Locale.ROOT), name, location, subscription, "", json(json));
    }

    private Entry row(
            String table,
            String id,
            String type,
            String name,
            String location,
            String subscriptionId,
            String resourceGroup,
            ObjectNode json) {
        ObjectNode row = LENIENT.createObjectNode()
                .put("id", id)
                .put("name", name)
                .put("type", type)
                .put("tenantId", TENANT)
                .put("kind", "")
                .put("location", location)
                .put("resourceGroup", resourceGroup)
                .put("subscriptionId", subscriptionId)
                .put("managedBy", "");
        for (String key : List.of("sku", "plan", "properties", "tags", "identity", "zones", "extendedLocation")) {
            row.putNull(key);
        }
        row.setAll(json);
        tables.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
        documents.putIfAbsent(id.toLowerCase(Locale.ROOT), row);
        return new Entry(id);
    }

    /** The id of a resource in the current subscription and group; deeper types take their names in turn, {@code server/database}. */
    public String id(String type, String name) {
        String[] types = type.split("/");
        String[] names = name.split("/");
        StringBuilder id = new StringBuilder(
                "/subscriptions/" + subscription + "/resourceGroups/" + group + "/providers/" + types[0]);
        for (int i = 1; i < types.length; i++) {
            id.append('/').append(types[i]).append('/').append(names[i - 1]);
        }
        return id.toString();
    }

    /** Says which versions of the API a type knows. */
    public AzureWorld version(String type, String... known) {
        versions.computeIfAbsent(type.toLowerCase(Locale.ROOT), key -> new TreeSet<>())
                .addAll(Arrays.asList(known));
        return this;
    }

    /** A resource that was added. */
    public final class Entry {
        private final String id;

        private Entry(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public Entry pass(String... rules) {
            return expect("PASS", rules);
        }

        public Entry fail(String... rules) {
            return expect("FAIL", rules);
        }

        public Entry notApplicable(String... rules) {
            return expect("NOT_APPLICABLE", rules);
        }

        private Entry expect(String verdict, String... rules) {
            Arrays.stream(rules)
                    .forEach(rule -> expected.add(new Expected(rule, id.toLowerCase(Locale.ROOT), verdict)));
            return this;
        }

        /** A document below it, which the Resource Manager shows and Resource Graph does not hold. */
        public Entry below(String path, String json) {
            ObjectNode document = json(json);
            documents.put((id + path).toLowerCase(Locale.ROOT), document.put("id", id + path));
            return this;
        }
    }

    public List<Expected> expected() {
        return List.copyOf(expected);
    }

    List<ObjectNode> subscriptions() {
        return subscriptions;
    }

    List<ObjectNode> table(String name) {
        return tables.getOrDefault(name, List.of());
    }

    Map<String, ObjectNode> documents() {
        return documents;
    }

    Set<String> versions(String type) {
        return versions.getOrDefault(type.toLowerCase(Locale.ROOT), Set.of());
    }

    /** JSON without the quotes that only machines need. */
    static ObjectNode json(String text) {
        try {
            return (ObjectNode) LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
