package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Provider.CredentialField;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where the credentials of an account are kept, as an organisation file says it: never the credentials themselves. */
sealed interface CredentialReference {
    String ENVIRONMENT = "environment";
    String FILE = "file";
    String COMMAND = "command";
    String PROFILE = "profile";

    /** In environment variables, by field; or in those whose names begin so. */
    record InEnvironment(String prefix, Map<String, String> variables) implements CredentialReference {
        Map<String, String> variables(Provider provider) {
            if (!variables.isEmpty()) {
                return variables;
            }
            Map<String, String> all = new LinkedHashMap<>();
            provider.credentialFields()
                    .forEach(field -> all.put(
                            field.name(),
                            prefix + "_" + field.name().toUpperCase(Locale.ROOT).replace('-', '_')));
            return all;
        }
    }

    /** In a file of lines {@code field=value}, or of one JSON object. */
    record InFile(Path file) implements CredentialReference {}

    /** In the JSON object that a command writes. */
    record FromCommand(List<String> words, Path folder) implements CredentialReference {}

    /** In a profile of the provider's own configuration. */
    record InProfile(String name) implements CredentialReference {}

    /** Reads what stands below {@code credentials}. */
    static CredentialReference read(YamlNode node, Collection<Provider> providers, Path folder) {
        if (!node.isMap()) {
            throw node.error(literal());
        }
        Set<String> secrets = Fields.secret(providers);
        Map<String, YamlNode> fields = node.fields();
        fields.forEach((name, value) -> {
            if (secrets.contains(name) || !Secrets.mask(name, "some value").equals("some value")) {
                throw value.error(literal());
            }
        });
        node.fields(Set.of(ENVIRONMENT, FILE, COMMAND, PROFILE));
        if (fields.size() != 1) {
            throw node.error(Text.of(
                    "here should be one of environment, file, command and profile; keep the one that holds.",
                    "此处应为 environment、file、command、profile 之一；请保留适用的一项。"));
        }
        YamlNode value = fields.values().iterator().next();
        return switch (fields.keySet().iterator().next()) {
            case ENVIRONMENT -> environment(value, secrets);
            case FILE -> new InFile(folder.resolve(Plain.path(FILE, value)));
            case COMMAND -> new FromCommand(words(value), folder);
            default -> new InProfile(Plain.text(PROFILE, value));
        };
    }

    private static CredentialReference environment(YamlNode value, Set<String> known) {
        if (!value.isMap()) {
            return new InEnvironment(variable(value), Map.of());
        }
        Map<String, String> variables = new TreeMap<>();
        value.fields(known).forEach((field, name) -> variables.put(field, variable(name)));
        if (variables.isEmpty()) {
            throw value.error(Text.of(
                    "here should be the names of variables by field; the fields are {0}.",
                    "此处应按字段写明变量名；字段有 {0}。", String.join(", ", known)));
        }
        return new InEnvironment("", variables);
    }

    private static String variable(YamlNode node) {
        String name = node.text();
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,120}") || !Secrets.mask(name).equals(name)) {
            throw node.error(Text.of(
                    "this is no name of an environment variable, such as HARBOUR; secrets do not stand in this"
                            + " file, only the names of the variables that hold them.",
                    "这不是环境变量名（如 HARBOUR）；密钥不应写在此文件中，只写保存密钥的变量名。"));
        }
        return name;
    }

    private static List<String> words(YamlNode value) {
        List<String> words =
                value.items().stream().map(word -> Plain.text(COMMAND, word)).toList();
        if (words.isEmpty()) {
            throw value.error(Text.of(
                    "the command is empty; name the program and its arguments, each after a dash.",
                    "命令为空；请写明程序及其参数，每项前加短横线。"));
        }
        return words;
    }

    /** What mends a secret in the file. */
    static Text literal() {
        return Text.of(
                "secrets do not stand in this file; say where they are kept, as in \"credentials: {environment: HARBOUR}\","
                        + " with environment, file, command or profile.",
                "密钥不应写在此文件中；请用 environment、file、command 或 profile 说明保存位置，如"
                        + " \"credentials: {environment: HARBOUR}\"。");
    }

    /** Where the credentials are, for accounts of a provider; a profile is the provider's own business. */
    default CredentialSource source(Provider provider, Map<String, String> environment) {
        if (this instanceof InEnvironment variables) {
            return new CredentialVariables(variables.variables(provider), environment);
        } else if (this instanceof InFile file) {
            return new CredentialFile(file.file(), provider.credentialFields());
        } else if (this instanceof FromCommand command) {
            return new CredentialCommand(command.words(), command.folder(), provider.credentialFields());
        }
        return CredentialSource.NONE;
    }

    /** Where the credentials are while nobody says so: in the variables that the provider names, if any. */
    static CredentialSource usual(List<CredentialField> fields, Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>();
        fields.stream()
                .filter(field -> !field.variable().isEmpty())
                .forEach(field -> variables.put(field.name(), field.variable()));
        return variables.isEmpty() ? CredentialSource.NONE : new UsualVariables(variables, environment);
    }
}
