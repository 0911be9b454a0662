package io.nephoscope.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.expression.Library;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Details that ask several questions, and listings that do; and what is taken of their answers. */
class OverTest {
    private static final Unknown DENIED =
            Unknown.because(new Cause("db:ListInstances", Status.DENIED, "db:read", Text.EMPTY));

    private final ToyDialect hill = new ToyDialect();
    private final Gateway gateway = new Gateway(Limits.DEFAULT, Pace.REAL);
    private final Site site = Site.of(
            "hill",
            new Scope("", "1", "north"),
            "",
            error -> {
                throw new IllegalStateException(error);
            },
            gateway);

    @AfterEach
    void close() {
        gateway.close();
    }

    private AssetType type(String list, String detail) {
        return new TypeReader(hill, Library.NONE, Expressions.COMPILED)
                .read(YamlNode.parse("db.yaml", """
                        type: hill.db.instance
                        title: Database
                        kind: database.relational
                        list: {call: "db:ListInstances"%s}
                        schema: {string: "id zone policy groups[].id"}
                        id: id
                        details:
                          more:
                        """.formatted(list) + detail.indent(4)));
    }

    private Detail detail(String words) {
        return type("", words).detail("more").orElseThrow();
    }

    private Object field(String words, Doc asset) {
        return detail(words).fetch().fetch(site, asset).toField();
    }

    private static final String GROUPS = """
            over: {group: "groups[].id"}
            as: rules
            call: "db:GetRules"
            schema: {string: port}
            """;

    private static Doc inGroups(Object... ids) {
        List<Doc> groups = new ArrayList<>();
        for (Object id : ids) {
            groups.add(Doc.of("id", id));
        }
        return Doc.of("id", "a", "groups", DocList.copyOf(groups));
    }

    @Test
    void eachThingThatAnAssetNamesIsAskedAboutOnceAndOneThatIsRefusedLeavesTheOthers() {
        hill.answers.put("GetRules{group=g-1}", Outcome.value(Doc.of("port", "22")));
        DocList asked = (DocList) field(GROUPS, inGroups("g-1", "g-2", "g-1"));
        assertThat(asked.size()).isEqualTo(2);
        assertThat(asked.get(0)).isEqualTo(Doc.of("group", "g-1", "rules", Doc.of("port", "22")));
        assertThat(((Doc) asked.get(1)).get("rules")).isInstanceOf(Unknown.class);
        assertThat(detail(GROUPS).uses()).extracting("per").containsExactly(Per.NAMED);
    }

    @Test
    void whoNamesNothingIsAskedNothingAndWhoseNamesAreUnreadIsUnknown() {
        assertThat(field(GROUPS, inGroups())).isEqualTo(Absent.ABSENT);
        assertThat(field(GROUPS, Doc.of("id", "a"))).isEqualTo(Absent.ABSENT);
        assertThat(field(GROUPS, Doc.of("id", "a", "groups", DENIED))).isEqualTo(DENIED);
    }

    @Test
    void aSourceWithoutRegionsCannotBeAskedInEach() {
        assertThatThrownBy(() -> detail(GROUPS.replace("\"groups[].id\"", "regions")))
                .hasMessageContaining("line 9")
                .hasMessageContaining("this source has no regions");
    }

    @Test
    void aJoinByWhatNobodyReadIsUnknown() {
        hill.items.put("ListSettings{}", List.of(Doc.of("zone", "A")));
        String joined = """
                call: "db:ListSettings"
                schema: {string: zone}
                join: {zone: zone}
                expect: some
                """;
        assertThat(field(joined, Doc.of("zone", DENIED))).isEqualTo(DENIED);
        assertThat(field(joined, Doc.of("id", "a"))).isEqualTo(Absent.ABSENT);
        assertThat(field(joined, Doc.of("zone", "B"))).isInstanceOf(Unknown.class);
        assertThat(field(joined, Doc.of("zone", "A"))).isEqualTo(DocList.of(Doc.of("zone", "A")));
    }

    @Test
    void allThatAPathThroughListsLeadsToIsTakenOrNothing() {
        String names = """
                call: "db:GetTrails"
                by: {id: id}
                part: "trails[].name"
                """;
        hill.answers.put(
                "GetTrails{id=a}",
                Outcome.value(Doc.of("trails", DocList.of(Doc.of("name", "x"), Doc.of("name", "y")))));
        hill.answers.put(
                "GetTrails{id=b}",
                Outcome.value(Doc.of("trails", DocList.of(Doc.of("name", "x"), Doc.of("other", "y")))));
        hill.answers.put("GetTrails{id=c}", Outcome.value(Doc.of("trails", DocList.empty())));
        assertThat(field(names, Doc.of("id", "a"))).isEqualTo(DocList.of("x", "y"));
        assertThat(field(names, Doc.of("id", "b"))).isInstanceOf(Unknown.class);
        assertThat(field(names, Doc.of("id", "c"))).isEqualTo(DocList.empty());
    }

    @Test
    void aTextOfAnItemIsReadAndOneThatCannotBeIsUnknownByItself() {
        hill.items.put(
                "ListInstances{}",
                List.of(
                        Doc.of("id", "a", "policy", "{\"Statement\":[]}"),
                        Doc.of("id", "b", "policy", "{\"Message\":\"sorry\"}")));
        List<Doc> seen = new ArrayList<>();
        type(", policy: policy", "unreadable: more").listing().walk().list(site, seen::add);
        assertThat(seen.get(0)).isEqualTo(Doc.of("id", "a", "policy", Doc.of("Statement", DocList.empty())));
        assertThat(seen.get(1).get("id")).isEqualTo("b");
        assertThat(seen.get(1).get("policy")).isInstanceOf(Unknown.class);
    }

    @Test
    void aQuestionOfAListingThatIsAnsweredWithNoneHidesNoOther() {
        AssetType type = type(", each: [{}, {kind: old}]", "unreadable: more");
        hill.answers.put("ListInstances{}", Outcome.absent());
        hill.answers.put(
                "ListInstances{kind=old}", Outcome.without(DENIED.causes().get(0)));
        assertThat(type.listing().walk().list(site, item -> {})).isInstanceOf(Outcome.Denied.class);
        hill.answers.remove("ListInstances{kind=old}");
        hill.items.put("ListInstances{kind=old}", List.of(Doc.of("id", "a")));
        assertThat(type.listing().walk().list(site, item -> {})).isEqualTo(Outcome.value(1));
        hill.answers.put("ListInstances{kind=old}", Outcome.absent());
        assertThat(type.listing().walk().list(site, item -> {})).isEqualTo(Outcome.absent());
    }

    @Test
    void whatAnswersTwoQuestionsOfAListingIsOneAsset() {
        hill.items.put("ListInstances{}", List.of(Doc.of("id", "a"), Doc.of("id", "b")));
        hill.items.put("ListInstances{kind=old}", List.of(Doc.of("id", "b"), Doc.of("id", "c")));
        List<Doc> seen = new ArrayList<>();
        assertThat(type(", each: [{}, {kind: old}]", "unreadable: more")
                        .listing()
                        .walk()
                        .list(site, seen::add))
                .isEqualTo(Outcome.value(3));
        assertThat(seen).extracting(item -> item.text("id")).containsExactly("a", "b", "c");
    }
}
