package io.nephoscope.collect;

import static io.nephoscope.inventory.ToyCloud.LIST;
import static io.nephoscope.inventory.ToyCloud.LOGGING;
import static io.nephoscope.inventory.ToyCloud.POLICY;
import static io.nephoscope.inventory.ToyCloud.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.gateway.FakePace;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What could hang: the time-out only ends a test that does. */
@Timeout(120)
class CollectorLoadTest {
    private static final int MANY = 20_000;

    private final Toy toy = new Toy();
    private final Gateway gateway = new Gateway(Limits.DEFAULT, new FakePace());

    private static AssetType many(Detail... details) {
        AssetTypeBuilder type = type("toy.item", (site, each) -> {
            for (int i = 0; i < MANY; i++) {
                each.accept(Doc.of("Id", "i-" + i));
            }
            return Outcome.value(MANY);
        });
        for (Detail detail : details) {
            type.detail(detail);
        }
        return type.oncePerAccount().build();
    }

    private Connection connection(String account) {
        return Toy.connection(gateway, account, () -> Outcome.value(List.of("north")));
    }

    @Test
    void manyAssetsWithTwoThreadsDoNotLockEachOther() throws Exception {
        Detail shared = new Detail(
                "Policy",
                Schema.Scalar.STRING,
                List.of(POLICY.per(Per.ASSET)),
                (site, asset) -> site.once(POLICY, "all", () -> site.call(POLICY, () -> "open")));
        AssetType type = many(shared);
        try (Collector collector = toy.collector(Toy.whole(type), gateway, toy, 2)) {
            collector.collect(Toy.target(), connection("1"));
        }

        assertThat(toy.assets)
                .hasSize(MANY)
                .allMatch(asset -> asset.attributes().text("Policy").equals("open"));
        assertThat(toy.coverage()).containsExactly("global toy.item value " + MANY + " 0");
        assertThat(toy.calls()).containsExactly("global GetPolicy value 1");
    }

    @Test
    void accountsThatAreCollectedAtTheSameTimeDoNotMix() throws Exception {
        Detail whose = new Detail(
                "Policy",
                Schema.Scalar.STRING,
                List.of(POLICY.per(Per.ASSET), LOGGING.per(Per.ASSET)),
                (site, asset) -> site.once(POLICY, "who", () -> Outcome.value(site.client(String.class))));
        AssetType type = many(whose);
        try (Collector collector = toy.collector(Toy.whole(type), gateway, toy, 4)) {
            List<Thread> threads = new ArrayList<>();
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            for (String account : List.of("1", "2", "3")) {
                Thread thread = new Thread(() -> {
                    try {
                        collector.collect(Toy.target(), connection(account));
                    } catch (Exception e) {
                        thrown.set(e);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(thrown.get()).isNull();
        }

        assertThat(toy.assets)
                .hasSize(3 * MANY)
                .allMatch(asset ->
                        asset.attributes().text("Policy").equals(asset.scope().account()));
    }

    @Test
    void aSinkThatCanTakeNothingMoreEndsTheCollectionWithItsOwnWords() {
        AtomicInteger taken = new AtomicInteger();
        UncheckedIOException full = new UncheckedIOException(new FileSystemException("No space left on device"));
        Toy sink = new Toy() {
            @Override
            public void asset(Asset asset) {
                if (taken.incrementAndGet() >= 100) {
                    throw full;
                }
            }
        };
        AssetType type = many();
        try (Collector collector = toy.collector(Toy.whole(type), gateway, sink, 2)) {
            assertThatThrownBy(() -> collector.collect(Toy.target(), connection("1")))
                    .isSameAs(full);
            assertThatThrownBy(() -> collector.collect(Toy.target(), connection("2")))
                    .isSameAs(full);
        }
        assertThat(sink.units).isEmpty();
        assertThat(taken).hasValueLessThan(110);
    }

    @Test
    void aSinkThatCannotTakeAUnitEndsTheCollectionToo() {
        UncheckedIOException full = new UncheckedIOException(new FileSystemException("No space left on device"));
        Toy sink = new Toy() {
            @Override
            public void unit(Unit unit) {
                throw full;
            }
        };
        AssetType type = many();
        try (Collector collector = toy.collector(Toy.whole(type), gateway, sink, 2)) {
            assertThatThrownBy(() -> collector.collect(Toy.target(), connection("1")))
                    .isSameAs(full);
        }
    }

    @Test
    void anAssetThatTheSinkCannotTakeIsAGapAndTheOthersGoOn() throws Exception {
        Toy sink = new Toy() {
            @Override
            public void asset(Asset asset) {
                if (asset.nativeId().endsWith("77")) {
                    throw new IllegalArgumentException(asset.nativeId() + " is nested too deeply");
                }
                super.asset(asset);
            }
        };
        AssetType type = many();
        try (Collector collector = toy.collector(Toy.whole(type), gateway, sink, 2)) {
            collector.collect(Toy.target(), connection("1"));
        }

        assertThat(sink.assets).hasSize(MANY - 200);
        assertThat(sink.units).singleElement().satisfies(unit -> {
            assertThat(unit.isGap()).isTrue();
            assertThat(unit.listing().message().en()).contains("i-10077 is nested too deeply");
        });
    }

    @Test
    void anErrorOfTheMachineIsNotSwallowed() {
        Detail broken = new Detail("Policy", Schema.Scalar.DYN, List.of(POLICY.per(Per.ASSET)), (site, asset) -> {
            throw new NoClassDefFoundError("gone");
        });
        AssetType type = many(broken);
        try (Collector collector = toy.collector(Toy.whole(type), gateway, toy, 2)) {
            assertThatThrownBy(() -> collector.collect(Toy.target(), connection("1")))
                    .isInstanceOf(NoClassDefFoundError.class)
                    .hasMessage("gone");
        }
    }

    @Test
    void aScanThatIsInterruptedEndsWhileDetailsHangAndMoreAreWaiting() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Detail hanging = new Detail(
                "Policy",
                Schema.Scalar.DYN,
                List.of(POLICY.per(Per.ASSET)),
                (site, asset) -> site.call(POLICY, () -> {
                    started.countDown();
                    never.await();
                    return "";
                }));
        AssetType type = many(hanging);
        Thread scan = new Thread(() -> {
            try (Collector collector = toy.collector(Toy.whole(type), gateway, toy, 2)) {
                collector.collect(Toy.target(), connection("1"));
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        scan.start();
        started.await();
        scan.interrupt();
        scan.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aCollectorThatIsClosedFromOutsideLetsGoOfWhoWaitsForIt() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AssetType listing = type("toy.item", (site, each) -> {
                    for (int i = 0; i < MANY; i++) {
                        each.accept(Doc.of("Id", "i-" + i));
                    }
                    return site.call(LIST, () -> {
                        started.countDown();
                        never.await();
                        return MANY;
                    });
                })
                .oncePerAccount()
                .build();
        Collector collector = toy.collector(Toy.whole(listing), gateway, toy, 2);
        Thread scan = new Thread(() -> {
            try {
                collector.collect(Toy.target(), connection("1"));
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        scan.start();
        started.await();
        collector.close();
        scan.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }
}
