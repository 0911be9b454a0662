package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a service answers, as its settings say it. */
class AddressTest {
    private static final String FILE = """
            service: hill
            settings: {endpoint: {ask: where it answers}}
            url: "%s"
            calls:
              self: {get: /self}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"https://hill.example:65536", "hill.example", "https://", "ftp://hill.example"})
    void whatIsNoAddressIsRefusedBeforeAnythingIsSent(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replies(FILE.formatted("{endpoint}"), Map.of("endpoint", endpoint)));
    }

    @Test
    void whatIsNoAddressOfItsRegionIsSaid() {
        try (Replies hill =
                new Replies(FILE.formatted("https://{region}.hill.example:{endpoint}"), Map.of("endpoint", "99999"))) {
            assertThat(hill.one("self", Map.of()))
                    .isEqualTo(
                            "failed UnusableAnswer: not sent, since the settings make no address in the region north");
            assertThat(hill.asked).isEmpty();
        }
    }
}
