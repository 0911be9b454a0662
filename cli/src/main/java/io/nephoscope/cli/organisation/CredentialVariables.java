package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.util.Map;
import java.util.TreeMap;

/**
 * Credentials in environment variables.
 *
 * @param variables their names, by field
 */
record CredentialVariables(Map<String, String> variables, Map<String, String> environment) implements CredentialSource {
    @Override
    public Credentials read() throws TargetException {
        Credentials found = present(variables, environment);
        if (found.isEmpty()) {
            throw new TargetException(Text.of(
                    "none of the environment variables {0} is set; set those that apply.",
                    "环境变量 {0} 均未设置；请设置适用的变量。",
                    String.join(", ", variables.values().stream().sorted().toList())));
        }
        return found;
    }

    /** Those that are set. */
    static Credentials present(Map<String, String> variables, Map<String, String> environment) {
        Map<String, String> fields = new TreeMap<>();
        variables.forEach((field, variable) -> fields.put(field, environment.getOrDefault(variable, "")));
        return Credentials.of(fields);
    }

    @Override
    public String toString() {
        return "environment " + String.join(" ", variables.values());
    }
}
