package io.nephoscope.cli.report;

import static java.util.stream.Collectors.groupingBy;

import io.nephoscope.cli.report.Tally.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The permissions that were refused, and what granting them would make known. */
public final class Grants {
    private final Map<String, Refused> refused = new TreeMap<>();
    /** How many verdicts lack all permissions of a set and nothing else. */
    private final Map<SortedSet<String>, Long> waiting = new HashMap<>();

    /**
     * A permission that was refused and what it costs.
     *
     * @param calls the calls that were refused for want of it
     * @param accounts where it is missing
     * @param verdicts how many UNKNOWN findings wait for it
     * @param alone how many of those wait for nothing else
     * @param known how many would be known if this and all that are ranked before it were granted
     */
    public record Ranked(
            String permission,
            SortedSet<String> calls,
            SortedSet<String> accounts,
            long verdicts,
            long alone,
            long known) {}

    private static final class Refused {
        private final SortedSet<String> calls = new TreeSet<>();
        private final SortedSet<String> accounts = new TreeSet<>();
        private long verdicts;
        private long alone;

        Ranked ranked(String permission, long known) {
            return new Ranked(
                    permission,
                    Collections.unmodifiableSortedSet(calls),
                    Collections.unmodifiableSortedSet(accounts),
                    verdicts,
                    alone,
                    known);
        }
    }

    /** Takes in one UNKNOWN finding with all that it lacks. */
    void add(String account, Set<Gap> gaps) {
        Map<String, List<Gap>> byPermission =
                gaps.stream().filter(Gap::isMendedByPermission).collect(groupingBy(Gap::permission));
        boolean nothingElse = !gaps.isEmpty() && gaps.stream().allMatch(Gap::isMendedByPermission);
        byPermission.forEach((permission, refusals) -> {
            Refused count = refused.computeIfAbsent(permission, key -> new Refused());
            refusals.forEach(refusal -> count.calls.add(refusal.what().en()));
            count.accounts.add(account);
            count.verdicts++;
            count.alone += nothingElse && byPermission.size() == 1 ? 1 : 0;
        });
        if (nothingElse) {
            waiting.merge(new TreeSet<>(byPermission.keySet()), 1L, Long::sum);
        }
    }

    /** How many UNKNOWN findings would be known if all of {@link #ranked()} were granted. */
    public long knowable() {
        return waiting.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of {@link #ranked()}, from the first on, have to be granted for that. */
    public int needed() {
        List<Ranked> ranked = ranked();
        long all = knowable();
        int needed = 0;
        while (all > 0 && ranked.get(needed).known() < all) {
            needed++;
        }
        return all == 0 ? 0 : needed + 1;
    }

    /** What granting them is worth, in a sentence. */
    public String sentence(Words words) {
        if (knowable() == 0) {
            return words.of(Word.PERMISSIONS_IN_VAIN);
        }
        Word sentence = needed() == refused.size() ? Word.PERMISSIONS_SENTENCE : Word.PERMISSIONS_FIRST;
        return words.of(sentence, needed(), words.of(Word.UNKNOWN_VERDICTS, knowable()));
    }

    /** First the one that makes most verdicts known, then the one that makes most known beside it, and so on. */
    public List<Ranked> ranked() {
        List<Ranked> ranked = new ArrayList<>();
        Map<SortedSet<String>, Long> open = new HashMap<>(waiting);
        Set<String> left = new TreeSet<>(refused.keySet());
        long known = 0;
        while (!left.isEmpty()) {
            String next = next(open, left);
            left.remove(next);
            Map<SortedSet<String>, Long> still = new HashMap<>();
            for (Map.Entry<SortedSet<String>, Long> need : open.entrySet()) {
                SortedSet<String> rest = without(need.getKey(), next);
                if (rest.isEmpty()) {
                    known += need.getValue();
                } else {
                    still.merge(rest, need.getValue(), Long::sum);
                }
            }
            open = still;
            ranked.add(refused.getOrDefault(next, new Refused()).ranked(next, known));
        }
        return ranked;
    }

    /** Of what the verdicts lack that wait for least, the permission that most of these lack. */
    private String next(Map<SortedSet<String>, Long> open, Set<String> left) {
        int fewest = open.keySet().stream().mapToInt(Set::size).min().orElse(0);
        Map<String, Long> gains = new HashMap<>();
        open.forEach((need, verdicts) -> {
            if (need.size() == fewest) {
                need.forEach(permission -> gains.merge(permission, verdicts, Long::sum));
            }
        });
        Comparator<String> most = Comparator.comparingLong(permission -> gains.getOrDefault(permission, 0L));
        return left.stream()
                .max(most.thenComparingLong(this::verdicts).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private long verdicts(String permission) {
        return refused.getOrDefault(permission, new Refused()).verdicts;
    }

    private static SortedSet<String> without(SortedSet<String> need, String permission) {
        if (!need.contains(permission)) {
            return need;
        }
        SortedSet<String> rest = new TreeSet<>(need);
        rest.remove(permission);
        return rest;
    }
}
