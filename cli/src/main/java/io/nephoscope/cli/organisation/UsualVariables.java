package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Credentials;
import java.util.Map;

/**
 * Credentials in the environment variables that a provider's own tools read, where nobody names another place. None need be set.
 *
 * @param variables their names, by field
 */
record UsualVariables(Map<String, String> variables, Map<String, String> environment) implements CredentialSource {
    @Override
    public Credentials read() {
        return CredentialVariables.present(variables, environment);
    }

    @Override
    public String toString() {
        return "environment " + String.join(" ", variables.values()) + ", where set";
    }
}
