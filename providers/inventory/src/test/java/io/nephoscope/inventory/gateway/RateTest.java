package io.nephoscope.inventory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {
    private final FakePace pace = new FakePace();

    @Test
    void aBurstOfOneSecondIsFreeAndFromThereEachCallWaitsItsTurn() {
        Rate rate = new Rate(10, pace);
        take(rate, 10);
        assertThat(pace.pauses()).isEmpty();

        take(rate, 3);

        assertThat(pace.pauses())
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100));
    }

    @Test
    void noMoreThanOneSecondsWorthIsSavedUp() {
        Rate rate = new Rate(10, pace);
        pace.pause(Duration.ofHours(1));

        take(rate, 11);

        assertThat(pace.pauses()).hasSize(2);
    }

    @Test
    void aThrottledCallHalvesTheRateAndSpendsWhatWasSaved() {
        Rate rate = new Rate(10, pace);

        rate.throttled(rate.take());

        assertThat(rate.perSecond()).isEqualTo(5);
        rate.take();
        assertThat(pace.pauses()).containsExactly(Duration.ofMillis(200));
    }

    /** Of sixty calls in flight, sixty are throttled at once: that is one piece of news, and not sixty. */
    @Test
    void callsThatWentOutTogetherHalveItOnce() {
        Rate rate = new Rate(64, pace);
        long first = rate.take();
        long second = rate.take();

        rate.throttled(first);
        rate.throttled(second);

        assertThat(rate.perSecond()).isEqualTo(32);
        rate.throttled(rate.take());
        assertThat(rate.perSecond()).isEqualTo(16);
    }

    @Test
    void itNeverStopsAltogether() {
        Rate rate = new Rate(1, pace);
        for (int i = 0; i < 100; i++) {
            rate.throttled(rate.take());
        }

        assertThat(rate.perSecond()).isEqualTo(0.5);
        assertThat(pace.pauses()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(3)) < 0);
    }

    @Test
    void successGrowsItBackAndOnToABound() {
        Rate rate = new Rate(10, pace);
        rate.throttled(rate.take());
        for (int i = 0; i < 10; i++) {
            rate.succeeded();
        }
        assertThat(rate.perSecond()).isEqualTo(10);

        for (int i = 0; i < 10_000; i++) {
            rate.succeeded();
        }
        assertThat(rate.perSecond()).isEqualTo(500);
    }

    private static void take(Rate rate, int calls) {
        for (int i = 0; i < calls; i++) {
            rate.take();
        }
    }
}
