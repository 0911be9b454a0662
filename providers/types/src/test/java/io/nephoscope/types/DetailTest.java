package io.nephoscope.types;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nephoscope.expression.Library;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Unreadable;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a detail makes of what came. */
class DetailTest {
    private static final Library LIBRARY =
            Library.of(List.of(new Library.Function("plain", List.of(STRING), BOOL, in -> {
                throw new Unreadable(Text.of("a word that nobody knows", "未知的词"));
            })));

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

    private AssetType type(String detail) {
        return new TypeReader(hill, LIBRARY, Expressions.COMPILED)
                .read(YamlNode.parse("db.yaml", """
                        type: hill.db.instance
                        title: Database
                        kind: database.relational
                        list: {call: "db:ListInstances"}
                        schema: {string: id zone}
                        facets: {public: plain(id)}
                        details:
                          more:
                        """ + detail.indent(4)));
    }

    private Object field(String detail, Doc asset) {
        return type(detail)
                .detail("more")
                .orElseThrow()
                .fetch()
                .fetch(site, asset)
                .toField();
    }

    private void settings(Doc... items) {
        hill.items.put("ListSettings{}", List.of(items));
    }

    private static final String KEYED = """
            call: "db:ListSettings"
            schema: {string: name value.now}
            where: name != 'old'
            keyed: {name: value.now}
            """;

    @Test
    void itemsStandEachByItsKeyAndSomeOfThemOnly() {
        settings(Doc.of("name", "tls", "value", Doc.of("now", "on")), Doc.of("name", "old"), Doc.of("name", "log"));
        assertThat(field(KEYED, Doc.empty())).isEqualTo(Doc.of("tls", "on", "log", Absent.ABSENT));
        assertThat(type(KEYED).detail("more").orElseThrow().schema()).isEqualTo(Schema.mapOf(STRING));
        assertThat(field(KEYED.replace("{name: value.now}", "name"), Doc.empty()))
                .isEqualTo(Doc.of(
                        "tls", Doc.of("name", "tls", "value", Doc.of("now", "on")), "log", Doc.of("name", "log")));
    }

    @Test
    void anItemThatDoesNotSayItsKeyMayBeAnyOfThem() {
        settings(Doc.of("value", Doc.of("now", "on")));
        assertThat(field(KEYED, Doc.empty())).isInstanceOf(Unknown.class);
    }

    private static final String COUNTED = """
            call: "db:ListSettings"
            is: answer.filter(it, it.name == id).size()
            schema: int
            """;

    @Test
    void anExpressionMakesWhatItLikesOfAnAnswerAndOfTheAsset() {
        settings(Doc.of("name", "a"), Doc.of("name", "b"));
        assertThat(field(COUNTED, Doc.of("id", "a"))).isEqualTo(1L);
        assertThat(type(COUNTED).detail("more").orElseThrow().schema()).isEqualTo(Schema.Scalar.INT);
    }

    @Test
    void whatAnExpressionCannotReadNamesTheCallThatSaidNothing() {
        settings(Doc.of("value", "on"));
        assertThat(field(COUNTED, Doc.of("id", "a")))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .extracting(Cause::call, Cause::outcome)
                                .containsExactly(tuple("db:ListSettings", Status.NOT_SAID)));
    }

    private static final String JOINED = """
            call: "db:ListSettings"
            schema: {string: zone name}
            join: {zone: zone}
            expect: maybe
            """;

    @Test
    void thatNobodyBelongsToAnAssetIsAnAnswerWhereAFileSaysSo() {
        settings(Doc.of("zone", "A", "name", "watcher"));
        assertThat(field(JOINED, Doc.of("zone", "a"))).isEqualTo(Absent.ABSENT);
        assertThat(field(JOINED.replace("maybe", "one"), Doc.of("zone", "a"))).isInstanceOf(Unknown.class);
        assertThat(field(JOINED.replace("maybe", "any"), Doc.of("zone", "A")))
                .isEqualTo(DocList.of(Doc.of("zone", "A", "name", "watcher")));
        settings(Doc.of("zone", "a"), Doc.of("zone", "a"));
        assertThat(field(JOINED, Doc.of("zone", "a"))).isInstanceOf(Unknown.class);
    }

    @Test
    void textsThatADialectTakesForTheSameAreJoined() {
        hill.ignoresCase = true;
        settings(Doc.of("zone", "A", "name", "watcher"));
        assertThat(field(JOINED, Doc.of("zone", "a"))).isEqualTo(Doc.of("zone", "A", "name", "watcher"));
    }

    @Test
    void anAnswerInWordsThatNobodyKnowsIsNamedByItsCall() {
        assertThat(type("unreadable: more").facet("public").orElseThrow().of(Doc.of("id", "?")))
                .isEqualTo(Unknown.because(
                        new Cause("db:ListInstances", Status.FAILED, "", Text.of("a word that nobody knows", "未知的词"))));
    }

    @Test
    void wordsAboutItemsAreRefusedWhereThereAreNone() {
        assertThatThrownBy(() -> type(KEYED.replace("ListSettings", "GetSettings")))
                .hasMessageContaining("line 11")
                .hasMessageContaining("where is about the items of a list, and this call answers about one thing.");
        assertThatThrownBy(() -> type(JOINED + "keyed: name\n"))
                .hasMessageContaining("keyed is about the items of a list, and a join chooses them by itself.");
    }

    @Test
    void oneOfTheItemsOfAnObjectIsNamedByItsPath() {
        assertThatThrownBy(() -> type(KEYED.replace("keyed: {name: value.now}", "keyed: {name: a, value: b}")))
                .hasMessageContaining("line 12")
                .hasMessageContaining("here should be one field of an item by another");
    }
}
