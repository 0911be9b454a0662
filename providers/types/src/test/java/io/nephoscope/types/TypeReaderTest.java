package io.nephoscope.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.expression.Library;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says of a type, and what it says wrong. */
class TypeReaderTest {
    private static final String DATABASE =
            YamlFile.packaged("hill/types").get(0).text();
    private static final AssetType TYPE = read(DATABASE);
    private static final Doc ASSET =
            Doc.of("id", "db-1", "name", "books", "state", "on", "encrypted", true, "public", false);

    private static AssetType read(String file) {
        return new TypeReader(new ToyDialect(), Library.NONE, Expressions.COMPILED)
                .read(YamlNode.parse("db.yaml", file));
    }

    private static Object facet(String name, Doc attributes) {
        return TYPE.facet(name).orElseThrow().of(attributes);
    }

    @Test
    void aFileDeclaresWhatATypeIs() {
        assertThat(TYPE.name()).isEqualTo("hill.db.instance");
        assertThat(TYPE.kind().name()).isEqualTo("database.relational");
        assertThat(TYPE.identity().nativeId().apply(ASSET)).isEqualTo("db-1");
        assertThat(TYPE.nameOf(ASSET)).isEqualTo("books");
        assertThat(TYPE.nameOf(Doc.of("id", "db-1"))).isEqualTo("db-1");
        assertThat(TYPE.listing().operations()).extracting(Operation::call).containsExactly("db:ListInstances");
        assertThat(TYPE.attributes().fields()).containsKeys("encrypted", "groups", "cluster", "backup", "audit");
        assertThat(TYPE.redacted()).containsExactly("password");
        assertThat(TYPE.detail("audit").orElseThrow().isWithoutApi()).isTrue();
        assertThat(TYPE.doors()).singleElement().extracting("attributes").isEqualTo(List.of("public"));
    }

    @Test
    void tagsThatAreLeftOutAreUnknown() {
        assertThat(TYPE.tagsOf(ASSET)).isInstanceOf(Unknown.class);
        Doc tagged = ASSET.with("labels", DocList.of(Doc.of("key", "env", "value", "prod")));
        assertThat(TYPE.tagsOf(tagged)).isEqualTo(Doc.of("env", "prod"));
    }

    @Test
    void aFacetReadsWhatItsExpressionReadsAndNothingElse() {
        assertThat(TYPE.facet("encrypted").orElseThrow().inputs())
                .containsExactlyInAnyOrder("state", "clusterId", "cluster", "encrypted");
        assertThat(facet("encrypted", ASSET)).isEqualTo(true);
        Doc member = ASSET.with("clusterId", "c-1");
        assertThat(facet("encrypted", member.with("cluster", Doc.of("encrypted", false))))
                .isEqualTo(false);
    }

    @Test
    void aFacetOfWhatWasLeftOutIsUnknownAndNamesTheCallThatSaidNothing() {
        assertThat(facet("public", ASSET.with("public", Absent.ABSENT)))
                .isEqualTo(Unknown.because(new Cause("db:ListInstances", Status.NOT_SAID, "", Text.quoted("public"))));
        Doc member = ASSET.with("clusterId", "c-1").with("cluster", Doc.of("id", "c-1"));
        assertThat(facet("encrypted", member))
                .isEqualTo(Unknown.because(
                        new Cause("db:ListClusters", Status.NOT_SAID, "", Text.quoted("cluster.encrypted"))));
    }

    @Test
    void anAssetThatIsGoingHasNoFacetsButThoseThatHoldEvenThen() {
        Doc going = ASSET.with("state", "Deleting").with("audit", true);
        assertThat(facet("encrypted", going)).isEqualTo(Absent.ABSENT);
        assertThat(facet("audited", going)).isEqualTo(true);
        Unknown unread = Unknown.because(new Cause("x:Y", Status.DENIED, "", Text.EMPTY));
        assertThat(facet("public", ASSET.with("state", unread))).isEqualTo(unread);
    }

    @Test
    void aQuestionThatDoesNotAriseHasNoAnswer() {
        assertThat(facet("backupRetentionDays", ASSET.with("source", "db-0"))).isEqualTo(Absent.ABSENT);
        assertThat(facet("backupRetentionDays", ASSET.with("backup", Doc.of("days", 7L))))
                .isEqualTo(7L);
    }

