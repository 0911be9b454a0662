package io.nephoscope.azure.arm;

import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.azure.AzureProvider;
import io.nephoscope.expression.Library;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Use;
import io.nephoscope.types.Expressions;
import io.nephoscope.types.TypeReader;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What files say is asked of Azure. */
class AzureDialectTest {
    private static final String VAULT = """
            type: azure.keyvault.vault
            title: Key vault
            kind: crypto.vault
            list: {table: resources, resource: Microsoft.KeyVault/vaults}
            schema: {string: properties.tenantId}
            details:
              settings:
                call: DiagnosticSettings_List
                get: /providers/Microsoft.Insights/diagnosticSettings
                below: subscription
                version: 2021-05-01-preview
                permission: Microsoft.Insights/diagnosticSettings/read
                items: value
                schema: {string: name}
            """;
    private static final String SECRET = """
            type: azure.keyvault.secret
            title: Secret
            kind: crypto.secret
            list:
              each: {table: resources, resource: Microsoft.KeyVault/vaults}
              call: Secrets_List
              get: /secrets
              version: "2023-07-01"
              permission: Microsoft.KeyVault/vaults/secrets/read
              narrows: nothing
            """;

    private static AssetType read(String file) {
        return new TypeReader(new AzureDialect(Map.of()), Library.NONE, Expressions.COMPILED)
                .read(YamlNode.parse("type.yaml", file));
    }

    static Stream<Operation> operations() {
        return new AzureProvider()
                .types().stream()
                        .flatMap(type -> Stream.concat(
                                type.listing().operations().stream(),
                                type.details().stream().map(Detail::operations).flatMap(List::stream)))
                        .distinct();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyCallOfATypeWantsToReadGranted(Operation operation) {
        assertThat(operation.permission()).matches("Microsoft\\.[\\w./]+/read");
    }

    @ParameterizedTest
    @CsvSource({
        "Microsoft.Insights/diagnosticSettings/read, Microsoft.Insights/diagnosticSettings/write",
        "Microsoft.Insights/diagnosticSettings/read, Microsoft.Storage/storageAccounts/listKeys/action",
        "Microsoft.Insights/diagnosticSettings/read, Microsoft.Insights/*",
    })
    void whatChangesSomethingOrHandsOutKeysCannotBeDeclared(String right, String wrong) {
        assertThatThrownBy(() -> read(VAULT.replace(right, wrong)))
                .hasMessageContaining("type.yaml, line 12")
                .hasMessageContaining(wrong + " is no action that reads");
    }

    @Test
    void whatHandsOutSecretsCannotBeDeclaredEither() {
        assertThatThrownBy(() -> read(VAULT.replace("DiagnosticSettings_List", "StorageAccounts_ListKeys")))
                .hasMessageContaining("type.yaml, line 8")
                .hasMessageContaining("hands out secrets");
    }

    @Test
    void aCallInJavaIsHeldToTheSame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmCall.list("Keys_List", "Microsoft.Storage/storageAccounts/write", "", "1"))
                .withMessageContaining("is no action that reads");
    }

    @Test
    void anErrorMayMeanThatThereIsNone() {
        String told = VAULT.replace("items: value", "items: value\n    absent: NoSettings\n    unsupported: [A, B]");
        assertThat(read(told).detail("settings").orElseThrow().operations())
                .singleElement()
                .satisfies(it -> assertThat(it.absentOn()).containsExactly("NoSettings"))
                .satisfies(it -> assertThat(it.unsupportedOn()).containsExactlyInAnyOrder("A", "B"));
    }

    @Test
    void everyResourceHasAnIdInLowerCaseANameAndARegion() {
        AssetType vault = read(VAULT);
        assertThat(vault.listing().operations())
                .extracting(Operation::permission)
                .containsExactly("Microsoft.KeyVault/vaults/read");
        assertThat(vault.attributes().fields()).containsKeys("id", "sku", "tags", "properties", "settings");
        assertThat(vault.detail("settings").orElseThrow().uses())
                .extracting(Use::per)
                .containsExactly(Use.Per.ACCOUNT);
    }

    @Test
    void whatLiesInAnotherResourceIsListedBelowIt() {
        assertThat(read(SECRET).listing().operations())
                .extracting(Operation::permission)
                .containsExactly("Microsoft.KeyVault/vaults/read", "Microsoft.KeyVault/vaults/secrets/read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table: resources|table: resuorces|line 4|did you mean resources?",
                "resource: Microsoft.KeyVault/vaults}|resuorce: Microsoft.KeyVault/vaults}|line 4|did you mean resource?",
                "resource: Microsoft.KeyVault/vaults|resource: vaults|line 4|vaults/read is no action that reads",
                "below: subscription|below: subscriptions|line 10|did you mean subscription?",
                "permission: |permision: |line 12|did you mean permission?",
                "version: 2021-05-01-preview|items: value|line 13|stands here twice",
                "items: value|items: values|line 13|did you mean value?",
                "{string: properties.tenantId}|bool|line 4|a resource has fields",
            })
    void aMisspeltWordIsOneSentenceWithItsLine(String right, String wrong, String line, String meant) {
        assertThat(VAULT).contains(right);
        assertThatThrownBy(() -> read(VAULT.replace(right, wrong)))
                .hasMessageContaining("type.yaml, " + line + ",")
                .hasMessageContaining(meant);
    }

    @Test
    void aListSaysWhatItWouldLeaveOutByItself() {
        assertThatThrownBy(() -> read(SECRET.replace("  narrows: nothing\n", "")))
                .hasMessageContaining("the field narrows is missing");
        assertThatThrownBy(() -> read(SECRET.replace("narrows: nothing", "narrows: noting")))
                .hasMessageContaining("did you mean nothing?");
    }

    /** The rules of one server are asked for once, by whichever of the two types comes first. */
    @Test
    void aServerAndItsDatabasesAskTheSameOfItsFirewall() {
        assertThat(type("azure.sql.database").detail("server").orElseThrow().operations())
                .containsAll(type("azure.sql.server")
                        .detail("firewallRules")
                        .orElseThrow()
                        .operations())
                .containsAll(type("azure.sql.server")
                        .detail("ipv6FirewallRules")
                        .orElseThrow()
                        .operations());
    }
}
