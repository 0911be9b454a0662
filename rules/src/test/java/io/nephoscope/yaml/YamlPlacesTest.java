package io.nephoscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlPlacesTest {
    /** The place of the X in the file must be found from its place in the value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: one X",
                "a:   X",
                "a: one\n  two X\n  three",
                "a: one\n\n\n  two\n  X",
                "a: 'one X'",
                "a: 'it''s ''X'",
                "a: 'one\n  two''\n\n  X'",
                "a: \"one X\"",
                "a: \"\\\"one\\\" \\u00e9\\x41 X\"",
                "a: \"one\\ntwo X\"",
                "a: \"one\n   two \\\n  X\"",
                "a: |\n  one\n  two X\n",
                "a: |\n\n\n      one\n        two X\n",
                "a: |- # says what\n  X",
                "a: |2\n    one\n  two X\n",
                "a: >\n  one\n  two X\n",
                "a: >-\n  one\n  two\n\n  three\n    four\n    X\n  five\n",
                "a: >+\n\n  one\n\n\n  X\n\n",
                "a: {b: c, d: 日本 X}",
                "a: |\n  日本 😀 X\n",
                "b:\n  - c: |\n      one\n\n      two X\n",
                "a: |\r\n  one\r\n  two X\r\n",
            })
    void aPlaceInAValueIsFoundInItsFile(String yaml) {
        YamlNode node = YamlNode.parse("f", yaml);
        while (node.isMap() || node.isList()) {
            node = node.isList()
                    ? node.items().get(0)
                    : node.fields().values().stream()
                            .reduce((first, last) -> last)
                            .orElseThrow();
        }
        int[] wanted = place(node.text());
        int[] there = place(yaml);
        assertThat(node.error(wanted[0], wanted[1], Text.quoted("here.")))
                .hasMessageStartingWith("f, line " + (there[0] + 1) + ", column " + (there[1] + 1) + ", field ");
    }

    private static int[] place(String text) {
        String before = text.substring(0, text.indexOf('X'));
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return new int[] {(int) before.chars().filter(it -> it == '\n').count(), line.codePointCount(0, line.length())};
    }

    @Test
    void theEndOfAValueIsBehindItsLastWord() {
        YamlNode node = YamlNode.parse("f", "a: >-\n  one\n  two\n\n\nb: c").field("a");
        assertThat(node.error(0, 7, Text.quoted("ends."))).hasMessage("f, line 3, column 6, field a: ends.");
        assertThat(node.error(Text.quoted("whole."))).hasMessage("f, line 1, column 4, field a: whole.");
    }

    @Test
    void aPlaceFarDownALongFileIsFound() {
        String yaml = "a: " + "x".repeat(5_000) + "\nb: |\n" + "  line\n".repeat(2_000) + "  X\n";
        assertThat(YamlNode.parse("f", yaml).field("b").error(2_000, 0, Text.quoted("here.")))
                .hasMessage("f, line 2003, column 3, field b: here.");
    }
}
