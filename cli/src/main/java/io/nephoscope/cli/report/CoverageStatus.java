package io.nephoscope.cli.report;

import io.nephoscope.collect.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is known of one type at one account and region. */
public enum CoverageStatus {
    /** Listed, and there are assets. */
    READ,
    /** Listed, and there is none. */
    EMPTY,
    /** A permission is missing. */
    DENIED,
    /** A policy stands in the way that no permission of the caller mends. */
    BARRED,
    /** The credentials were refused. */
    SIGNED_OUT,
    /** The provider asked us to slow down until we gave up. */
    THROTTLED,
    /** No usable answer came. */
    FAILED,
    /** Not asked, or not to the end: the scan's budget was spent. */
    OVER_BUDGET,
    /** The service is not offered or not enabled there. */
    NOT_ENABLED,
    /** The provider has no API for it: nobody can tell what is there. */
    NO_API,
    /** Nobody asked: it is outside what the rules or the user chose. */
    SKIPPED;

    static CoverageStatus of(Unit unit) {
        return switch (unit.listing().outcome()) {
            case VALUE, ABSENT -> unit.assets() > 0 ? READ : EMPTY;
            case DENIED -> DENIED;
            case BARRED -> BARRED;
            case SIGNED_OUT -> SIGNED_OUT;
            case THROTTLED -> THROTTLED;
            case FAILED -> FAILED;
            case OVER_BUDGET -> OVER_BUDGET;
            case UNSUPPORTED -> NOT_ENABLED;
            case NO_API -> NO_API;
            case NOT_COLLECTED, OUTSIDE, NOT_SAID -> SKIPPED;
        };
    }

    /** First what leaves most open: of all that is true of a type in several regions, that is what is said of it. */
    private static final List<CoverageStatus> OPENEST_FIRST = List.of(
            SIGNED_OUT, BARRED, DENIED, FAILED, THROTTLED, OVER_BUDGET, NO_API, SKIPPED, READ, EMPTY, NOT_ENABLED);

    public static final Comparator<CoverageStatus> WORST_FIRST = Comparator.comparingInt(OPENEST_FIRST::indexOf);

    /** The name in files, for example {@code not_enabled}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something may be there that was not seen, and that another scan may see. */
    public boolean isGap() {
        return switch (this) {
            case DENIED, BARRED, SIGNED_OUT, THROTTLED, FAILED, OVER_BUDGET -> true;
            case READ, EMPTY, NOT_ENABLED, NO_API, SKIPPED -> false;
        };
    }

    /** Whether it was listed to its end. */
    public boolean isRead() {
        return this == READ || this == EMPTY;
    }
}
