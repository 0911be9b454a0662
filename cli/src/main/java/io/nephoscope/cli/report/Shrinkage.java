package io.nephoscope.cli.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a baseline saw and this scan does not: what is no longer seen no longer fails, which looks like an improvement.
 *
 * @param scanId of the baseline
 * @param startedAt of the baseline
 * @param maxDrop by how many percent the assets of a type in an account may become fewer
 * @param lost what was read then and is not read now
 * @param fewer the types of which too many assets are gone from what was read both times
 */
public record Shrinkage(String scanId, String startedAt, int maxDrop, List<Lost> lost, List<Fewer> fewer) {
    /** Less than this is the coming and going of every day, unless nothing is left. */
    private static final long FEWEST = 3;

    /**
     * What was read then and is not read now.
     *
     * @param account as it was then
     * @param region {@link Unit#ALL} where no region of the account is left, or none in which the type was read
     * @param type {@link Unit#ALL} where no type is left there
     * @param now how it stands now
     * @param assets how many there were
     */
    public record Lost(SeenAccount account, String region, String type, Set<CoverageStatus> now, long assets) {}

    /** A type of which there are too few. */
    public record Fewer(SeenAccount account, String type, long before, long now) {}

    private record Gone(Unit unit, CoverageStatus now) {}

    public Shrinkage {
        lost = List.copyOf(lost);
        fewer = List.copyOf(fewer);
    }

    static Shrinkage of(Baseline baseline, Coverage coverage, int maxDrop) {
        CurrentReading present = new CurrentReading(coverage);
        List<Lost> lost = new ArrayList<>();
        List<Fewer> fewer = new ArrayList<>();
        Map<SeenAccount, List<Unit>> byAccount = baseline.units().stream()
                .filter(unit -> CoverageStatus.of(unit).isRead())
                .collect(groupingBy(SeenAccount::of, TreeMap::new, toList()));
        byAccount.forEach((account, units) -> {
            lost.addAll(lost(account, units, present));
            fewer.addAll(fewer(account, units, present, maxDrop));
        });
        return new Shrinkage(baseline.scanId(), baseline.startedAt(), maxDrop, lost, fewer);
    }

    /** Whether less was seen than in the baseline. */
    public boolean isShrunk() {
        return !lost.isEmpty() || !fewer.isEmpty();
    }

    /** An account as a whole; else whole regions, whole types, and what else is missing. */
    private static List<Lost> lost(SeenAccount account, List<Unit> units, CurrentReading present) {
        List<Gone> gone = gone(units, present);
        if (gone.size() == units.size()) {
            return List.of(lost(account, Unit.ALL, Unit.ALL, gone));
        }
        List<Lost> lost = new ArrayList<>();
        List<Unit> elsewhere = new ArrayList<>();
        units.stream()
                .collect(groupingBy(unit -> unit.scope().region(), TreeMap::new, toList()))
                .forEach((region, there) -> {
                    List<Gone> goneThere = gone(there, present);
                    if (goneThere.size() == there.size() && !region.equals(Scope.GLOBAL)) {
                        lost.add(lost(account, region, Unit.ALL, goneThere));
                    } else {
                        elsewhere.addAll(there);
                    }
                });
        elsewhere.stream()
                .collect(groupingBy(Unit::type, TreeMap::new, toList()))
                .forEach((type, its) -> {
                    List<Gone> goneOfType = gone(its, present);
                    if (goneOfType.size() == its.size() && its.size() > 1) {
                        lost.add(lost(account, Unit.ALL, type, goneOfType));
                    } else {
                        goneOfType.forEach(
                                one -> lost.add(lost(account, one.unit().scope().region(), type, List.of(one))));
                    }
                });
        return lost;
    }

    private static List<Gone> gone(List<Unit> units, CurrentReading present) {
        return units.stream()
                .map(unit -> new Gone(unit, present.status(unit)))
                .filter(gone -> !gone.now().isRead())
                .toList();
    }

    private static Lost lost(SeenAccount account, String region, String type, List<Gone> gone) {
        Set<CoverageStatus> now = EnumSet.noneOf(CoverageStatus.class);
        gone.forEach(one -> now.add(one.now()));
        return new Lost(
                account,
                region,
                type,
                now,
                gone.stream().mapToLong(one -> one.unit().assets()).sum());
    }

    /** Counts only where both scans read: what was lost as a whole is told already. */
    private static List<Fewer> fewer(SeenAccount account, List<Unit> units, CurrentReading present, int maxDrop) {
        List<Fewer> fewer = new ArrayList<>();
        units.stream()
                .filter(unit -> present.status(unit).isRead())
                .collect(groupingBy(Unit::type, TreeMap::new, toList()))
                .forEach((type, its) -> {
                    long before = its.stream().mapToLong(Unit::assets).sum();
                    long now = its.stream().mapToLong(present::assets).sum();
                    if (isTooFew(before, now, maxDrop)) {
                        fewer.add(new Fewer(account, type, before, now));
                    }
                });
        return fewer;
    }

    private static boolean isTooFew(long before, long now, int maxDrop) {
        long drop = before - now;
        boolean all = before > 0 && now == 0 && maxDrop < 100;
        return all || (drop >= FEWEST && drop * 100 > before * maxDrop);
    }

    /** What is missing, in sentences. */
    public List<String> inSentences(Words words) {
        List<String> sentences = new ArrayList<>();
        add(sentences, words, Word.SHRUNK_LOST, lost);
        add(sentences, words, Word.SHRUNK_FEWER, fewer);
        return sentences;
    }

    private void add(List<String> sentences, Words words, Word sentence, Collection<?> what) {
        if (!what.isEmpty()) {
            sentences.add(words.of(sentence, what.size(), words.time(startedAt)));
        }
    }
}
