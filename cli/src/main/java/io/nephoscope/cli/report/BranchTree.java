package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
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

/** Adds up, for each branch of the organisation, what lies in it and below it. */
final class BranchTree {
    private static final int MOST_RULES = 5;
    private static final ManifestBranch NONE = new ManifestBranch("", "", 0, "");

    private final Map<String, ManifestBranch> declared = new HashMap<>();
    /** A branch right before its branches. */
    private final SortedMap<String, Sum> sums = new TreeMap<>(Comparator.comparing(path -> path.replace('/', '\0')));

    private final List<RuleInfo> rules;
    private final String head;

    private static final class Sum {
        private final Set<String> accounts = new HashSet<>();
        private final Set<String> reached = new HashSet<>();
        private final Set<String> lost = new HashSet<>();
        private final SortedMap<String, Long> assets = new TreeMap<>();
        private final BranchTally tally = new BranchTally();
    }

    private BranchTree(Manifest manifest, List<RuleInfo> rules) {
        this.rules = rules;
        manifest.branches().forEach(branch -> declared.put(branch.path(), branch));
        this.head =
                manifest.branches().isEmpty() ? "" : manifest.branches().get(0).path();
    }

    /** Each branch right before its own; one with an empty path where there is no organisation. */
    static List<Branch> of(Snapshot snapshot, Tally tally, List<RuleInfo> rules) {
        BranchTree tree = new BranchTree(snapshot.manifest(), rules);
        tree.declared.keySet().forEach(path -> tree.upFrom(path, sum -> {}));
        tree.accounts(snapshot);
        snapshot.assetsByBranch()
                .forEach((branch, types) -> types.forEach((type, count) ->
                        tree.upFrom(branch, sum -> sum.assets.merge(kind(snapshot, type), count, Long::sum))));
        tally.byBranch().forEach((branch, counts) -> tree.upFrom(branch, sum -> sum.tally.addAll(counts)));
        return tree.branches();
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
                    .forEach(id -> upFrom(target.branch(), sum -> {
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
            upFrom(unit.scope().branch(), sum -> {
                sum.accounts.addAll(its);
                if (!isWhole) {
                    sum.reached.addAll(its);
                } else if (unit.isGap()) {
                    sum.lost.addAll(its);
                }
            });
        }
    }

    private void upFrom(String branch, Consumer<Sum> each) {
        String top = BranchPath.isWithin(branch, head) ? head : "";
        List<String> paths = branch.isEmpty() ? List.of("") : BranchPath.down(branch);
        paths.stream()
                .filter(path -> BranchPath.isWithin(path, top))
                .forEach(path -> each.accept(sums.computeIfAbsent(path, key -> new Sum())));
    }

    private List<Branch> branches() {
        int first = sums.isEmpty() ? 0 : BranchPath.depth(sums.firstKey());
        List<Branch> branches = new ArrayList<>();
        sums.forEach((path, sum) -> {
            Set<String> reached = new HashSet<>(sum.reached);
            reached.removeAll(sum.lost);
            branches.add(new Branch(
                    declared(path),
                    Math.max(0, BranchPath.depth(path) - first),
                    sum.accounts.size(),
                    reached.size(),
                    sum.lost.size(),
                    sum.assets,
                    sum.tally,
                    worst(sum.tally)));
        });
        return branches;
    }

    /** What a cloud's own order of accounts adds to the tree takes over level and owner. */
    private ManifestBranch declared(String path) {
        if (path.isEmpty()) {
            return NONE;
        }
        ManifestBranch known = declared.get(path);
        if (known != null) {
            return known;
        }
        ManifestBranch above = BranchPath.above(path).map(this::declared).orElse(NONE);
        return new ManifestBranch(path, "branch", above.mlpsLevel(), above.owner());
    }

    private List<Branch.WorstRule> worst(BranchTally tally) {
        SortedMap<String, Counts> byRule = tally.byRule();
        return rules.stream()
                .map(rule -> new Branch.WorstRule(rule, byRule.getOrDefault(rule.id(), new Counts())))
                .filter(it -> it.counts().of(Verdict.FAIL) > 0)
                .sorted(worstFirst())
                .limit(MOST_RULES)
                .toList();
    }

    /** The order in which rules that failed are shown. */
    private static Comparator<Branch.WorstRule> worstFirst() {
        return Comparator.comparing((Branch.WorstRule it) -> it.rule().severity())
                .thenComparing(Comparator.comparingLong(
                                (Branch.WorstRule it) -> it.counts().of(Verdict.FAIL))
                        .reversed())
                .thenComparing(it -> it.rule().id());
    }
}
