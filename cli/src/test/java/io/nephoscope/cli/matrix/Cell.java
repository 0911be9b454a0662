package io.nephoscope.cli.matrix;

import io.nephoscope.cli.wire.Fault;
import io.nephoscope.inventory.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One scan of the matrix.
 *
 * @param place where the fault is: a call, a permission, a service or a region
 * @param operations those that fail
 * @param fault how they fail; none where their hosts have no address
 * @param endpoint in place of the cloud's own, without its port
 * @param isHidden whether what fails is not refused, but left out of answers without a word
 */
record Cell(
        String place, Set<Operation> operations, Optional<Fault> fault, Optional<String> endpoint, boolean isHidden) {
    static Cell of(String call, Set<Operation> operations, Fault fault) {
        return new Cell(call, operations, Optional.of(fault), Optional.empty(), false);
    }

    /** Several in one scan, each of another call that fails in the same way; nothing where there are none. */
    static Optional<Cell> together(List<Cell> cells) {
        return cells.stream()
                .reduce((one, other) -> new Cell(
                        one.place + " + " + other.place,
                        Stream.concat(one.operations.stream(), other.operations.stream())
                                .collect(Collectors.toSet()),
                        one.fault,
                        one.endpoint,
                        one.isHidden));
    }

    /** The caller lacks a permission without which answers leave out what it grants. */
    static Cell without(String permission, Set<Operation> operations) {
        return new Cell(permission, operations, Optional.of(Fault.DENIED), Optional.empty(), true);
    }

    static Cell withoutAddress(String place, Set<Operation> operations, String domain) {
        return new Cell(
                place, operations, Optional.empty(), Optional.of("http://{service}.{region}." + domain + ":"), false);
    }

    /**
     * What came of it.
     *
     * @param seen what the scan saw
     * @param sent the operations that the cloud was asked for
     */
    record Result(Seen seen, Set<Operation> sent) {}

    Result run(Bench bench, Plan plan) throws IOException, InterruptedException {
        Cloud cloud = bench.cloud();
        cloud.heal();
        if (isHidden) {
            cloud.revoke(place);
        } else {
            fault.ifPresent(it -> cloud.fail(afterReaching(cloud, plan), it));
        }
        Seen seen = bench.scan(Bench.RULES, cloud.accounts(endpoint));
        List<Question> asked = cloud.asked();
        return new Result(
                seen,
                operations.stream()
                        .filter(operation -> asked.stream().anyMatch(question -> cloud.asks(question, operation)))
                        .collect(Collectors.toSet()));
    }

    /** To know whom it reaches, each scan asks for the identity of each account once before it lists accounts by the same call. */
    private Predicate<Question> afterReaching(Cloud cloud, Plan plan) {
        Map<String, Boolean> asked = new ConcurrentHashMap<>();
        return question -> operations.stream().anyMatch(operation -> cloud.asks(question, operation))
                && (plan.reaching().stream().noneMatch(operation -> cloud.asks(question, operation))
                        || asked.putIfAbsent(question.call() + question.caller(), true) != null);
    }

    /** Whether an operation is among those that fail. */
    boolean fails(Operation operation) {
        return operations.contains(operation);
    }

    /** The calls that fail. */
    Set<String> calls() {
        return operations.stream().map(Operation::call).collect(Collectors.toSet());
    }

    /** Half of what is always said there is only where something is. */
    boolean isPossible() {
        return !fault.equals(Optional.of(Fault.HALF_SAID))
                || operations.stream()
                        .anyMatch(operation -> !operation.proof().members().isEmpty());
    }

    boolean isFact() {
        return fault.equals(Optional.of(Fault.NOT_SUBSCRIBED));
    }

    @Override
    public String toString() {
        return place + " " + fault.map(Fault::toString).orElse("UNRESOLVED");
    }
}
