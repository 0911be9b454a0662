package io.nephoscope.cli.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    void aTextThatBeginsLikeAFormulaGetsAnApostrophe(String sign) {
        assertThat(CellText.of(sign + "1+1")).isEqualTo("'" + sign + "1+1");
        assertThat(CellText.of("  " + sign + "1+1")).isEqualTo("'  " + sign + "1+1");
        assertThat(CellText.of("a\n" + sign + "1+1")).isEqualTo("a\n'" + sign + "1+1");
        assertThat(CellText.of("a\r\n" + sign + "1+1")).isEqualTo("a\n'" + sign + "1+1");
        assertThat(CellText.of("a" + sign + "1")).isEqualTo("a" + sign + "1");
    }

    @Test
    void aLeadingControlCharacterGetsAnApostropheAndIsShown() {
        assertThat(CellText.of("\t=1")).isEqualTo("'\\t=1");
        assertThat(CellText.of("\r=1")).isEqualTo("'\\r=1");
        assertThat(CellText.of("\0=1")).isEqualTo("'\\u0000=1");
    }

    @Test
    void anEmptyFirstLineStays() {
        assertThat(CellText.of("\n=1\n")).isEqualTo("\n'=1\n");
        assertThat(CellText.of("")).isEmpty();
    }

    @Test
    void aTextThatExcelWouldCutIsCutVisibly() {
        String cell = CellText.of("x".repeat(50_000));
        assertThat(cell).hasSizeLessThan(32_767).endsWith("x… (18,000 more characters)");
    }
}
