package io.nephoscope.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.FacetWord;
import io.nephoscope.inventory.FacetWords;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vocabulary of facets, which rules on kinds are written in, and the types that fill it. */
class FacetWordsTest {
    private static Stream<FacetWord> words() {
        return FacetWords.all().stream();
    }

    private static Stream<Kind> kindsOfClouds() {
        return Kinds.all().stream().filter(kind -> !typesOfClouds(kind).isEmpty());
    }

    /** Files fill whatever their columns are called. */
    private static List<AssetType> typesOfClouds(Kind kind) {
        return Catalogue.TYPES.ofKind(kind).stream()
                .filter(type -> !type.name().startsWith("files."))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordSaysInBothLanguagesWhatItMeans(FacetWord word) {
        assertThat(word.means().en()).doesNotContainPattern("\\p{IsHan}").doesNotEndWith(".");
        assertThat(word.means().zh()).containsPattern("\\p{IsHan}").doesNotEndWith("。");
    }

    @Test
    void everyWordStandsOnceAndIsSaidOfSomeKind() {
        assertThat(words().map(FacetWord::name)).doesNotHaveDuplicates();
        assertThat(words())
                .containsExactlyInAnyOrderElementsOf(Kinds.all().stream()
                        .flatMap(kind -> kind.words().stream())
                        .collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("kindsOfClouds")
    void everyFacetOfAKindIsToldBySomeCloud(Kind kind) {
        Set<String> told = typesOfClouds(kind).stream()
                .flatMap(type -> type.facets().stream())
                .map(facet -> facet.name())
                .collect(toSet());

        assertThat(told).containsAll(kind.facets().fields().keySet());
    }

    @Test
    void aFacetThatOneTypeAloneHasAndThatIsCalledByAWordHoldsWhatTheWordHolds() {
        assertThat(Catalogue.TYPES.all())
                .allSatisfy(type -> words().forEach(word -> type.facetFields()
                        .field(word.name())
                        .ifPresent(schema ->
                                assertThat(schema).as("%s.%s", type, word).isEqualTo(word.schema()))));
    }
}
