package io.nephoscope.inventory.policy;

import java.util.List;
import java.util.Locale;

/**
 * What some patterns match.
 *
 * @param except whether it is everything that they do not match
 */
public record Patterns(Wildcards wildcards, boolean except, List<String> patterns) {
    public Patterns {
        patterns = List.copyOf(patterns);
    }

    Patterns inLowerCase() {
        return new Patterns(
                wildcards,
                except,
                patterns.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList());
    }

    /** Whether everything that matches the pattern is in here; in doubt it is not. */
    public boolean covers(String pattern) {
        return except
                ? patterns.stream().noneMatch(left -> wildcards.overlap(left, pattern))
                : patterns.stream().anyMatch(wide -> wildcards.covers(wide, pattern));
    }

    /** Patterns that match everything in here, and perhaps more. */
    public List<String> outline() {
        return except ? List.of("*") : patterns;
    }
}
