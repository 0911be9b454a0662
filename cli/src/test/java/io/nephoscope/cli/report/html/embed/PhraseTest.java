package io.nephoscope.cli.report.html.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @ParameterizedTest
    @EnumSource
    void everyPhraseIsSaid(Phrase phrase) throws IOException {
        List<Path> speakers = new ArrayList<>();
        try (Stream<Path> scripts = Files.walk(Path.of("src/main/resources/io/nephoscope/cli/report/html/explore"))) {
            scripts.filter(Files::isRegularFile).forEach(speakers::add);
        }
        speakers.add(Path.of("src/main/jte/section/findings.jte"));
        StringBuilder said = new StringBuilder();
        for (Path speaker : speakers) {
            said.append(Files.readString(speaker));
        }
        assertThat(said).containsPattern("(words\\.|Phrase\\.|')" + phrase + "\\b");
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