    @Test
    void aRelationGathersTheIdsAlongItsPath() {
        Doc grouped = ASSET.with("groups", DocList.of(Doc.of("id", "g-1"), Doc.of("id", "g-2"), Doc.of("id", "g-1")));
        assertThat(TYPE.relation("groups").orElseThrow().keys().apply(grouped)).isEqualTo(DocList.of("g-1", "g-2"));
        assertThat(TYPE.relation("groups").orElseThrow().keys().apply(ASSET)).isEqualTo(Absent.ABSENT);
    }

    private static Relation groups(String how) {
        String right = "to: hill.net.group, by: \"groups[].id\"";
        assertThat(DATABASE).contains(right);
        return read(DATABASE.replace(right, how)).relation("groups").orElseThrow();
    }

    @Test
    void aRelationMayLeadToAnythingThatItsSelectorsName() {
        Relation relation = groups("to: anything, selector: \"groups[].id\", anywhere: true");
        assertThat(relation.by()).isEqualTo(By.SELECTOR);
        assertThat(relation.isToAnything()).isTrue();
        Doc grouped = ASSET.with("groups", DocList.of(Doc.of("id", "tag:Env=prod"), Doc.of("id", "class:compute.vm")));
        assertThat(relation.keys().apply(grouped)).isEqualTo(DocList.of("tag:Env=prod", "class:compute.vm"));
    }

    @Test
    void whateverHasAnIdAnAddressOrADomainIsFoundByASelectorOfIt() {
        Doc grouped = ASSET.with("groups", DocList.of(Doc.of("id", "shop.example.com")));
        for (String[] way : new String[][] {{"by", "id"}, {"domain", "domain"}, {"address", "address"}}) {
            Relation relation = groups("to: anything, %s: \"groups[].id\"".formatted(way[0]));
            assertThat(relation.by()).isEqualTo(By.SELECTOR);
            assertThat(relation.keys().apply(grouped)).isEqualTo(DocList.of(way[1] + ":shop.example.com"));
        }
    }

    @Test
    void theWordForAKindOfSecurityProductIsForThoseAlone() {
        assertThatThrownBy(() -> groups("to: anything, selector: \"groups[].id\", reverse: waf"))
                .hasMessageContaining("line 34,")
                .hasMessageContaining(
                        "by waf assets know those of security.waf, and this type is of database.relational");
        assertThatThrownBy(() -> read(DATABASE.replace("  groups: {to", "  waf: {to")))
                .hasMessageContaining("by waf assets know those of security.waf that guard them; choose another name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Database|tilte: Database|line 2|did you mean title?",
                "kind: database.relational|kind: database.relatoinal|line 3|did you mean database.relational?",
                "{call: \"db:ListInstances\"}|{cal: \"db:ListInstances\"}|line 4|did you mean call?",
                "string: id name|strnig: id name|line 6|did you mean string?",
                "id: id|id: idd|line 11|did you mean id?",
                "tags: {in: labels}|tags: {in: lables}|line 13|did you mean labels?",
                "tags: {in: labels}|tags: {inn: labels}|line 13|did you mean in?",
                "gone: {field: state,|gone: {field: sate,|line 14|did you mean state?",
                "expect: one|expect: two|line 20|one, maybe, some or any",
                "by: {instance: id}|by: {instance: di}|line 23|no listing and no detail fills di",
                "when: encrypted|when: encryptd|line 24|did you mean encrypted?",
                "when: encrypted|whn: encrypted|line 24|did you mean when?",
                "is: backup.days|is: backup.dys|line 30|has no field dys",
                "public: public|publik: public|line 29|did you mean public?",
                "audited: {own: bool,|audited: {own: boole,|line 31|did you mean bool?",
                "doors: {public access: public}|doors: {public access: pubic}|line 32|did you mean public?",
                "by: \"groups[].id\"|by: \"group[].id\"|line 34|did you mean groups?",
            })
    void aMisspeltWordIsOneSentenceWithItsLineAndTheWordThatWasMeant(
            String right, String wrong, String line, String meant) {
        assertThat(DATABASE).contains(right);
        assertThatThrownBy(() -> read(DATABASE.replace(right, wrong)))
                .hasMessageContaining("db.yaml")
                .hasMessageContaining(line + ",")
                .hasMessageContaining(meant)
                .hasMessageNotContaining("\n");
    }
}
