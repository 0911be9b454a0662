package io.nephoscope.cli.matrix;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Use;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that the rules demand of a cloud, told from the declarations. */
final class Plan {
    private final Provider provider;
    private final Set<Operation> operations = new LinkedHashSet<>();
    private final Map<String, Set<Operation>> byRule = new TreeMap<>();
    private final Set<Operation> reaching;
    private final Demand demand;

    /** @param target one of those that are scanned */
    Plan(Target target) {
        this(target, Bench.RULES);
    }

    /** @param target one of those that are scanned */
    Plan(Target target, RuleSet rules) {
        this.demand = rules.demand(Bench.TYPES);
        this.provider = Bench.TYPES.provider(target.provider()).orElseThrow();
        this.reaching = Stream.concat(provider.discovering(target).stream(), provider.connecting(target).stream())
                .collect(Collectors.toSet());
        for (Rule rule : rules.rules()) {
            byRule.put(rule.id(), operationsOf(rules.select(List.of(rule.id()))));
        }
    }

    private Set<Operation> operationsOf(RuleSet rule) {
        Demand alone = rule.demand(Bench.TYPES);
        List<AssetType> types = alone.typesOf(provider.name());
        Set<Operation> needed = new LinkedHashSet<>();
        types.forEach(type -> needed.addAll(alone.operations(type)));
        operations.addAll(needed);
        if (types.stream().anyMatch(type -> type.reach() == AssetType.Reach.REGION)) {
            needed.addAll(provider.askingRegions());
        }
        return needed;
    }

    /** The rules that judge something of this cloud. */
    List<String> rules() {
        return byRule.keySet().stream()
                .filter(rule -> !byRule.get(rule).isEmpty())
                .toList();
    }

    /** The calls by which a scan learns whom it reaches, and which it sends before all others. */
    Set<Operation> reaching() {
        return reaching;
    }

    boolean reaches(String call) {
        return reaching.stream().anyMatch(operation -> operation.call().equals(call));
    }

    /** Whether all types need a call: it tells whom a scan reaches, or in which regions. */
    boolean isOfAll(String call) {
        return reaches(call)
                || provider.askingRegions().stream()
                        .anyMatch(operation -> operation.call().equals(call));
    }

    List<String> calls() {
        return operations.stream().map(Operation::call).distinct().sorted().toList();
    }

    List<AssetType> types() {
        return demand.typesOf(provider.name());
    }

    /** Whether a call that was sent needs the permission. */
    boolean needs(String call, String permission) {
        return operations.stream()
                .anyMatch(operation ->
                        operation.call().equals(call) && operation.permission().equals(permission));
    }

    /** The services as ledgers name them. */
    List<String> services() {
        return operations.stream().map(Operation::service).distinct().sorted().toList();
    }

    Set<Operation> operationsOf(Predicate<Operation> which) {
        return operations.stream().filter(which).collect(Collectors.toSet());
    }

    Set<Operation> operationsOf(String call) {
        return operationsOf(operation -> operation.call().equals(call));
    }

    /** Whether a rule needs one of the operations that fail. */
    boolean needs(String rule, Cell cell) {
        return byRule.get(rule).stream().anyMatch(cell::fails);
    }

    /** Whether a type or a rule needs both calls. */
    boolean meet(String one, String other) {
        return meet(operationsOf(one), operationsOf(other));
    }

    /** Whether a type or a rule needs some of both. */
    boolean meet(Set<Operation> some, Set<Operation> others) {
        return Stream.concat(types().stream().map(demand::operations), byRule.values().stream())
                .anyMatch(needed -> !Collections.disjoint(needed, some) && !Collections.disjoint(needed, others));
    }

    /** Whether a type needs one of these operations. */
    boolean needs(AssetType type, Set<Operation> some) {
        return !Collections.disjoint(demand.operations(type), some);
    }

    /** The calls that fail and that a type needs. */
    Set<String> failing(Cell cell, AssetType type) {
        return failing(cell, demand.operations(type));
    }

    /** The calls that fail and that a rule needs. */
    Set<String> failing(Cell cell, String rule) {
        return failing(cell, byRule.get(rule));
    }

    private Set<String> failing(Cell cell, Collection<Operation> needed) {
        return cell.operations().stream()
                .filter(operation -> needed.contains(operation) || isOfAll(operation.call()))
                .map(Operation::call)
                .collect(Collectors.toSet());
    }

    /** The rules that need one of these operations. */
    List<String> rulesThatNeed(Collection<Operation> some) {
        return byRule.keySet().stream()
                .filter(rule -> some.stream().anyMatch(byRule.get(rule)::contains))
                .toList();
    }

    /** Whether a call is the one that lists a type: to be told there that the service is not subscribed to is a fact. */
    boolean lists(String call, AssetType type) {
        return type.listing().operations().get(0).call().equals(call);
    }

    /**
     * Whether some asset's detail needs a call, or more of a listing than its first call: of a type that the call does not list, for else
     * there is no such asset where the call fails.
     */
    boolean isDetail(String call) {
        return types().stream()
                .filter(type -> !lists(call, type))
                .flatMap(type -> Stream.concat(
                        type.listing().operations().stream().skip(1),
                        demand.details(type).stream().map(Detail::operations).flatMap(List::stream)))
                .anyMatch(operation -> operation.call().equals(call));
    }

    /** The calls that are sent for each asset, and for nothing else. */
    List<String> callsPerAsset() {
        return calls().stream()
                .filter(call -> types().stream().noneMatch(type -> lists(call, type)))
                .filter(call ->
                        usesOf(call).findAny().isPresent() && usesOf(call).allMatch(use -> use.per() == Use.Per.ASSET))
                .toList();
    }

    private Stream<Use> usesOf(String call) {
        return types().stream()
                .flatMap(type -> demand.details(type).stream())
                .flatMap(detail -> detail.uses().stream())
                .filter(use -> use.operation().call().equals(call));
    }

    /** Every detail of the demand, with its type. */
    List<Map.Entry<AssetType, Detail>> details() {
        return types().stream()
                .flatMap(type -> demand.details(type).stream().map(detail -> Map.entry(type, detail)))
                .toList();
    }
}
