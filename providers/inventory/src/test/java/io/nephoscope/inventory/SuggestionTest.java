package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("url", "aks", "map", "title", "times", "versioned");

    @ParameterizedTest
    @CsvSource({"ulr, url", "ask, aks", "mpa, map", "titel, title", "tiems, times", "vresioned, versioned", "URL, url"})
    void theNearestWordIsNamedAndTwoLettersThatChangedPlacesAreOneSlip(String given, String meant) {
        assertThat(Suggestion.nearest(given, KNOWN)).contains(meant);
    }

    @Test
    void nothingIsNamedWhereNothingIsNear() {
        assertThat(Suggestion.nearest("colour", KNOWN)).isEmpty();
        assertThat(Suggestion.didYouMean("colour", KNOWN).en()).isEmpty();
    }
}
