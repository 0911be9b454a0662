package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordTest {
    private static final Words EN = new Words(Language.EN);
    private static final Words ZH = new Words(Language.ZH);

    @ParameterizedTest
    @EnumSource
    void everyTextIsThereInBothLanguagesWithTheSamePlaces(Word word) {
        assertThat(word.in(Language.EN)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(word.in(Language.ZH)).isNotBlank().doesNotContain("|");
        for (String form : word.in(Language.EN).split("\\|")) {
            assertThat(places(word.in(Language.ZH))).containsAll(places(form));
        }
        assertThat(places(word.in(Language.EN))).isEqualTo(places(word.in(Language.ZH)));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TERRAFORM", "LIST_SEPARATOR", "COLON"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyTextInChineseIsChinese(Word word) {
        assertThat(word.in(Language.ZH)).containsPattern("\\p{IsHan}");
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void verdictsSeveritiesAndOutcomesHaveADifferentWordEach() {
        for (Words words : Set.of(EN, ZH)) {
            assertThat(Verdict.values()).extracting(words::of).doesNotHaveDuplicates();
            assertThat(Verdict.values()).extracting(Words::shape).doesNotHaveDuplicates();
            assertThat(Severity.values()).extracting(words::of).doesNotHaveDuplicates();
            assertThat(Status.values()).extracting(words::of).doesNotHaveDuplicates();
            assertThat(CoverageStatus.values()).extracting(words::of).doesNotHaveDuplicates();
        }
    }

    @Test
    void oneHasAFormOfItsOwn() {
        assertThat(EN.of(Word.ASSETS, 1)).isEqualTo("1 asset");
        assertThat(EN.of(Word.ASSETS, 0)).isEqualTo("0 assets");
        assertThat(EN.of(Word.ASSETS, 12_345L)).isEqualTo("12,345 assets");
        assertThat(ZH.of(Word.ASSETS, 12_345)).isEqualTo("12,345 个资产");
    }

    @Test
    void anArgumentThatLooksLikeAPlaceStaysWhatItIs() {
        assertThat(EN.of(Word.REPLAYED, "{1}$0\\", "then")).startsWith("{1}$0\\: replayed from a recording of then");
    }

    @Test
    void instantsReadLikeTimes() {
        assertThat(EN.time("2026-01-01T00:04:10Z")).isEqualTo("2026-01-01 00:04:10 UTC");
        assertThat(EN.time("2026-01-01T00:04:10.123Z")).isEqualTo("2026-01-01 00:04:10 UTC");
        assertThat(EN.time("yesterday\u001b")).isEqualTo("yesterday\\u001b");
    }
}
