package io.nephoscope.expression;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expressions of a type's declaration: over the bare names of attributes, with functions in Java. */
class AttributesTest {
    private static final Struct DATABASE = struct(
            "database",
            "State",
            STRING,
            "ClusterId",
            STRING,
            "Cluster",
            struct("cluster", "Encrypted", BOOL, "Days", INT),
            "Encrypted",
            BOOL,
            "Ports",
            listOf(INT),
            "Made",
            TIMESTAMP);
    private static final Unknown DENIED =
            Unknown.because(new Cause("rds:DescribeDBClusters", Status.DENIED, "rds:DescribeDBClusters", Text.EMPTY));
    private static final Library LIBRARY = Library.of(List.of(
            new Library.Function(
                    "firstOf", List.of(DYN, DYN), DYN, in -> in.get(0) == Absent.ABSENT ? in.get(1) : in.get(0)),
            new Library.Function("odd", List.of(STRING), BOOL, in -> {
                throw new Unreadable(Text.of("a word that nobody knows", "未知的词"));
            })));
    private static final Environment ATTRIBUTES = Environment.of(DATABASE, LIBRARY);
    private static final String ENCRYPTED = "has(ClusterId) ? Cluster.Encrypted : Encrypted";

    private final List<String> asked = new ArrayList<>();

    private static Expression compile(String expression) {
        return ATTRIBUTES.expression(
                YamlNode.parse("t.yaml", "is: |\n  " + expression).field("is"));
    }

    private Object derive(String expression, Doc attributes) {
        Expression written = compile(expression);
        Expression compiled = Bytes.read(Bytes.of(written::write), in -> Expression.readWith(in, LIBRARY));
        return compiled.derive(new Subject() {
            @Override
            protected Object field(String name) {
                asked.add(name);
                return attributes.get(name);
            }

            @Override
            protected Object facet(String name) {
                return Absent.ABSENT;
            }

            @Override
            protected Object related(String name) {
                return Absent.ABSENT;
            }
        });
    }

    @Test
    void aNameIsAnAttributeAndWhatIsNotReachedIsNotAskedFor() {
        assertThat(derive(ENCRYPTED, Doc.of("Encrypted", true))).isEqualTo(true);
        assertThat(asked).containsExactly("ClusterId", "Encrypted");
    }

    @Test
    void whatIsUnknownMakesUnknownWhatIsMadeOfIt() {
        assertThat(derive(ENCRYPTED, Doc.of("ClusterId", "c", "Cluster", DENIED)))
                .isEqualTo(DENIED);
        assertThat(derive("State == 'on' && (" + ENCRYPTED + ")", Doc.of("State", "off", "ClusterId", DENIED)))
                .isEqualTo(false);
    }

    @Test
    void whatWasLeftOutIsUnknownAndNamed() {
        assertThat(derive(ENCRYPTED, Doc.of("ClusterId", "c", "Cluster", Doc.of("Days", 1L))))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .singleElement()
                                .matches(RuleError::isAbsence)
                                .extracting(cause -> cause.message().en())
                                .isEqualTo("Cluster.Encrypted"));
        assertThat(derive("Encrypted", Doc.empty())).isInstanceOf(Unknown.class);
    }

    @Test
    void aTimeIsWrittenAsDocumentsWriteIt() {
        assertThat(derive("Made", Doc.of("Made", "2026-02-01T08:00:00Z"))).isEqualTo("2026-02-01T08:00:00Z");
        assertThat(derive("Made + duration('24h')", Doc.of("Made", "2026-02-01T08:00:00Z")))
                .isEqualTo("2026-02-02T08:00:00Z");
    }

    @Test
    void aFunctionMaySayThatThereIsNoneAndAPathMayNot() {
        assertThat(derive("firstOf(Cluster.Days, Ports)", Doc.empty())).isEqualTo(Absent.ABSENT);
        assertThat(derive("has(State) ? 1 : firstOf(Cluster.Days, ClusterId)", Doc.empty()))
                .isEqualTo(Absent.ABSENT);
        assertThat(derive("firstOf(Cluster.Days, Ports) == 1", Doc.empty())).isInstanceOf(Unknown.class);
    }

    @Test
    void aFunctionIsGivenItsArgumentsWhenItAsksForThem() {
        assertThat(derive("firstOf(Ports, Cluster)", Doc.of("Ports", DocList.of(1L))))
                .isEqualTo(DocList.of(1L));
        assertThat(asked).containsExactly("Ports", "Ports");
    }

    @Test
    void whatAFunctionCannotReadIsUnknownInItsOwnWords() {
        assertThat(derive("odd(State)", Doc.of("State", "?")))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes().get(0).message().en())
                                .isEqualTo("a word that nobody knows"));
    }

    @Test
    void whatMayBeInAListBesidesHasNoSizeAndAnswersNoQuestion() {
        Doc none = Doc.of("Ports", DocList.of(DENIED.more()));
        Doc one = Doc.of("Ports", DocList.of(22L, DENIED.more()));

        for (String question : List.of(
                "size(Ports) > 0", "Ports.exists(p, true)", "Ports.all(p, false)", "Ports != []", "Ports == []")) {
            assertThat(derive(question, none)).as(question).isInstanceOf(Unknown.class);
        }
        assertThat(derive("size(Ports.filter(p, p == 22)) == 0", none)).isInstanceOf(Unknown.class);
        assertThat(derive("Ports.exists_one(p, true)", one)).isInstanceOf(Unknown.class);
        assertThat(derive("Ports.exists(p, p == 22)", one)).isEqualTo(true);
        assertThat(derive("Ports.all(p, p == 23)", one)).isEqualTo(false);
        assertThat(derive("Ports.exists(p, p == 23)", one)).isInstanceOf(Unknown.class);
    }

    @Test
    void thePathsThatAreReadBeginWithTheAttributes() {
        assertThat(compile(ENCRYPTED).reads()).containsExactly("Cluster.Encrypted", "ClusterId", "Encrypted");
        assertThat(compile("has(Cluster.Days) && Ports.exists(p, p == 1)").reads())
                .containsExactly("Cluster.Days", "Ports");
    }

    @Test
    void aMisspeltNameOrFunctionIsSaidWithItsPlace() {
        assertThatThrownBy(() -> compile("Encryptd"))
                .hasMessageContaining("t.yaml, line 2, column 3")
                .hasMessageContaining("there is no Encryptd (did you mean Encrypted?).");
        assertThatThrownBy(() -> compile("has(Cluster.Day)")).hasMessageContaining("did you mean Days?");
        assertThatThrownBy(() -> compile("has(Stat)")).hasMessageContaining("did you mean State?");
        assertThatThrownBy(() -> compile("fristOf(State, State)")).hasMessageContaining("did you mean firstOf?");
        assertThatThrownBy(() -> compile("now > timestamp('2026-01-01T00:00:00Z')"))
                .hasMessageContaining("there is no now");
        assertThatThrownBy(() -> compile("has(1)")).hasMessageContaining("has() asks for a field");
    }

    @Test
    void aValueThatIsNoneOfItsTypeIsUnknown() {
        assertThat(derive("Encrypted", Doc.of("Encrypted", "yes"))).isInstanceOf(Unknown.class);
        assertThat(Optional.of(derive("Cluster.Days > 7", Doc.of("Cluster", Doc.of("Days", 8L)))))
                .contains(true);
    }
}
