package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Provider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The JSON Schema (draft 2020-12) of an organisation file, by which editors complete and check it. */
public final class OrganisationSchema {
    private static final String TYPE = "type";
    private static final String DESCRIPTION = "description";
    private static final String PROPERTIES = "properties";

    private final Collection<Provider> providers;

    private OrganisationSchema(Collection<Provider> providers) {
        this.providers = providers;
    }

    /** As a document of maps, lists, texts, numbers and truths. */
    public static Map<String, Object> of(Collection<Provider> providers) {
        return new OrganisationSchema(providers).document();
    }

    private Map<String, Object> document() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("node", node());
        definitions.put("account", account());
        definitions.put("credentials", credentials());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", "Nephoscope organisation");
        document.put(
                DESCRIPTION,
                "A tree of groups, branches and systems, each with its accounts and with what it sets for all"
                        + " below.");
        document.put("$ref", "#/$defs/node");
        document.put("$defs", definitions);
        return document;
    }

    private Map<String, Object> node() {
        SortedMap<String, String> fields = Fields.ofBranch(providers);
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach((name, help) -> properties.put(name, field(name, help)));
        for (Provider provider : providers) {
            Map<String, Object> block = new LinkedHashMap<>();
            Fields.inherited(provider).forEach((name, help) -> block.put(name, field(name, help)));
            properties.put(provider.name(), object(block, String.valueOf(fields.get(provider.name()))));
        }
        Map<String, Object> node = object(properties, "A group, branch or system.");
        node.put("required", List.of(Fields.NAME));
        return node;
    }

    /** One of the forms that the providers' accounts have. */
    private Map<String, Object> account() {
        List<Object> forms = new ArrayList<>();
        for (Provider provider : providers) {
            Map<String, Object> properties = new LinkedHashMap<>();
            Fields.ofAccount(provider).forEach((name, help) -> properties.put(name, field(name, help)));
            properties.put(Fields.PROVIDER, described(Map.of("const", provider.name()), "the provider"));
            forms.add(object(properties, "An account of " + provider.name() + "."));
        }
        forms.add(describedSource());
        return described(Map.of("anyOf", forms), "One account.");
    }

    /** An account of a source that a file describes: which settings and secrets it has, that file says. */
    private Map<String, Object> describedSource() {
        Map<String, Object> text = Map.of(TYPE, "string");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                Fields.PROVIDER,
                described(Map.of("const", OrganisationSources.DESCRIBED), "a file describes the source"));
        properties.put(
                OrganisationSources.SERVICE, described(text, "the service file; the files of types lie beside it"));
        properties.put(Fields.NAME, field(Fields.NAME, "how messages name it"));
        properties.put(Fields.REGIONS, field(Fields.REGIONS, "the regions to look at"));
        properties.put(
                Fields.CREDENTIALS,
                described(Map.of(TYPE, "object"), "where the secrets are kept that the service file asks for"));
        Map<String, Object> form =
                object(properties, "An account of a source that a file describes, with its settings.");
        form.put("additionalProperties", Map.of(TYPE, List.of("string", "number", "boolean")));
        form.put("required", List.of(Fields.PROVIDER, OrganisationSources.SERVICE));
        return form;
    }

    private Map<String, Object> field(String name, String help) {
        return switch (name) {
            case Fields.ACCOUNTS -> described(listOf(reference("account")), help);
            case Fields.BRANCHES -> described(listOf(reference("node")), help);
            case Fields.CREDENTIALS -> described(reference("credentials"), help);
            case Fields.KIND -> described(Map.of("enum", Fields.KINDS), help);
            case Fields.MLPS_LEVEL ->
                described(
                        Map.of(TYPE, "integer", "minimum", Fields.LOWEST_LEVEL, "maximum", Fields.HIGHEST_LEVEL), help);
            case Fields.PROVIDER ->
                described(Map.of("enum", providers.stream().map(Provider::name).toList()), help);
            case Fields.REGIONS -> {
                Map<String, Object> regions = listOf(Map.of(TYPE, "string"));
                regions.put("minItems", 1);
                yield described(regions, help);
            }
            case Fields.WAIVERS -> described(Map.of(TYPE, List.of("array", "string")), help);
            default -> described(Map.of(TYPE, List.of("string", "number", "boolean")), help);
        };
    }

    private Map<String, Object> credentials() {
        Map<String, Object> text = Map.of(TYPE, "string");
        Map<String, Object> names = new LinkedHashMap<>();
        Fields.secret(providers).forEach(name -> names.put(name, text));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                CredentialReference.ENVIRONMENT,
                described(
                        Map.of("anyOf", List.of(text, object(names, "The variable that holds each field."))),
                        "environment variables: how their names begin, or the name for each field"));
        properties.put(
                CredentialReference.FILE,
                described(text, "a file of lines field=value, or of one JSON object, beside this one"));
        properties.put(
                CredentialReference.COMMAND,
                described(listOf(text), "a program and its arguments, which writes a JSON object"));
        properties.put(CredentialReference.PROFILE, described(text, "a profile of the provider's own configuration"));
        Map<String, Object> credentials =
                object(properties, "Where the credentials are kept. Secrets never stand in this file.");
        credentials.put("minProperties", 1);
        credentials.put("maxProperties", 1);
        return credentials;
    }

    private static Map<String, Object> object(Map<String, Object> properties, String help) {
        Map<String, Object> object = described(Map.of(TYPE, "object"), help);
        object.put(PROPERTIES, properties);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> listOf(Map<String, Object> items) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put(TYPE, "array");
        list.put("items", items);
        return list;
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    /** In a fixed order: what it is for, and then what it is. */
    private static Map<String, Object> described(Map<String, Object> schema, String help) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(DESCRIPTION, help);
        schema.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> described.put(entry.getKey(), entry.getValue()));
        return described;
    }
}
