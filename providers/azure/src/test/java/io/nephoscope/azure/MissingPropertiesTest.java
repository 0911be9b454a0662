package io.nephoscope.azure;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Azure does where a property is left out, which is not always what its name suggests, and which changed over the years:
 * resources keep the default with which they were made.
 */
class MissingPropertiesTest {
    private static final Unknown DENIED = denied("Microsoft.ResourceGraph:QueryResources");

    private static Object facet(Doc properties, String name) {
        return type("azure.storage.account")
                .facetsOf(Doc.of("properties", properties))
                .get(name);
    }

    @Test
    void whatIsWrittenHolds() {
        assertThat(facet(json("{'allowSharedKeyAccess':false}"), "sharedKeyAccess"))
                .isEqualTo(false);
        assertThat(facet(json("{'networkAcls':{'bypass':'None'}}"), "trustedServices"))
                .isEqualTo("None");
    }

    @Test
    void whatIsNullIsAsGoodAsLeftOut() {
        assertThat(facet(json("{'allowSharedKeyAccess':null}"), "sharedKeyAccess"))
                .isEqualTo(true);
        assertThat(facet(json("{'networkAcls':null}"), "trustedServices")).isEqualTo("AzureServices");
    }

    @Test
    void whatWasNotReadIsUnknownAndNoDefault() {
        assertThat(type("azure.storage.account")
                        .facetsOf(Doc.of("properties", DENIED))
                        .get("sharedKeyAccess"))
                .isEqualTo(DENIED);
        assertThat(facet(Doc.of("networkAcls", DENIED), "trustedServices")).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-14T23:59:59.9999999Z, true",
        "2023-12-15T00:00:00.0000000Z, false",
        "2023-12-15T01:30:00+08:00, true",
        "2026-01-01T00:00:00Z, false"
    })
    void aDefaultThatChangedIsThatOfTheDayOnWhichTheAccountWasMade(String made, boolean expected) {
        assertThat(facet(Doc.of("creationTime", made), "crossTenantReplication"))
                .isEqualTo(expected);
    }

    @Test
    void aDefaultThatChangedIsNotGuessedWhereNobodySaysWhenTheAccountWasMade() {
        assertThat(facet(Doc.empty(), "crossTenantReplication")).isInstanceOf(Unknown.class);
        assertThat(facet(Doc.of("creationTime", "yesterday"), "crossTenantReplication"))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void everyPropertyEndsInADefaultThatHoldsForEverAndSaysSinceWhen() {
        List<YamlNode> all = YamlFile.packaged(new AzureTypes().folder()).stream()
                .flatMap(file -> file.parse().optional("missing").stream())
                .toList();
        assertThat(all).hasSizeGreaterThan(8);
        for (YamlNode missing : all) {
            assertThat(missing.field("source").text()).startsWith("https://learn.microsoft.com/");
            missing.fields().forEach(MissingPropertiesTest::endsForEver);
        }
    }

    private static void endsForEver(String path, YamlNode meanings) {
        if (!path.contains(".")) {
            return;
        }
        List<YamlNode> rows = meanings.isList() ? meanings.items() : List.of(meanings);
        assertThat(rows.get(rows.size() - 1).optional("madeBefore")).as(path).isEmpty();
        assertThat(rows.subList(0, rows.size() - 1))
                .as(path)
                .allSatisfy(it -> assertThat(it.optional("madeBefore")).isPresent());
        assertThat(rows).as(path).allSatisfy(it -> {
            Map<String, YamlNode> words = it.fields();
            assertThat(Optional.ofNullable(words.get("like"))
                            .or(() -> Optional.ofNullable(words.get("since")))
                            .map(YamlNode::text))
                    .hasValueSatisfying(text ->
                            assertThat(text).matches("properties\\.creationTime|\\d{4}-\\d{2}-\\d{2}(-preview)?"));
        });
    }
}
