package io.nephoscope.cli.matrix;

import io.nephoscope.inventory.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Calls that may fail in one scan, since no type and no rule needs two of them: what the scan says of each is what it would say if that
 * one alone failed.
 */
final class Colours {
    private final Plan plan;
    private final Map<String, Set<Operation>> failing = new LinkedHashMap<>();

    private Colours(Plan plan, Function<String, Set<Operation>> failingWith) {
        this.plan = plan;
        plan.calls().forEach(call -> failing.put(call, failingWith.apply(call)));
    }

    /**
     * Every call of the plan, in as few groups as taking the one that meets most others first makes.
     *
     * @param failingWith the operations that fail with a call
     */
    static List<List<String>> of(Plan plan, Function<String, Set<Operation>> failingWith) {
        Colours colours = new Colours(plan, failingWith);
        List<List<String>> groups = new ArrayList<>();
        plan.calls().stream()
                .sorted(Comparator.comparingLong(colours::meets).reversed())
                .forEach(call -> groups.stream()
                        .filter(group -> group.stream().noneMatch(other -> colours.meet(call, other)))
                        .findFirst()
                        .orElseGet(() -> {
                            List<String> group = new ArrayList<>();
                            groups.add(group);
                            return group;
                        })
                        .add(call));
        return groups;
    }

    private long meets(String call) {
        return failing.keySet().stream().filter(other -> meet(call, other)).count();
    }

    private boolean meet(String one, String other) {
        return plan.isOfAll(one)
                || plan.isOfAll(other)
                || plan.meet(failing.getOrDefault(one, Set.of()), failing.getOrDefault(other, Set.of()));
    }
}
