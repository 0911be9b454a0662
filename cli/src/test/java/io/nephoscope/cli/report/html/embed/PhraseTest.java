package io.nephoscope.cli.report.html.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Language;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhraseTest {
    @ParameterizedTest
    @EnumSource
    void everyPhraseIsThereInBothLanguagesWithTheSamePlaces(Phrase phrase) {
        assertThat(phrase.in(Language.EN)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(places(phrase.in(Language.ZH))).isEqualTo(places(phrase.in(Language.EN)));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TERRAFORM", "COUNT_OF"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyPhraseInChineseIsChinese(Phrase phrase) {
        assertThat(phrase.in(Language.ZH)).containsPattern("\\p{IsHan}");
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
