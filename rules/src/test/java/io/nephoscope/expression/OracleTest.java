package io.nephoscope.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelOptions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.AssetView;
import io.nephoscope.rules.Toy;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is unknown, our evaluation and that of dev.cel must come to the same values and the same errors. */
class OracleTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ERROR = "an error";
    private static final Environment ENVIRONMENT = Environment.of(Toy.BOX, Toy.TYPES);
    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .build())
            .build();

    private static final Doc BOX = Doc.of(
            "Name",
            "box-1",
            "CreateDate",
            "2025-06-15T12:30:45.500Z",
            "Size",
            42L,
            "Ratio",
            1.5,
            "Open",
            true,
            "Owner",
            Doc.of("Id", "o1", "Parent", Doc.of("Id", "o2")),
            "Rules",
            DocList.of(
                    Doc.of("Cidr", "0.0.0.0/0", "Port", 22L, "Expires", "2025-01-01T00:00:00Z"),
                    Doc.of("Cidr", "10.0.0.0/8", "Port", 443L)),
            "Ports",
            DocList.of(22L, 80L, 443L),
            "Dates",
            DocList.of("2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            "Labels",
            Doc.of("team", "sea", "tier", "1"),
            "Free",
            Doc.of(
                    "text",
                    "free",
                    "number",
                    1L,
                    "fraction",
                    1.5,
                    "truth",
                    true,
                    "time",
                    "2025-01-01T00:00:00Z",
                    "list",
                    DocList.of(1L, 2L, "three"),
                    "nested",
                    Doc.of("deep", DocList.of(Doc.of("x", 7L)))),
            "KeyIds",
            DocList.of("k", "l"),
            "odd-name",
            "odd",
            "Policy",
            Doc.of("Principal", "*"));
    private static final AssetView VIEW = new AssetView(
            Toy.asset(Toy.BOX, BOX, Map.of("owner", "me")),
            (from, relation) -> DocList.of(Toy.key("k", true), Toy.key("l", false)));

    static List<String> expressions() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/oracle/expressions.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void bothRuntimesAgree(String expression) throws Exception {
        assertThat(ours(expression, VIEW)).isEqualTo(theirs(expression, VIEW));
    }

    /** dev.cel compares a whole number and a double as doubles, and takes NaN for the greatest of all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993 > 9007199254740992.0",
                "9223372036854775807 < 9223372036854775808.0",
                "!(1 < 0.0 / 0.0)",
                "dyn(9007199254740993) != 9007199254740992.0",
            })
    void numbersAreComparedByValueWhereTheirsAreNot(String expression) throws Exception {
        assertThat(ours(expression, VIEW)).isEqualTo(true);
        assertThat(theirs(expression, VIEW)).isEqualTo(false);
    }

    @Test
    void noExpressionStandsTwice() throws IOException {
        assertThat(expressions()).doesNotHaveDuplicates().hasSizeGreaterThan(150);
    }

    @Test
    void bothRuntimesAgreeOnWhateverIsWritten() throws Exception {
        Random random = new Random(20_260_101);
        RandomExpressions expressions = new RandomExpressions(random);
        RandomBoxes boxes = new RandomBoxes(random);
        for (int i = 0; i < 1_000; i++) {
            String expression = expressions.next();
            RandomBoxes.Box box = boxes.box();
            assertThat(ours(expression, box.view()))
                    .as("%s%n of %s", expression, box)
                    .isEqualTo(theirs(expression, box.view()));
        }
    }

    private static YamlNode yaml(String expression) {
        return YamlNode.parse("oracle", "e: |-\n  " + expression).field("e");
    }

    private static Object ours(String expression, AssetView view) {
        try {
            Object value = ENVIRONMENT.expression(yaml(expression)).evaluate(view, NOW);
            return value instanceof Unknown ? ERROR : plain(value);
        } catch (YamlException e) {
            return ERROR;
        }
    }

    private static Object theirs(String expression, AssetView view) throws Exception {
        CelRuntime.Program program = RUNTIME.createProgram(ENVIRONMENT.check(yaml(expression)));
        Map<String, Object> variables = new TreeMap<>(asset(view));
        variables.put("now", NOW);
        try {
            return plain(program.eval(variables));
        } catch (CelEvaluationException e) {
            return ERROR;
        }
    }

    private static Map<String, Object> asset(AssetView view) {
        Map<String, Object> fields = new TreeMap<>();
        for (String field : List.of("name", "nativeId", "account", "region", "branch")) {
            fields.put(field, view.read(field));
        }
        fields.put("tags", plain(view.asset().tags()));
        fields.put(
                "attributes",
                theirs(view.asset().attributes(), view.asset().type().attributes()));
        fields.put("facets", theirs(view.read("facets"), view.asset().type().facetFields()));
        Map<String, Object> related = new TreeMap<>();
        view.asset()
                .type()
                .relations()
                .forEach(relation -> related.put(
                        relation.name(),
                        ((DocList) ((Subject) view).related(relation.name()))
                                .stream().map(it -> asset((AssetView) it)).toList()));
        fields.put("related", related);
        return fields;
    }

    /** A field as dev.cel takes it: absent keys are left out, times are instants. */
    private static Object theirs(Object field, Schema schema) {
        if (field instanceof Doc doc) {
            Map<String, Object> map = new LinkedHashMap<>();
            doc.forEach((key, value) -> {
                if (value != Absent.ABSENT && !(value instanceof Unknown)) {
                    map.put(key, theirs(value, below(schema, key)));
                }
            });
            return map;
        } else if (field instanceof DocList list) {
            return list.stream().map(item -> theirs(item, below(schema, ""))).toList();
        }
        return schema == Scalar.TIMESTAMP ? Instant.parse((String) field) : field;
    }

    private static Schema below(Schema schema, String key) {
        if (schema instanceof Struct struct) {
            return struct.field(key).orElseThrow();
        } else if (schema instanceof ListOf list) {
            return list.item();
        }
        return schema instanceof MapOf map ? map.value() : schema;
    }

    /** Values of both runtimes in one form; maps and lists say what they are, numbers keep their type. */
    private static Object plain(Object value) {
        if (value instanceof Doc doc) {
            Map<String, Object> map = new TreeMap<>();
            doc.forEach((key, field) -> map.put(key, plain(field)));
            return map;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, field) -> sorted.put((String) key, plain(field)));
            return sorted;
        } else if (value instanceof DocList list) {
            return list.stream().map(OracleTest::plain).toList();
        } else if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        assertThat(value)
                .isInstanceOfAny(String.class, Long.class, Double.class, Boolean.class, Instant.class, Duration.class);
        return value;
    }
}
