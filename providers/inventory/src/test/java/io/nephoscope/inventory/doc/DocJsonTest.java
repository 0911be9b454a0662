package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocJsonTest {
    private static final Unknown UNKNOWN = Unknown.because(Cause.notCollected("s3:GetBucketPolicy", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\":{\"b\":[1,-1,0]}}",
                "[9223372036854775807,-9223372036854775808]",
                "[1.5,-0.0,1.0E300,1.8446744073709552E19]",
                "[true,false,null,\"null\",\"\"]",
                "{\"present\":null}",
                "\"\\u0000\\n\\\"\\\\ 桶 \\ud83d\\ude00\"",
                "{\"\":{\"a.b\":1}}"
            })
    void whatIsReadIsWrittenAsItWas(String json) throws IOException {
        Object read = DocJson.parse(json);

        assertThat(DocJson.parse(write(read, new TreeMap<>()), new Shapes())).isEqualTo(read);
    }

    @Test
    void numbersKeepTheirType() throws IOException {
        assertThat(DocJson.parse("1")).isEqualTo(1L);
        assertThat(DocJson.parse("1.0")).isEqualTo(1.0);
        assertThat(DocJson.parse("18446744073709551615")).isEqualTo(18446744073709551615.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "\"a",
                "tru",
                "1 2",
                "{} {}",
                "{\"a\":1}]",
                "NaN",
                "1e999",
                "-1e999",
                "<html>",
                "{'a':1}"
            })
    void whatIsNotOneWholeJsonValueIsRefused(String json) {
        assertThatIOException().isThrownBy(() -> DocJson.parse(json));
    }

    @Test
    void aNumberWithVeryManyDigitsIsRefused() {
        assertThatIOException().isThrownBy(() -> DocJson.parse("1".repeat(100_000)));
    }

    @Test
    void deepNestingIsRefusedAndNotFollowed() {
        assertThatIOException().isThrownBy(() -> DocJson.parse("[".repeat(100_000)));
        assertThatIOException().isThrownBy(() -> DocJson.parse("{\"a\":".repeat(101) + "1" + "}".repeat(101)));
    }

    /** What a cloud sends stands deeper in a file than it did alone, and must not make the file unreadable. */
    @Test
    void theDeepestTextThatACloudMaySendCanBeReadBackFromWithinAFile() throws IOException {
        Object deepest = DocJson.parse("[".repeat(100) + "]".repeat(100));
        Object inFile = Doc.of("asset", Doc.of("attributes", Doc.of("Policy", deepest)));

        assertThat(DocJson.parse(write(inFile, new TreeMap<>()), new Shapes())).isEqualTo(inFile);
    }

    @Test
    void whatIsTooDeepToBeReadBackIsNotWritten() {
        Object deep = 1L;
        for (int i = 0; i < 300; i++) {
            deep = DocList.of(deep);
        }
        Object field = deep;

        assertThatIOException().isThrownBy(() -> write(field, new TreeMap<>()));
    }

    @Test
    void aKeyThatIsAbsentIsNullAndAKeyThatNobodyAskedForIsNotThere() throws IOException {
        assertThat(write(Doc.of("Policy", Absent.ABSENT), new TreeMap<>())).isEqualTo("{\"Policy\":null}");
        assertThat(((Doc) DocJson.parse("{\"Policy\":null}")).keys()).containsExactly("Policy");
    }

    @Test
    void unknownsAreLeftOutAndToldWithTheirPaths() throws IOException {
        Map<String, Unknown> unknowns = new TreeMap<>();
        Doc doc = Doc.of(
                "Policy",
                UNKNOWN,
                "Rules",
                DocList.of(1L, UNKNOWN, Doc.of("Cidr", UNKNOWN)),
                "Tags",
                Doc.of("k8s.io/name", UNKNOWN));

        String json = write(doc, unknowns);

        assertThat(json).isEqualTo("{\"Rules\":[1,null,{}],\"Tags\":{}}");
        assertThat(unknowns.keySet()).containsExactly("Policy", "Rules[1]", "Rules[2].Cidr", "Tags[\"k8s.io/name\"]");
        Doc read = (Doc) DocJson.parse(json);
        for (String path : unknowns.keySet()) {
            read = Paths.set(read, path, UNKNOWN);
        }
        assertThat(read).isEqualTo(doc);
    }

    @Test
    void whatACloudSaysTwiceIsNotReadAtAll() {
        for (String json : List.of(
                "{\"Effect\":\"Deny\",\"Effect\":\"Allow\"}",
                "{\"Statement\":[{\"Condition\":{\"Effect\":1,\"Effect\":1}}]}",
                "{\"Effect\":null,\"Eff\\u0065ct\":null}")) {
            assertThatExceptionOfType(DoubledKeyException.class)
                    .isThrownBy(() -> DocJson.parse(json))
                    .withMessage("the key Effect stands twice");
        }
    }

    @Test
    void whatIsNotAFieldIsAnErrorAndNotNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(Doc.of("ports", DocList.of(1L, 2)), new TreeMap<>()))
                .withMessageContaining("ports[1] is a java.lang.Integer");
    }

    private static String write(Object field, Map<String, Unknown> unknowns) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            DocJson.write(out, field, "", unknowns::put);
        }
        return text.toString();
    }
}
