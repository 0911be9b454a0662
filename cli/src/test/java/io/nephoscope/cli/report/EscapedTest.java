package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapedTest {
    @ParameterizedTest
    @CsvSource({
        "001b, \\u001b", // escape: colours, titles and worse
        "0000, \\u0000",
        "0007, \\u0007",
        "0008, \\u0008",
        "000a, \\n",
        "000d, \\r",
        "0009, \\t",
        "007f, \\u007f",
        "009b, \\u009b", // the one-character form of escape and bracket
        "00ad, \\u00ad",
        "200b, \\u200b",
        "200e, \\u200e",
        "202e, \\u202e", // turns the reading direction
        "2066, \\u2066",
        "2028, \\u2028",
        "2029, \\u2029",
        "feff, \\ufeff",
        "e0041, \\u{e0041}"
    })
    void whatTheEyeCannotSeeIsShownAsItsEscape(String point, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";
        assertThat(Escaped.line(text)).isEqualTo("a" + shown + "b");
    }

    @Test
    void halfASurrogatePairIsShownAsItsEscape() {
        assertThat(Escaped.line("a\ud83db")).isEqualTo("a\\ud83db");
    }

    @Test
    void ordinaryTextsOfAnyScriptStayAsTheyAre() {
        String text = "Grüße, 湖滨集团, سلام, नमस्ते, می‌خواهم, 👩‍🚀";
        assertThat(Escaped.line(text)).isEqualTo(text);
    }

    @Test
    void linesKeepTheirBreaks() {
        assertThat(Escaped.lines("a\r\nb\nc\rd")).isEqualTo("a\nb\nc\\rd");
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        assertThat(Escaped.line("👩".repeat(10), 3, more -> "…" + more)).isEqualTo("👩👩👩…7");
        assertThat(Escaped.line("abc", 3, more -> "…" + more)).isEqualTo("abc");
    }
}
