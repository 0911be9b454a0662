package io.nephoscope.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The JSON Schema (draft 2020-12) of a configuration file, by which editors complete and check it. */
final class ConfigurationSchema {
    private static final String TYPE = "type";
    private static final String DESCRIPTION = "description";

    private ConfigurationSchema() {}

    /** As a document of maps, lists and texts. */
    static Map<String, Object> of(CommandSpec root) {
        Map<String, CommandSpec> commands = Configurable.commands(root);
        Map<String, Object> properties = new LinkedHashMap<>();
        commands.values()
                .forEach(command -> Configurable.options(command)
                        .forEach((name, option) -> properties.putIfAbsent(name, property(option))));
        commands.forEach((name, command) -> {
            Map<String, Object> its = new LinkedHashMap<>();
            Configurable.options(command).forEach((option, spec) -> its.put(option, property(spec)));
            Map<String, Object> section = object(its);
            section.put(TYPE, List.of("object", "null"));
            section.put(DESCRIPTION, "Options of '" + name + "' alone.");
            properties.put(name, section);
        });
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", "Nephoscope configuration");
        document.put(
                DESCRIPTION,
                "Options by their long names: at the top for every command that has them, in a section named as a command for that"
                        + " one.");
        document.putAll(object(properties));
        return document;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(TYPE, "object");
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> property(OptionSpec option) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put(DESCRIPTION, String.join(" ", option.description()));
        if (option.isMultiValue()) {
            property.put("anyOf", List.of(value(option), Map.of(TYPE, "array", "items", value(option))));
        } else {
            property.putAll(value(option));
        }
        return property;
    }

    /** Whoever writes an account's number or a mode means its digits. */
    private static Map<String, Object> value(OptionSpec option) {
        Class<?> type = Completion.type(option);
        List<String> labels = Completion.values(type);
        if (Configurable.isTruth(option)) {
            return Map.of(TYPE, "boolean");
        } else if (type == Integer.class || type == int.class) {
            return Map.of(TYPE, "integer");
        } else if (labels.isEmpty()) {
            return Map.of(TYPE, List.of("string", "number", "boolean"));
        }
        return labels.get(0).endsWith("=")
                ? Map.of(TYPE, "string", "pattern", "^(" + String.join("|", labels) + ").")
                : Map.of("enum", labels);
    }
}
