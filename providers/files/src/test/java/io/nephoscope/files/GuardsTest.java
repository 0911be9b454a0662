package io.nephoscope.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files say of whom security products guard, of owners and of domain names. */
class GuardsTest {
    @TempDir
    Path folder;

    private Asset only(String csv) throws Exception {
        Path file = Files.writeString(folder.resolve("assets.csv"), csv);
        return Seen.collect(new Target("files", "Group", "label", List.of(), Map.of("path", file.toString()), folder))
                .assets
                .get(0);
    }

    private static Object facet(Asset asset, String facet) {
        return asset.type().facetsOf(asset.attributes()).get(facet);
    }

    private static Object guarded(Asset asset) {
        return asset.type().relation("guarded").orElseThrow().keys().apply(asset.attributes());
    }

    @Test
    void aProductLeadsToWhateverItSaysThatItProtects() throws Exception {
        Asset waf = only("class,native_id,protects\nsecurity.waf,w-1,域名:*.Hills.example; tag:Env=prod\n");

        assertThat(guarded(waf))
                .isEqualTo(DocList.of("domain:*.hills.example", "tag:Env=prod"))
                .isEqualTo(facet(waf, "protects"));
        Relation relation = waf.type().relation("guarded").orElseThrow();
        assertThat(relation.by()).isEqualTo(By.SELECTOR);
        assertThat(relation.isToAnything() && relation.anywhere()).isTrue();
    }

    @Test
    void aProductThatDoesNotSayItIsUnknownAndOneThatProtectsNothingSaysNone() throws Exception {
        assertThat(guarded(only("class,native_id,protects\nsecurity.waf,w-1,\n")))
                .isInstanceOf(Unknown.class);
        assertThat(guarded(only("class,native_id,protects\nsecurity.waf,w-1,none\n")))
                .isEqualTo(DocList.empty());
    }

    @Test
    void whatItSaysHoldsAsLongAsTheRowDoes() throws Exception {
        Asset over = only("class,native_id,protects,owner,valid_until\nsecurity.waf,w-1,id:vm-7,ops,2025-12-31\n");

        assertThat(guarded(over)).isInstanceOf(Unknown.class);
        assertThat(facet(over, "owner")).isInstanceOf(Unknown.class);
    }

    @Test
    void untilWhenItHoldsCannotBeReadSoThatItMayHoldNoMore() throws Exception {
        Asset unread = only("class,native_id,protects,valid_until\nsecurity.waf,w-1,id:vm-7,soon\n");

        assertThat(guarded(unread)).asString().contains("valid_until", "soon");
    }

    @Test
    void aSelectorThatIsNoneCostsThatSelector() throws Exception {
        assertThat((DocList) guarded(only("class,native_id,protects\nsecurity.waf,w-1,id:vm-7; host-9\n")))
                .hasSize(2)
                .startsWith("id:vm-7")
                .last()
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "security.waf, waf",
        "security.ddos, ddos",
        "security.host, hostSecurity",
        "security.db_audit, databaseAudit",
        "security.bastion, bastion",
        "security.firewall, firewall",
        "security.scanner, scanner",
        "security.plan, securityPlan"
    })
    void assetsOfEveryTypeKnowEachKindOfProductByItsWord(String kind, String word) {
        Types types = Types.of(new FilesProvider().types());

        assertThat(types.all()).allSatisfy(type -> {
            Relation back = type.relation(word).orElseThrow();
            assertThat(types.targets(back)).extracting(AssetType::name).containsExactly("files." + kind);
            assertThat(back.kind()).contains(kind);
        });
    }

    @Test
    void whoAnswersForAnAssetAndItsNamesAreWhatItsRowSays() throws Exception {
        Asset entry =
                only("class,native_id,owner,domains,addresses\nweb.entry,e-1,web@hills,Shop.example,203.0.113.7\n");

        assertThat(facet(entry, "owner")).isEqualTo("web@hills");
        assertThat(facet(entry, "domains")).isEqualTo(DocList.of("shop.example"));
        assertThat(facet(entry, "addresses")).isEqualTo(DocList.of("203.0.113.7"));
        assertThat(facet(only("class,native_id,tag:owner\nweb.entry,e-1,x\n"), "owner"))
                .as("the column is what tells it")
                .isInstanceOf(Unknown.class);
    }
}
