package io.nephoscope.cli.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.cli.toy.ToyProvider;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.yaml.YamlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialReferenceTest {
    private static final String CANARY = "canary-c0ffee-c0ffee";

    @TempDir
    private Path folder;

    @Test
    void variablesAreFoundByTheirPrefix() throws Exception {
        Target target = account(
                "credentials: {environment: HARBOUR}",
                Map.of("HARBOUR_ACCESS_KEY", "key", "HARBOUR_SECRET_KEY", CANARY, "TOY_KEY", "other"));

        assertHolds(target.credentials().read());
    }

    @Test
    void variablesAreFoundByTheirNames() throws Exception {
        Target target =
                account("credentials: {environment: {access-key: A, secret-key: B}}", Map.of("A", "key", "B", CANARY));

        assertHolds(target.credentials().read());
    }

    @Test
    void whereNothingIsSaidTheProvidersOwnVariablesCount() throws Exception {
        Target target = account("world: a", Map.of("TOY_KEY", "key", "TOY_SECRET", CANARY));

        assertHolds(target.credentials().read());
        assertThat(account("world: a", Map.of()).credentials().read()).isSameAs(Credentials.NONE);
    }

    @Test
    void variablesThatAreNotSetAreNamed() throws Exception {
        Target target = account("credentials: {environment: HARBOUR}", Map.of());

        assertThatThrownBy(target.credentials()::read)
                .isInstanceOf(TargetException.class)
                .hasMessage("a: none of the environment variables HARBOUR_ACCESS_KEY, HARBOUR_SECRET_KEY is set; set"
                        + " those that apply.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access-key=key\nsecret-key=" + CANARY,
                "# kept by the quay\nACCESS_KEY = key\r\n\nSECRET_KEY='" + CANARY + "'\n",
                "TOY_KEY=key\nTOY_SECRET=" + CANARY,
                "{\"access-key\": \"key\", \"secret-key\": \"" + CANARY
                        + "\", \"version\": 1, \"more\": {\"a\": \"b\"}}"
            })
    void aFileIsReadAsLinesOrAsJson(String text) throws Exception {
        Files.writeString(folder.resolve("keys"), text);

        assertHolds(account("credentials: {file: keys}", Map.of()).credentials().read());
    }

    @ParameterizedTest
    @ValueSource(strings = {CANARY, "{\"secret-key\": " + CANARY, "{" + CANARY + "}", "", "{}"})
    void aFileThatIsNoneIsRefusedWithoutAWordOfIt(String text) throws Exception {
        Files.writeString(folder.resolve("keys"), text);
        Target target = account("credentials: {file: keys}", Map.of());

        assertThatThrownBy(target.credentials()::read)
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("a: the credentials file " + folder.resolve("keys") + " ")
                .hasMessageEndingWith("; write a line field=value for each field, or a JSON object.")
                .hasStackTraceContaining("the credentials file")
                .satisfies(error -> assertThat(stackTrace(error)).doesNotContain(CANARY));
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        Target target = account("credentials: {file: keys}", Map.of());

        assertThatThrownBy(target.credentials()::read)
                .hasMessage("a: the credentials file " + folder.resolve("keys")
                        + " cannot be read (NoSuchFileException); check its name and who may read it.");
    }

    @Test
    void aCommandIsRunWithoutAShellAndOnceForAllWhoShareIt() throws Exception {
        Files.writeString(
                folder.resolve("keys.sh"),
                "echo run >> runs\necho \"{\\\"access-key\\\": \\\"key\\\", \\\"secret-key\\\": \\\"$1\\\"}\"\n");
        Organisation organisation = read("""
                name: Group
                credentials: {command: [sh, keys.sh, $HOME and wednesday]}
                accounts: [{provider: toy, name: a}, {provider: toy, name: b}]
                """, Map.of());

        for (Account account : organisation.accounts()) {
            assertThat(account.target().credentials().read().get("secret-key")).contains("$HOME and wednesday");
        }
        assertThat(folder.resolve("runs")).hasContent("run");
    }

    @Test
    void aCommandThatFailsIsRefusedWithoutWhatItWrote() throws Exception {
        Files.writeString(folder.resolve("keys.sh"), "echo " + CANARY + "; echo " + CANARY + " >&2; exit 4\n");
        Target target = account("credentials: {command: [sh, keys.sh, secret argument]}", Map.of());

        assertThatThrownBy(target.credentials()::read)
                .isInstanceOf(TargetException.class)
                .hasMessage(
                        "a: the credentials command sh ended with 4; run it by hand, it should write a JSON object.")
                .satisfies(error -> assertThat(stackTrace(error)).doesNotContain(CANARY, "secret argument"));
    }

    @Test
    void aCommandThatNeverEndsIsEnded() {
        CredentialCommand command =
                new CredentialCommand(List.of("sh", "-c", "sleep 600"), folder, List.of(), Duration.ofMillis(1));

        assertThatThrownBy(command::read).hasMessageContaining("did not end within");
    }

    @Test
    void aProfileBecomesTheProvidersOwnSetting() {
        assertThatThrownBy(() -> account("credentials: {profile: audit}", Map.of()))
                .isInstanceOf(YamlException.class)
                .hasMessageEndingWith(
                        "the provider toy has no profiles; keep the credentials in environment, file or" + " command.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credentials: " + CANARY,
                "credentials: {secret-key: " + CANARY + "}",
                "credentials: {password: " + CANARY + "}",
                "secret-key: " + CANARY,
                "world: AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "world: https://user:" + CANARY + "@proxy.example",
                "credentials: {environment: " + CANARY + "}"
            })
    void aSecretInTheFileIsRefusedWithTheMendAndNotRepeated(String line) {
        assertThatThrownBy(() -> account(line, Map.of()))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("secrets do not stand in this file")
                .hasMessageContaining(", line 5, column ")
                .satisfies(error -> assertThat(stackTrace(error)).doesNotContain(CANARY, "wJalr"));
    }

    @Test
    void twoPlacesForOneCredentialAreRefused() {
        assertThatThrownBy(() -> account("credentials: {file: a, environment: B}", Map.of()))
                .hasMessageEndingWith(
                        "here should be one of environment, file, command and profile; keep the one that" + " holds.");
    }

    private static void assertHolds(Credentials credentials) {
        assertThat(credentials.get("access-key")).contains("key");
        assertThat(credentials.get("secret-key")).contains(CANARY);
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Target account(String line, Map<String, String> environment) throws IOException {
        String yaml = "name: Group\naccounts:\n  - provider: toy\n    name: a\n    " + line + "\n";
        return read(yaml, environment).accounts().get(0).target();
    }

    private Organisation read(String yaml, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("organisation.yaml"), yaml);
        return OrganisationFile.read(file, List.of(new ToyProvider()), environment);
    }
}
