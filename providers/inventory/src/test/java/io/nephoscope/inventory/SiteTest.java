package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.FakePace;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SiteTest {
    private final Gateway gateway = new Gateway(Limits.DEFAULT, new FakePace());
    private final Site site = Site.of("toy", new Scope("", "1", Scope.GLOBAL), "client", ToyCloud::read, gateway);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whatManyShareIsAskedOnceHoweverManyAskAtTheSameTime() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(16);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Set<Object> answers = new HashSet<>();
            List<Future<Outcome<Integer>>> running = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> {
                        all.countDown();
                        all.await();
                        return site.in("north")
                                .<Integer>once(ToyCloud.POLICY, "key", () -> Outcome.value(asked.incrementAndGet()));
                    }))
                    .toList();
            for (Future<Outcome<Integer>> one : running) {
                answers.add(one.get());
            }
            assertThat(answers).isEqualTo(Set.of(Outcome.value(1)));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void regionsOperationsAndKeysAreAskedApart() {
        Set<Integer> answers = Collections.newSetFromMap(new ConcurrentHashMap<>());
        AtomicInteger asked = new AtomicInteger();
        for (Site place : List.of(site, site.in("north"), site.in("south"), site.in("north"))) {
            for (Operation operation : List.of(ToyCloud.POLICY, ToyCloud.LOGGING)) {
                for (Object key : List.of("a", List.of("a"), "b")) {
                    Outcome<Integer> answer = place.once(operation, key, () -> Outcome.value(asked.incrementAndGet()));
                    answer.map(answers::add);
                }
            }
        }

        assertThat(asked).hasValue(18);
        assertThat(answers).hasSize(18);
    }

    @Test
    void accountsAreAskedApart() {
        Site other = Site.of("toy", new Scope("", "2", Scope.GLOBAL), "client", ToyCloud::read, gateway);

        assertThat(site.<Integer>once(ToyCloud.POLICY, "key", () -> Outcome.value(1)))
                .isEqualTo(Outcome.value(1));
        assertThat(other.<Integer>once(ToyCloud.POLICY, "key", () -> Outcome.value(2)))
                .isEqualTo(Outcome.value(2));
    }

    @Test
    void anErrorInTheAskingIsTheSameFailedAnswerForAll() {
        for (int i = 0; i < 2; i++) {
            Outcome<Integer> answer = site.once(ToyCloud.POLICY, "key", () -> {
                throw new IllegalStateException("oops");
            });

            assertThat(answer.cause("", "").outcome()).isEqualTo(Status.FAILED);
            assertThat(answer.cause("", "").message().en()).contains("internal error", "oops");
        }
    }

    @Test
    void nobodyWaitsForEverWhereTheFirstToAskCameToGrief() {
        assertThatThrownBy(() -> site.once(ToyCloud.POLICY, "key", () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThatThrownBy(() -> site.once(ToyCloud.POLICY, "key", Outcome::absent))
                .hasMessageContaining("toy:GetPolicy was not answered");
    }

    @Test
    void aFailedAnswerIsKeptLikeAnyOther() {
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            Outcome<Integer> answer = site.once(
                    ToyCloud.POLICY,
                    "key",
                    () -> site.call(ToyCloud.POLICY, () -> {
                        asked.incrementAndGet();
                        throw new IllegalAccessException("DENIED");
                    }));
            assertThat(answer).isInstanceOf(Outcome.Denied.class);
        }
        assertThat(asked).hasValue(1);
    }
}
