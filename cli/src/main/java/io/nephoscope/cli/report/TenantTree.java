package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.TenantPath;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestNode;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Adds up, for each node of the organisation, what lies in it and below it. */
final class TenantTree {
    private static final int MOST_RULES = 5;
    private static final ManifestNode NONE = new ManifestNode("", "", 0, "");

    private final Map<String, ManifestNode> nodes = new HashMap<>();
    /** A node right before its branches. */
    private final SortedMap<String, Sum> sums = new TreeMap<>(Comparator.comparing(path -> path.replace('/', '\0')));

    private final List<RuleInfo> rules;
    private final String head;

    private static final class Sum {
        private final Set<String> accounts = new HashSet<>();
        private final Set<String> reached = new HashSet<>();
        private final Set<String> lost = new HashSet<>();
        private final SortedMap<String, Long> assets = new TreeMap<>();
        private final TenantTally tally = new TenantTally();
    }

    private TenantTree(Manifest manifest, List<RuleInfo> rules) {
        this.rules = rules;
        manifest.nodes().forEach(node -> nodes.put(node.path(), node));
        this.head = manifest.nodes().isEmpty() ? "" : manifest.nodes().get(0).path();
    }

    /** Each node right before its own; one with an empty path where there is no organisation. */
    static List<Tenant> of(Snapshot snapshot, Tally tally, List<RuleInfo> rules) {
        TenantTree tree = new TenantTree(snapshot.manifest(), rules);
        tree.nodes.keySet().forEach(path -> tree.upFrom(path, sum -> {}));
        tree.accounts(snapshot);
        snapshot.assetsByTenant()
                .forEach((tenant, types) -> types.forEach((type, count) ->
                        tree.upFrom(tenant, sum -> sum.assets.merge(kind(snapshot, type), count, Long::sum))));
        tally.byTenant().forEach((tenant, counts) -> tree.upFrom(tenant, sum -> sum.tally.addAll(counts)));
        return tree.tenants();
    }

    private static String kind(Snapshot snapshot, String type) {
        return snapshot.types().named(type).map(it -> it.kind().name()).orElse(type);
    }

    /** An account is lost where it was not reached; one that is closed is neither reached nor lost. */
    private void accounts(Snapshot snapshot) {
        Map<String, List<String>> byLabel = new HashMap<>();
        for (ManifestTarget target : snapshot.manifest().targets()) {
            byLabel.put(target.provider() + "|" + target.label(), target.accounts());
            target.accounts()
                    .forEach(id -> upFrom(target.tenant(), sum -> {
                        sum.accounts.add(target.provider() + "|" + id);
                        sum.reached.add(target.provider() + "|" + id);
                    }));
        }
        for (Unit unit : snapshot.units()) {
            String key = unit.provider() + "|" + unit.scope().account();
            boolean isWhole = unit.type().equals(Unit.ALL);
            List<String> ids = byLabel.getOrDefault(key, List.of());
            List<String> its = isWhole && !ids.isEmpty()
                    ? ids.stream().map(id -> unit.provider() + "|" + id).toList()
                    : List.of(key);
            upFrom(unit.scope().tenant(), sum -> {
                sum.accounts.addAll(its);
                if (!isWhole) {
                    sum.reached.addAll(its);
                } else if (unit.isGap()) {
                    sum.lost.addAll(its);
                }
            });
        }
    }

    private void upFrom(String tenant, Consumer<Sum> each) {
        String top = TenantPath.isWithin(tenant, head) ? head : "";
        List<String> paths = tenant.isEmpty() ? List.of("") : TenantPath.down(tenant);
        paths.stream()
                .filter(path -> TenantPath.isWithin(path, top))
                .forEach(path -> each.accept(sums.computeIfAbsent(path, key -> new Sum())));
    }

    private List<Tenant> tenants() {
        int first = sums.isEmpty() ? 0 : TenantPath.depth(sums.firstKey());
        List<Tenant> tenants = new ArrayList<>();
        sums.forEach((path, sum) -> {
            Set<String> reached = new HashSet<>(sum.reached);
            reached.removeAll(sum.lost);
            tenants.add(new Tenant(
                    node(path),
                    Math.max(0, TenantPath.depth(path) - first),
                    sum.accounts.size(),
                    reached.size(),
                    sum.lost.size(),
                    sum.assets,
                    sum.tally,
                    worst(sum.tally)));
        });
        return tenants;
    }

    /** What a cloud's own order of accounts adds to the tree takes over level and owner. */
    private ManifestNode node(String path) {
        if (path.isEmpty()) {
            return NONE;
        }
        ManifestNode known = nodes.get(path);
        if (known != null) {
            return known;
        }
        ManifestNode above = TenantPath.above(path).map(this::node).orElse(NONE);
        return new ManifestNode(path, "branch", above.mlpsLevel(), above.owner());
    }

    private List<Tenant.WorstRule> worst(TenantTally tally) {
        SortedMap<String, Counts> byRule = tally.byRule();
        return rules.stream()
                .map(rule -> new Tenant.WorstRule(rule, byRule.getOrDefault(rule.id(), new Counts())))
                .filter(it -> it.counts().of(Verdict.FAIL) > 0)
                .sorted(worstFirst())
                .limit(MOST_RULES)
                .toList();
    }

    /** The order in which rules that failed are shown. */
    private static Comparator<Tenant.WorstRule> worstFirst() {
        return Comparator.comparing((Tenant.WorstRule it) -> it.rule().severity())
                .thenComparing(Comparator.comparingLong(
                                (Tenant.WorstRule it) -> it.counts().of(Verdict.FAIL))
                        .reversed())
                .thenComparing(it -> it.rule().id());
    }
}
