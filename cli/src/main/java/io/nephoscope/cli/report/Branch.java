package io.nephoscope.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A branch of the organisation, with the verdicts of all that belong to it.
 *
 * @param path from the organisation down; one empty name where there are no branches
 */
public record Branch(List<String> path, Counts counts) {
    /** A branch right before its own branches. */
    private static final Comparator<List<String>> ORDER = (left, right) -> {
        int same = 0;
        while (same < left.size() && same < right.size() && left.get(same).equals(right.get(same))) {
            same++;
        }
        return same < left.size() && same < right.size()
                ? left.get(same).compareTo(right.get(same))
                : Integer.compare(left.size(), right.size());
    };

    public Branch {
        path = List.copyOf(path);
    }

    /** From the counts of each tenant without its branches. */
    static List<Branch> of(SortedMap<String, Counts> byTenant) {
        Map<List<String>, Counts> sums = new TreeMap<>(ORDER);
        byTenant.forEach((tenant, counts) -> {
            List<String> path = Arrays.asList(tenant.split("/"));
            for (int depth = 1; depth <= path.size(); depth++) {
                sums.merge(path.subList(0, depth), counts, Counts::plus);
            }
        });
        List<Branch> branches = new ArrayList<>();
        sums.forEach((path, counts) -> branches.add(new Branch(path, counts)));
        return branches;
    }

    /** As in an asset's scope: {@code Lakeside Group/Harbour}. */
    public String tenant() {
        return String.join("/", path);
    }

    public String name() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }
}
