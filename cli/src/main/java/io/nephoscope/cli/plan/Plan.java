package io.nephoscope.cli.plan;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Listing.Bulk;
import io.nephoscope.inventory.Listing.Shared;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.Use;
import io.nephoscope.inventory.Use.Per;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The calls that reading one account may take, told from the declarations: what reaches it, then type by type. */
public record Plan(List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    public static Plan of(Provider provider, Target target, Demand demand) {
        List<AssetType> types = demand.typesOf(provider.name());
        List<Step> steps = new ArrayList<>();
        if (!types.isEmpty()) {
            provider.discovering(target).forEach(operation -> steps.add(reaching(operation)));
            provider.connecting(target).forEach(operation -> steps.add(reaching(operation)));
        }
        if (types.stream().anyMatch(type -> type.reach() == AssetType.Reach.REGION)) {
            provider.askingRegions().forEach(operation -> steps.add(reaching(operation)));
        }
        steps.addAll(ofTypes(types, demand).steps());
        return new Plan(steps);
    }

    /** The same without what reaches the account. */
    static Plan ofTypes(List<AssetType> types, Demand demand) {
        List<Step> steps = new ArrayList<>();
        Set<Bulk> bulks = new HashSet<>();
        for (AssetType type : types) {
            List<Use> uses = demand.uses(type);
            boolean isShared = type.listing().walk() instanceof Shared shared && !bulks.add(shared.bulk());
            steps.add(new Step(type.name(), uses.get(0), true, isShared));
            uses.stream().skip(1).forEach(use -> steps.add(new Step(type.name(), use, false, false)));
        }
        return new Plan(steps);
    }

    private static Step reaching(Operation operation) {
        return new Step("", operation.per(Per.ACCOUNT), true, false);
    }

    /** Every operation that may be sent. */
    public List<Operation> operations() {
        return steps.stream().map(step -> step.use().operation()).distinct().toList();
    }

    /** The calls that are certain, once for the account. */
    public long certain() {
        return certain(Per.ACCOUNT);
    }

    /** The calls that are certain in each region. */
    public long certainInEachRegion() {
        return certain(Per.REGION);
    }

    private long certain(Per per) {
        return steps.stream()
                .filter(step ->
                        step.isCertain() && !step.isShared() && step.use().per() == per)
                .count();
    }

    /** The calls once for the account or once for each region that are sent where there is an asset that needs them. */
    public long shared(Per per) {
        return steps.stream()
                .filter(step -> step.isOnce(per) && !isAskedAnyway(step.use()))
                .map(step -> step.use().operation())
                .distinct()
                .count();
    }

    /** What reaches the account and is kept for whoever asks again. */
    private boolean isAskedAnyway(Use use) {
        return steps.stream()
                .anyMatch(step -> step.type().isEmpty() && step.use().equals(use));
    }

    /** For each type the calls that each asset of it may take. */
    public SortedMap<String, Long> forEachAsset() {
        SortedMap<String, Long> calls = new TreeMap<>();
        steps.stream().filter(step -> step.isOnce(Per.ASSET)).forEach(step -> calls.merge(step.type(), 1L, Long::sum));
        return calls;
    }

    /** The operations of which nobody can say beforehand how often they are sent. */
    public List<Operation> open() {
        return steps.stream()
                .filter(step -> !step.isCertain() && step.use().per().isOpen())
                .map(step -> step.use().operation())
                .distinct()
                .toList();
    }
}
