package io.nephoscope.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.expression.Library;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A detail that one call tells of many assets. */
class BatchTest {
    private static final String BATCH = """
            call: "db:ListDetails"
            schema: {string: name tier}
            batch: {param: ids, of: id, match: name, size: 2}
            """;
    private static final Cause DENIED =
            new Cause("db:ListDetails", Status.DENIED, "db:ListDetails", Text.of("no", "无权限"));

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

    private Detail detail(String how) {
        return new TypeReader(hill, Library.NONE, Expressions.COMPILED)
                .read(YamlNode.parse("db.yaml", """
                        type: hill.db.instance
                        title: Database
                        kind: database.relational
                        list: {call: "db:ListInstances"}
                        schema: {string: id key, bool: big}
                        details:
                          more:
                        """ + how.indent(4)))
                .detail("more")
                .orElseThrow();
    }

    private List<Object> fields(String how, Doc... assets) {
        Detail.Batch batch = (Detail.Batch) detail(how).fetch();
        return batch.fetch(site, List.of(assets)).stream().map(Outcome::toField).toList();
    }

    private static Doc[] assets(String... ids) {
        return Stream.of(ids).map(id -> Doc.of("id", id)).toArray(Doc[]::new);
    }

    private static Doc tier(String name, String tier) {
        return Doc.of("name", name, "tier", tier);
    }

    private void answers(String ids, Doc... items) {
        hill.items.put("ListDetails{ids=" + ids + "}", List.of(items));
    }

    @Test
    void eachAssetGetsItsOwnOfAnAnswerAboutAsManyAsTheFileSays() {
        answers("[a, b]", tier("b", "gold"), tier("a", "iron"));
        answers("[c]", tier("c", "tin"));
        assertThat(fields(BATCH, assets("a", "b", "c")))
                .containsExactly(tier("a", "iron"), tier("b", "gold"), tier("c", "tin"));
        assertThat(hill.asked).containsExactly("ListDetails{ids=[a, b]}", "ListDetails{ids=[c]}");
        Detail detail = detail(BATCH);
        assertThat(detail.uses()).extracting("per").containsExactly(Per.BATCH);
        assertThat(((Schema.Struct) detail.schema()).fields()).containsOnlyKeys("name", "tier");
    }

    @Test
    void whomTheAnswerLeavesOutNobodyKnowsUnlessTheFileExpectsThatOneMayHaveNone() {
        answers("[a, b]", tier("b", "gold"));
        assertThat(fields(BATCH, assets("a", "b")))
                .satisfiesExactly(
                        left -> assertThat(left)
                                .isInstanceOfSatisfying(
                                        Unknown.class,
                                        unknown -> assertThat(unknown.causes())
                                                .extracting(Cause::call)
                                                .containsExactly("db:ListDetails")),
                        came -> assertThat(came).isEqualTo(tier("b", "gold")));
        assertThat(fields(BATCH + "expect: maybe\n", assets("a", "b")))
                .containsExactly(Absent.ABSENT, tier("b", "gold"));
        assertThat(fields(BATCH + "expect: any\n", assets("a", "b")))
                .containsExactly(DocList.empty(), DocList.of(tier("b", "gold")));
    }

    @Test
    void whereTheBatchIsRefusedEachOfItsAssetsIsUnknownAndNobodyElse() {
        hill.answers.put("ListDetails{ids=[a, b]}", Outcome.without(DENIED));
        answers("[c]", tier("c", "tin"));
        assertThat(fields(BATCH, assets("a", "b", "c")))
                .containsExactly(Unknown.because(DENIED), Unknown.because(DENIED), tier("c", "tin"));
    }

    @Test
    void thatThereIsNoneOfSeveralIsAskedOfEachByItself() {
        hill.answers.put("ListDetails{ids=[a, b]}", Outcome.absent());
        hill.answers.put("ListDetails{ids=[a]}", Outcome.absent());
        answers("[b]", tier("b", "gold"));
        assertThat(fields(BATCH, assets("a", "b"))).containsExactly(Absent.ABSENT, tier("b", "gold"));
    }

    @Test
    void anItemThatComesTwiceOrDoesNotSayWhoseItIsIsNobodys() {
        answers("[a]", tier("a", "iron"), tier("a", "gold"));
        answers("[b]", tier("b", "gold"), Doc.of("tier", "tin"));
        assertThat(fields(BATCH, assets("a")).get(0)).isInstanceOf(Unknown.class);
        assertThat(fields(BATCH, assets("b")).get(0)).isInstanceOf(Unknown.class);
    }

    @Test
    void whatSeveralNameIsAskedForOnceAndNobodyKnowsOfWhomTheListingNamesNothing() {
        answers("[k]", tier("k", "gold"));
        String ofKeys = BATCH.replace("of: id", "of: key");
        assertThat(fields(ofKeys, Doc.of("id", "a", "key", "k"), Doc.of("id", "b"), Doc.of("id", "c", "key", "k")))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(tier("k", "gold")),
                        unnamed -> assertThat(unnamed).isInstanceOf(Unknown.class),
                        last -> assertThat(last).isEqualTo(tier("k", "gold")));
        for (String expected : List.of("one", "maybe", "some", "any")) {
            assertThat(fields(ofKeys + "expect: " + expected + "\n", Doc.of("id", "b")))
                    .as(expected)
                    .singleElement()
                    .isInstanceOf(Unknown.class);
        }
        assertThat(fields(ofKeys, Doc.of("id", "a", "key", Unknown.because(DENIED))))
                .containsExactly(Unknown.because(DENIED));
        assertThat(hill.asked).containsExactly("ListDetails{ids=[k]}");
    }

    @Test
    void onlyThoseAreAskedAboutOfWhichTheConditionHolds() {
        answers("[b]", tier("b", "gold"));
        assertThat(fields(BATCH + "when: big\n", Doc.of("id", "a", "big", false), Doc.of("id", "b", "big", true)))
                .containsExactly(Absent.ABSENT, tier("b", "gold"));
        assertThat(hill.asked).containsExactly("ListDetails{ids=[b]}");
    }

    /** One behind the other it would be two, and the question of the others would not be theirs. */
    @Test
    void anIdWithACommaIsAskedAboutByItself() {
        answers("[a, b]", tier("a", "iron"), tier("b", "gold"));
        answers("[x,y]", tier("x,y", "tin"));
        assertThat(fields(BATCH, assets("a", "x,y", "b")))
                .containsExactly(tier("a", "iron"), tier("x,y", "tin"), tier("b", "gold"));
    }

    @Test
    void aSlipInABatchIsOneLineThatNamesThePlace() {
        assertThatThrownBy(() -> detail(BATCH.replace("match:", "mtach:")))
                .hasMessageContaining("line 10")
                .hasMessageContaining("did you mean match?");
        assertThatThrownBy(() -> detail(BATCH.replace("of: id", "of: ids")))
                .hasMessageContaining("no listing and no detail fills ids (did you mean id?)");
        assertThatThrownBy(() -> detail(BATCH.replace("size: 2", "size: 0")))
                .hasMessageContaining("here should be a whole number from 1 to 1000");
        assertThatThrownBy(() -> detail(BATCH.replace("ListDetails", "GetDetails")))
                .hasMessageContaining("a batch is asked of a call that lists");
        assertThatThrownBy(() -> detail(BATCH + "by: {id: id}\n"))
                .hasMessageContaining("field details.more.by: there is no such field");
        assertThatThrownBy(() -> detail("- " + BATCH.indent(2).strip() + "\n"))
                .hasMessageContaining("a batch has no alternatives; use when.");
    }
}
