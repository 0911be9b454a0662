package io.nephoscope.azure.keyvault;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static io.nephoscope.azure.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;

class VaultTest {
    @Test
    void secondsSince1970AreATime() {
        Doc key = json("{'properties':{'attributes':{'enabled':true,'exp':1798761600}}}");
        assertThat(type("azure.keyvault.key").facetsOf(key).get("expires")).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(type("azure.keyvault.secret").facetsOf(key).get("expires")).isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void whatNeverEndsHasNoEndAndWhatIsNoTimeIsUnknown() {
        assertThat(type("azure.keyvault.key")
                        .facetsOf(json("{'properties':{'attributes':{}}}"))
                        .get("expires"))
                .isEqualTo(Absent.ABSENT);
        assertThat(type("azure.keyvault.key")
                        .facetsOf(json("{'properties':{'attributes':{'exp':'soon'}}}"))
                        .get("expires"))
                .isInstanceOf(Unknown.class);
        Unknown denied = denied("Microsoft.KeyVault:Keys_List");
        assertThat(type("azure.keyvault.key")
                        .facetsOf(Doc.of("properties", denied))
                        .get("expires"))
                .isEqualTo(denied);
    }

    @Test
    void noKeyIsForAnyone() {
        assertThat(type("azure.keyvault.key").facetsOf(Doc.empty()).get("public"))
                .isEqualTo(false);
        assertThat(type("azure.keyvault.key").facetsOf(Doc.empty()).get("publicBy"))
                .isEqualTo(DocList.empty());
    }

    @Test
    void aValueThatStandsWithASecretWouldNotBeKept() {
        assertThat(type("azure.keyvault.secret").redacted()).contains("properties.value");
    }
}
