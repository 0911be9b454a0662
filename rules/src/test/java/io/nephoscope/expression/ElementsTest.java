package io.nephoscope.expression;

import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.mapOf;
import static io.nephoscope.inventory.Schema.struct;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a list or a map is of the type that the source declares, or unknown: never something that is equal to nothing. */
class ElementsTest {
    private static final Environment HOST = Environment.of(
            struct(
                    "host",
                    "texts",
                    listOf(STRING),
                    "numbers",
                    listOf(INT),
                    "times",
                    listOf(TIMESTAMP),
                    "lists",
                    listOf(listOf(STRING)),
                    "objects",
                    listOf(struct("object", "texts", listOf(STRING))),
                    "labels",
                    mapOf(STRING),
                    "groups",
                    mapOf(listOf(STRING)),
                    "free",
                    listOf(DYN)),
            Library.NONE);
    private static final Doc MIXED = json("""
            {"texts": ["a", {"cidr": "0.0.0.0/0"}, null, 7],
             "numbers": [22, "443", 80.0],
             "times": ["2025-01-01T00:00:00Z", 5],
             "lists": [["a"], "b", ["c", {}]],
             "objects": ["a", {"texts": ["b", 1]}],
             "labels": {"a": "1", "b": 2, "c": null},
             "groups": {"a": ["1"], "b": ["1", []], "c": "1"},
             "free": ["a", 1]}""");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "'a' in texts => true",
                "'0.0.0.0/0' in texts => texts[] + texts[] is an int and not a string + texts[] is an object and not a string",
                "!('b' in texts) => texts[] + texts[] is an int and not a string + texts[] is an object and not a string",
                "texts == ['a', 'b', 'c', 'd'] => texts[] + texts[] is an int and not a string"
                        + " + texts[] is an object and not a string",
                "texts == ['b', 'b', 'c', 'd'] => false",
                "texts[0] == 'a' => true",
                "texts[1] == 'b' => texts[] is an object and not a string",
                "size(texts) => 4",
                "texts.exists(t, t == 'a') => true",
                "80 in numbers => true",
                "443 in numbers => numbers[] is a string and not an int",
                "numbers[2] == 80 => true",
                "times[0] < timestamp('2026-01-01T00:00:00Z') => true",
                "times[1] < timestamp('2026-01-01T00:00:00Z') => times[] is an int and not a timestamp",
                "'a' in lists[0] => true",
                "'b' in lists[1] => lists[] is a string and not a list",
                "'d' in lists[2] => lists[][] is an object and not a string",
                "['a'] in lists => true",
                "['d'] in lists => lists[] is a string and not a list",
                "objects.exists(o, 'b' in o.texts) => true",
                "objects.exists(o, 'd' in o.texts) => objects[] is a string and not an object"
                        + " + objects[].texts[] is an int and not a string",
                "'a' in labels => true",
                "'b' in labels => labels[] is an int and not a string",
                "'c' in labels => false",
                "labels['a'] == '1' => true",
                "labels['b'] == '1' => labels[] is an int and not a string",
                "labels.b == '1' => labels.b is an int and not a string",
                "labels == {'a': '1', 'b': '1'} => labels[] is an int and not a string",
                "'2' in groups['a'] => false",
                "'2' in groups['b'] => groups[][] is a list and not a string",
                "'2' in groups['c'] => groups[] is a string and not a list",
                "'b' in free => false",
            })
    void anElementOfAnotherTypeDecidesNothing(String expression, String expected) {
        assertThat(told(evaluate(expression, MIXED))).isEqualTo(expected);
    }

    @Test
    void whatIsLeftOutOfAListIsNotTheFaultOfTheRule() {
        assertThat(evaluate("'a' in texts", Doc.of("texts", DocList.of(Absent.ABSENT))))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.causes())
                                .singleElement()
                                .extracting(cause -> cause.outcome())
                                .isEqualTo(Status.NOT_SAID));
    }

    /** Were it looked through at each turn, the loop would take ten billion steps: minutes, on any machine. */
    @Test
    void aLongListThatALoopReadsAtEveryTurnIsLookedThroughOnce() {
        DocList many = DocList.copyOf(
                IntStream.range(0, 100_000).mapToObj(String::valueOf).toList());
        assertThat(evaluate("texts.all(t, texts[0] == '0')", Doc.of("texts", many)))
                .isEqualTo(true);
        DocList numbers = DocList.copyOf(
                IntStream.range(0, 100_000).<Object>mapToObj(Long::valueOf).toList());
        assertThat(told(evaluate("texts.all(t, texts[0] == '0')", Doc.of("texts", numbers))))
                .isEqualTo("texts[] is an int and not a string");
        assertThat(told(evaluate("'0' in texts", Doc.of("texts", numbers))))
                .isEqualTo("texts[] is an int and not a string");
    }

    private static Object evaluate(String expression, Doc fields) {
        Expression written =
                HOST.expression(YamlNode.parse("e", "e: |-\n  " + expression).field("e"));
        Expression read = Bytes.read(Bytes.of(written::write), in -> Expression.readWith(in, Library.NONE));
        return read.evaluate(new Fields(fields), Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static final class Fields extends Subject {
        private final Doc fields;

        Fields(Doc fields) {
            this.fields = fields;
        }

        @Override
        protected Object field(String name) {
            return fields.get(name);
        }

        @Override
        protected Object facet(String name) {
            return Absent.ABSENT;
        }

        @Override
        protected Object related(String name) {
            return Absent.ABSENT;
        }
    }

    private static String told(Object value) {
        return value instanceof Unknown unknown
                ? unknown.causes().stream()
                        .map(cause -> cause.message().en())
                        .sorted()
                        .collect(Collectors.joining(" + "))
                : String.valueOf(value);
    }

    private static Doc json(String text) {
        try {
            return (Doc) DocJson.parse(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
