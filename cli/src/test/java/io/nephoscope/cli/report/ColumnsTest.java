package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "湖滨, 4", "é, 1", "é, 1", "（严重）, 8", "한국, 4", "👩, 2", "✕, 1", "'', 0"})
    void aChineseCharacterTakesTwoColumns(String text, int columns) {
        assertThat(Columns.width(text)).isEqualTo(columns);
    }

    @Test
    void whatDoesNotFitIsCutWithAnEllipsis() {
        assertThat(Columns.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Columns.cut("abcdef", 5)).isEqualTo("abcd…");
        assertThat(Columns.cut("湖滨集团", 6)).isEqualTo("湖滨…");
    }

    @Test
    void linesBreakAtSpacesAndElseAnywhere() {
        assertThat(Columns.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(Columns.wrap("湖滨集团总部", 5)).containsExactly("湖滨", "集团", "总部");
        assertThat(Columns.wrap("a".repeat(7), 3)).containsExactly("aaa", "aaa", "a");
        assertThat(Columns.wrap("", 3)).containsExactly("");
    }

    @Test
    void textsStandLeftAndRight() {
        assertThat(Columns.left("高", 4)).isEqualTo("高  ");
        assertThat(Columns.right("高", 4)).isEqualTo("  高");
    }
}
