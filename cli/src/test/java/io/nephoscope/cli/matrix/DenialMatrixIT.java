package io.nephoscope.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.scan.ScanException;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.Worlds;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule against every call that it needs against every way in which a call can go wrong. Nothing here names a rule, a type or a
 * call: what the declarations demand is in the matrix, and what must be said of it follows from what is said in health.
 */
class DenialMatrixIT {
    private static final Limits QUICK = Bench.limits(Duration.ofSeconds(20), 2, 3);
    /** Where calls end by their deadline. */
    private static final Limits IMPATIENT = Bench.limits(Duration.ofSeconds(3), 2, 3);

    private static final Plan PLAN = new Plan();
    private static final Map<Cell, Future<Cell.Result>> CELLS = new LinkedHashMap<>();
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final List<String> WRONG = new ArrayList<>();

    private static Seen healthy;
    private static long verdicts;
    private static long scans;
    private static long unreached;

    /** Benches that take turns. */
    private static final class Hall {
        private final BlockingQueue<Bench> free;
        private final ExecutorService threads;

        Hall(int benches, Limits limits) throws Exception {
            free = new ArrayBlockingQueue<>(benches);
            threads = Executors.newFixedThreadPool(benches);
            OPEN.add(threads::shutdownNow);
            for (int i = 0; i < benches; i++) {
                Bench bench = Replay.learnt().bench(limits);
                OPEN.add(bench);
                free.add(bench);
            }
        }

        Future<Cell.Result> run(Cell cell) {
            return threads.submit(() -> {
                Bench bench = free.take();
                try {
                    return cell.run(bench);
                } finally {
                    free.add(bench);
                }
            });
        }
    }

    @BeforeAll
    static void scanUnderEveryFault() throws Exception {
        healthy = Replay.learnt().healthy();
        Hall busy = new Hall(2, QUICK);
        Hall waiting = new Hall(6, IMPATIENT);
        for (Fault fault : Fault.values()) {
            Hall hall = fault == Fault.SILENCE ? waiting : busy;
            PLAN.calls().forEach(call -> add(hall, Cell.of(call, fault)));
        }
        for (String service : PLAN.services()) {
            String domain = "without-" + service + ".test";
            Hosts.add(domain, PLAN.services(), Worlds.REGIONS, Set.of(service));
            add(busy, Cell.withoutAddress(service, PLAN.callsOf(service), domain));
        }
        String far = Worlds.REGIONS.get(1);
        Hosts.add("without-" + far + ".test", PLAN.services(), Worlds.REGIONS, Set.of(far));
        add(busy, Cell.withoutAddress(far, Set.copyOf(PLAN.calls()), "without-" + far + ".test"));
    }

    private static void add(Hall hall, Cell cell) {
        CELLS.put(cell, hall.run(cell));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable open : OPEN.stream().toList()) {
            open.close();
        }
        int faults = Fault.values().length + 1;
        System.out.printf(
                "Denial matrix: %d rules × %d operations × %d faults: %d scans, %d verdicts compared, %d wrong"
                        + " (%d operations were not reached on a host without an address, since their listing was not)%n",
                Bench.RULES.size(), PLAN.calls().size(), faults, scans, verdicts, WRONG.size(), unreached);
    }

    @Test
    void theWorldsMakeAScanSendEveryCallOfTheDemand() {
        assertThat(healthy.isComplete()).isTrue();
        assertThat(PLAN.calls())
                .allSatisfy(call -> assertThat(healthy.rowsOf(call)).as(call).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadIsUnknownAndNamedAndNothingElseChanges() {
        return CELLS.keySet().stream().map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> judge(cell)));
    }

    private static void judge(Cell cell) throws Exception {
        List<String> wrong = new ArrayList<>();
        try {
            Cell.Result result = CELLS.get(cell).get();
            Limits limits = cell.fault().equals(Optional.of(Fault.SILENCE)) ? IMPATIENT : QUICK;
            wrong.addAll(Judgement.of(PLAN, healthy, cell, result, limits));
            verdicts += healthy.findings().size();
            if (cell.fault().isPresent()) {
                cell.calls().stream()
                        .filter(call -> !result.sent().contains(call))
                        .forEach(call -> wrong.add(cell + ": " + call + " was not sent"));
            } else {
                long unsent = cell.calls().stream()
                        .filter(call -> result.seen().rowsOf(call).noneMatch(row -> row.outcome() == Status.FAILED))
                        .count();
                if (unsent == cell.calls().size()) {
                    wrong.add(cell + ": nothing failed");
                } else if (PLAN.services().contains(cell.place())) {
                    unreached += unsent;
                }
            }
        } catch (ExecutionException e) {
            boolean isNobody = e.getCause() instanceof ScanException
                    && cell.fault().isEmpty()
                    && cell.calls().contains(Cell.IDENTITY);
            if (!isNobody || !String.valueOf(e.getCause().getMessage()).contains("UnknownHostException")) {
                throw e;
            }
        }
        scans++;
        WRONG.addAll(wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRuleThatNeedsACallHasSomethingToSayOfItsDenial() throws Exception {
        Map<String, Set<String>> unmoved = new TreeMap<>();
        for (String call : PLAN.calls()) {
            Seen denied = CELLS.get(Cell.of(call, Fault.DENIED)).get().seen();
            PLAN.rulesThatNeed(call).stream()
                    .filter(rule -> !Judgement.isMoved(healthy, denied, rule))
                    .forEach(rule -> unmoved.computeIfAbsent(call, key -> new TreeSet<>())
                            .add(rule));
        }
        assertThat(unmoved.keySet()).as("%s", unmoved).isEqualTo(Set.of(Plan.LOCATION));
    }

    @Test
    void everyDetailThatACallFillsIsUnknownSomewhereWhereTheCallIsDenied() throws Exception {
        List<String> known = new ArrayList<>();
        for (String call : PLAN.calls()) {
            Seen denied = CELLS.get(Cell.of(call, Fault.DENIED)).get().seen();
            PLAN.filledBy(call)
                    .filter(filled -> denied.assets().values().stream()
                            .filter(asset -> asset.type().equals(filled.getKey()))
                            .filter(asset -> healthy.assets().containsKey(asset.uid()))
                            .allMatch(asset -> asset.attributes()
                                    .get(filled.getValue())
                                    .equals(healthy.assets()
                                            .get(asset.uid())
                                            .attributes()
                                            .get(filled.getValue()))))
                    .forEach(filled -> known.add(call + " " + filled.getKey() + "." + filled.getValue()));
        }
        assertThat(known).isEmpty();
    }

    /** One bad answer costs one asset, whatever the call: what many assets share is declared as shared. */
    @Test
    void aCallThatFailsForOneAssetCostsThatAssetAndNoOther() throws Exception {
        assertThat(PLAN.callsPerAsset()).isNotEmpty();
        try (Bench bench = Replay.learnt().bench(QUICK)) {
            for (String call : PLAN.callsPerAsset()) {
                AtomicReference<String> bad = new AtomicReference<>("");
                bench.proxy().heal();
                bench.proxy()
                        .fail(
                                request -> request.call().equals(call)
                                        && (bad.compareAndSet("", request.key())
                                                || bad.get().equals(request.key())),
                                Fault.DENIED);
                Seen now = bench.scan();

                assertThat(now.assets().keySet()).isEqualTo(healthy.assets().keySet());
                assertThat(now.assets().values())
                        .as(call)
                        .filteredOn(asset -> !asset.equals(healthy.assets().get(asset.uid())))
                        .hasSize(1);
                assertThat(now.isComplete()).isFalse();
            }
        }
    }
}
