package io.nephoscope.cli.matrix;

import io.nephoscope.cli.wire.Providers;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Use;
import io.nephoscope.inventory.collect.Demand;
import io.nephoscope.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that the rules demand of AWS, told from the declarations. */
final class Plan {
    /** How a scan learns which regions there are: whatever is listed by region needs it. */
    static final String REGIONS = Providers.all().stream()
            .filter(provider -> provider.name().equals("aws"))
            .flatMap(provider -> provider.askingRegions().stream())
            .map(Operation::call)
            .findFirst()
            .orElseThrow();

    /** How a scan learns where a bucket's details are to be asked for: no rule reads it. */
    static final String LOCATION = "s3:GetBucketLocation";

    private final Map<String, Operation> operations = new TreeMap<>();
    private final Map<String, Set<String>> byRule = new TreeMap<>();
    private final Demand demand = Bench.RULES.demand(Bench.TYPES);

    Plan() {
        for (Rule rule : Bench.RULES.rules()) {
            byRule.put(rule.id(), callsOf(rule));
        }
    }

    private Set<String> callsOf(Rule rule) {
        Demand alone = Bench.RULES.select(List.of(rule.id())).demand(Bench.TYPES);
        List<AssetType> types = alone.typesOf("aws");
        Set<String> calls = new TreeSet<>();
        types.stream().flatMap(type -> alone.operations(type).stream()).forEach(operation -> {
            operations.put(operation.call(), operation);
            calls.add(operation.call());
        });
        if (types.stream().anyMatch(type -> type.reach() == AssetType.Reach.REGION)) {
            calls.add(REGIONS);
        }
        return calls;
    }

    List<String> calls() {
        return List.copyOf(operations.keySet());
    }

    List<AssetType> types() {
        return demand.typesOf("aws");
    }

    String permission(String call) {
        return operations.get(call).permission();
    }

    /** The services as ledgers name them. */
    List<String> services() {
        return operations.values().stream()
                .map(Operation::service)
                .distinct()
                .sorted()
                .toList();
    }

    Set<String> callsOf(String service) {
        return operations.values().stream()
                .filter(operation -> operation.service().equals(service))
                .map(Operation::call)
                .collect(Collectors.toSet());
    }

    boolean needs(String rule, Set<String> calls) {
        return calls.stream().anyMatch(byRule.get(rule)::contains);
    }

    /** The rules that need a call. */
    List<String> rulesThatNeed(String call) {
        return byRule.keySet().stream()
                .filter(rule -> byRule.get(rule).contains(call))
                .toList();
    }

    /** Whether a call is the one that lists a type: to be told there that the service is not subscribed to is a fact. */
    boolean lists(String call, AssetType type) {
        return type.listing().operations().get(0).call().equals(call);
    }

    /** Whether some asset's detail needs a call, or more of a listing than its first call. */
    boolean isDetail(String call) {
        return types().stream()
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

    /** The details that a call fills, as type and attribute. */
    Stream<Map.Entry<AssetType, String>> filledBy(String call) {
        return types().stream()
                .flatMap(type -> demand.details(type).stream()
                        .filter(detail -> detail.operations().stream()
                                .anyMatch(operation -> operation.call().equals(call)))
                        .map(detail -> Map.entry(type, detail.attribute())));
    }
}
