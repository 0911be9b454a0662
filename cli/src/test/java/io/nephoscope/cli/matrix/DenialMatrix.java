package io.nephoscope.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.scan.ScanException;
import io.nephoscope.cli.wire.Colours;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.gateway.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every rule against every call that it needs against every way in which a call can go wrong. Nothing here names a rule, a type or a
 * call: what the declarations demand is in the matrix, and what must be said of it follows from what is said in health. Calls that
 * nothing needs together fail in one scan ({@link Colours}), and some of them alone too ({@link Sample}). Faults that are of a protocol
 * befall one listing and one detail of each protocol, others in each build.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DenialMatrix {
    private static final Limits QUICK = Bench.limits(Duration.ofSeconds(20), 2, 3);
    /** Where calls end by their deadline. */
    private static final Limits IMPATIENT = Bench.limits(Duration.ofSeconds(3), 2, 3);

    private final Map<Cell, Future<Cell.Result>> cells = new LinkedHashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Stage stage;
    private final Plan plan;
    private final Seen healthy;
    private final Sample sample = Sample.asked();

    private long verdicts;
    private long scans;
    private long unreached;

    DenialMatrix(Stage stage) throws Exception {
        this.stage = stage;
        this.plan = stage.plan();
        this.healthy = stage.healthy();
    }

    /** A cloud with a world in it. */
    interface Stage {
        String name();

        Plan plan();

        /** What a scan sees when nothing fails. */
        default Seen healthy() throws Exception {
            try (Bench bench = new Bench(cloud(), Bench.limits(Duration.ofSeconds(30), 3, 3))) {
                return bench.scan();
            }
        }

        /** A cloud of its own, for scans that do not disturb others. */
        Cloud cloud() throws Exception;

        /** The ways in which this cloud's calls go wrong. */
        default Set<Fault> faults() {
            return EnumSet.complementOf(EnumSet.of(Fault.NOT_SUBSCRIBED, Fault.RESET));
        }

        /** What fails with a call: every operation that the cloud cannot tell from it. */
        default Set<Operation> failingWith(String call) {
            return plan().operationsOf(call);
        }

        /** How a call speaks. */
        String protocol(String call);

        /** The scans that take more than a call that fails. */
        default List<Cell> more() throws Exception {
            return List.of();
        }

        /** The calls that say where something is, which no rule reads. */
        default Set<String> unjudged() {
            return Set.of();
        }
    }

    /** Benches that take turns. */
    private final class Hall {
        private final BlockingQueue<Bench> free;
        private final ExecutorService threads;

        Hall(int benches, Limits limits) throws Exception {
            free = new ArrayBlockingQueue<>(benches);
            threads = Executors.newFixedThreadPool(benches);
            open.add(threads::shutdownNow);
            for (int i = 0; i < benches; i++) {
                Bench bench = new Bench(stage.cloud(), limits);
                open.add(bench);
                free.add(bench);
            }
        }

        Future<Cell.Result> run(Cell cell) {
            return threads.submit(() -> {
                Bench bench = free.take();
                try {
                    return cell.run(bench, plan);
                } finally {
                    free.add(bench);
                }
            });
        }
    }

    @BeforeAll
    void scanUnderEveryFault() throws Exception {
        Hall busy = new Hall(2, QUICK);
        Hall waiting = new Hall(6, IMPATIENT);
        List<List<String>> everyCall = Colours.of(plan.calls(), this::meet);
        List<List<String>> everyProtocol = Colours.of(sample.oneOfEach(plan.calls(), this::speech), this::meet);
        for (Fault fault : stage.faults()) {
            Hall hall = fault == Fault.SILENCE ? waiting : busy;
            cells(plan.calls(), fault).stream().filter(sample::holds).forEach(cell -> add(hall, cell));
            if (!sample.isWhole()) {
                (fault.isOfProtocol() ? everyProtocol : everyCall)
                        .forEach(colour -> Cell.together(cells(colour, fault)).ifPresent(cell -> add(hall, cell)));
            }
        }
        stage.more().forEach(cell -> add(busy, cell));
    }

    private boolean meet(String one, String other) {
        return plan.isOfAll(one) || plan.isOfAll(other) || plan.meet(stage.failingWith(one), stage.failingWith(other));
    }

    /** Calls that speak alike and are asked for alike; what all types need is read by code of its own, and speaks for itself. */
    private String speech(String call) {
        return plan.isOfAll(call) ? call : stage.protocol(call) + (plan.isDetail(call) ? " detail" : " listing");
    }

    private List<Cell> cells(List<String> calls, Fault fault) {
        return calls.stream()
                .map(call -> Cell.of(call, stage.failingWith(call), fault))
                .filter(Cell::isPossible)
                .toList();
    }

    private void add(Hall hall, Cell cell) {
        cells.computeIfAbsent(cell, hall::run);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        long ways = cells.keySet().stream()
                .map(cell -> cell.fault() + " " + cell.isHidden())
                .distinct()
                .count();
        System.out.printf(
                "Denial matrix of %s: %d rules × %d operations × %d faults: %d scans (%s), %d verdicts compared, %d wrong"
                        + " (%d operations were not reached on a host without an address, since their listing was not)%n",
                stage.name(),
                plan.rules().size(),
                plan.calls().size(),
                ways,
                scans,
                sample,
                verdicts,
                wrong.size(),
                unreached);
    }

    @Test
    void theWorldsMakeAScanSendEveryCallOfTheDemand() {
        assertThat(healthy.isComplete()).isTrue();
        assertThat(plan.calls())
                .allSatisfy(call -> assertThat(healthy.rowsOf(call)).as(call).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadIsUnknownAndNamedAndNothingElseChanges() {
        return cells.keySet().stream().map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> judge(cell)));
    }

    private void judge(Cell cell) throws Exception {
        List<String> found = new ArrayList<>();
        try {
            Cell.Result result = cells.get(cell).get();
            Limits limits = cell.fault().equals(Optional.of(Fault.SILENCE)) ? IMPATIENT : QUICK;
            found.addAll(Judgement.of(plan, healthy, cell, result, limits));
            verdicts += healthy.findings().size();
            if (cell.fault().isPresent() && !cell.isHidden()) {
                cell.operations().stream()
                        .filter(operation -> !result.sent().contains(operation))
                        .forEach(operation -> found.add(cell + ": " + operation.call() + " was not sent"));
            } else if (!cell.isHidden()) {
                long unsent = cell.calls().stream()
                        .filter(call -> result.seen().rowsOf(call).noneMatch(row -> row.outcome() == Status.FAILED))
                        .count();
                if (unsent == cell.calls().size()) {
                    found.add(cell + ": nothing failed");
                } else if (plan.services().contains(cell.place())) {
                    unreached += unsent;
                }
            }
        } catch (ExecutionException e) {
            boolean isNobody = e.getCause() instanceof ScanException
                    && cell.fault().isEmpty()
                    && cell.calls().stream().anyMatch(plan::reaches);
            if (!isNobody || !String.valueOf(e.getCause().getMessage()).contains("UnknownHostException")) {
                throw e;
            }
        }
        scans++;
        wrong.addAll(found);
        assertThat(found).isEmpty();
    }

    @Test
    void everyRuleThatNeedsACallHasSomethingToSayOfItsDenial() throws Exception {
        Map<String, Set<String>> unmoved = new TreeMap<>();
        for (String call : plan.calls()) {
            Seen denied = denied(call);
            plan.rulesThatNeed(stage.failingWith(call)).stream()
                    .filter(rule -> !Judgement.isMoved(healthy, denied, rule))
                    .forEach(rule -> unmoved.computeIfAbsent(call, key -> new TreeSet<>())
                            .add(rule));
        }
        assertThat(unmoved.keySet()).as("%s", unmoved).isEqualTo(stage.unjudged());
    }

    private Seen denied(String call) throws Exception {
        Cell denied = cells.keySet().stream()
                .filter(cell -> cell.fault().equals(Optional.of(Fault.DENIED)) && !cell.isHidden())
                .filter(cell -> cell.operations().containsAll(stage.failingWith(call)))
                .findFirst()
                .orElseThrow();
        return cells.get(denied).get().seen();
    }

    /** In some scan or other: where what lists the asset is denied too, nobody can see its details. */
    @Test
    void everyDetailThatAnOperationFillsIsUnknownSomewhereWhereTheOperationIsDenied() throws Exception {
        List<String> known = new ArrayList<>();
        for (Map.Entry<AssetType, Detail> filled : plan.details()) {
            for (Operation operation : filled.getValue().operations()) {
                if (!plan.lists(operation.call(), filled.getKey())
                        && !isLostWithout(
                                operation, filled.getKey(), filled.getValue().attribute())) {
                    known.add(operation.call() + " " + filled.getKey() + "."
                            + filled.getValue().attribute());
                }
            }
        }
        assertThat(known).isEmpty();
    }

    private boolean isLostWithout(Operation operation, AssetType type, String attribute) throws Exception {
        for (Map.Entry<Cell, Future<Cell.Result>> cell : cells.entrySet()) {
            if (cell.getKey().fault().equals(Optional.of(Fault.DENIED))
                    && cell.getKey().fails(operation)
                    && cell.getValue().get().seen().assets().values().stream()
                            .filter(asset -> asset.type().equals(type))
                            .anyMatch(asset -> isOther(asset, attribute))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOther(Asset asset, String attribute) {
        Asset before = healthy.assets().get(asset.uid());
        return before != null
                && !before.attributes().get(attribute).equals(asset.attributes().get(attribute));
    }

    private boolean isAskedBy(Cloud cloud, Question question, String call) {
        return plan.operationsOf(call).stream().anyMatch(operation -> cloud.asks(question, operation));
    }

    /** One bad answer costs one asset, whatever the call: what many assets share is declared as shared. */
    @Test
    void aCallThatFailsForOneAssetCostsThatAssetAndNoOther() throws Exception {
        assertThat(plan.callsPerAsset()).isNotEmpty();
        try (Bench bench = new Bench(stage.cloud(), QUICK)) {
            for (List<String> colour : Colours.of(plan.callsPerAsset(), this::meet)) {
                Map<String, String> bad = new ConcurrentHashMap<>();
                bench.cloud().heal();
                bench.cloud()
                        .fail(
                                question -> colour.stream()
                                        .filter(call -> isAskedBy(bench.cloud(), question, call))
                                        .anyMatch(call -> bad.computeIfAbsent(call, first -> question.key())
                                                .equals(question.key())),
                                Fault.DENIED);
                Seen now = bench.scan();

                assertThat(now.assets().keySet()).isEqualTo(healthy.assets().keySet());
                assertThat(now.assets().values())
                        .filteredOn(asset -> !asset.equals(healthy.assets().get(asset.uid())))
                        .flatExtracting(asset -> colour.stream()
                                .filter(call -> plan.needs(asset.type(), stage.failingWith(call)))
                                .toList())
                        .containsExactlyInAnyOrderElementsOf(colour);
                assertThat(now.isComplete()).isFalse();
            }
        }
    }
}
