package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import io.nephoscope.yaml.YamlNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that says how much it takes is asked no more. */
class PacingTest {
    private static RestClient client(String limits) {
        Service service = Service.read(YamlNode.parse(
                "hill.yaml", "{service: hill, url: 'https://hill.example', limits: " + limits + ", calls: {}}"));
        return RestClient.of(
                service,
                request -> new Reply(200, Map.of(), "{}"),
                Map.of(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                doubt -> {});
    }

    @ParameterizedTest
    @CsvSource({"2/s, 500", "100/min, 600", "3600/h, 1000"})
    void callsWaitUntilTheRateAllowsThem(String rate, long millis) {
        RestClient hill = client("{rate: " + rate + "}");
        List<Duration> pauses = new ArrayList<>();
        for (int call = 0; call < 3; call++) {
            hill.inTurn(pauses::add, () -> "answer");
        }
        assertThat(pauses).containsExactly(Duration.ZERO, Duration.ofMillis(millis), Duration.ofMillis(2 * millis));
    }

    @Test
    void withoutARateNobodyWaits() {
        List<Duration> pauses = new ArrayList<>();
        assertThat(client("{parallel: 1}").<String>inTurn(pauses::add, () -> "answer"))
                .isEqualTo("answer");
        assertThat(pauses).isEmpty();
    }
}
