package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final String CANARY = "canary-0123456789";
    private static final Target TARGET = new Target("toy", "", "harbour", List.of(), Map.of(), Path.of(""));

    private final Credentials credentials =
            Credentials.of(Map.of("access-key", "key-1234", "secret-key", CANARY, "session-token", " "));

    @Test
    void theirTextNamesTheFieldsAndNoValue() {
        assertThat(credentials).hasToString("credentials [access-key, secret-key]");
        assertThat(credentials.get("secret-key")).contains(CANARY);
        assertThat(credentials.get("session-token")).isEmpty();
    }

    @Test
    void aFieldThatIsMissingIsNamedWithThoseThatAreThere() {
        assertThatThrownBy(() -> credentials.require(TARGET, "session-token"))
                .isInstanceOf(TargetException.class)
                .hasMessage("harbour: the credentials lack session-token and hold access-key, secret-key;"
                        + " add it where they are kept.");
    }

    @Test
    void whatARefusalRepeatsOfThemIsHidden() {
        Failure.Reader reader =
                error -> new Failure(Failure.Sort.DENIED, "No", Text.quoted(String.valueOf(error.getMessage())));

        Failure failure = credentials.hiding(reader).read(new SecurityException("not with " + CANARY + "!"));

        assertThat(failure.message().en()).isEqualTo("not with [redacted]!");
    }

    @Test
    void fieldsThatAreEmptyAreNone() {
        assertThat(Credentials.of(Map.of("access-key", ""))).isSameAs(Credentials.NONE);
    }
}
