package io.nephoscope.inventory;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A path of branches in the organisation, from its head down, as {@code Lakeside Group/Harbour}; empty without an organisation. */
public final class BranchPath {
    private static final String SLASH = "/";

    private BranchPath() {}

    /** Whether a branch is another or lies below it; everything lies below the empty path. */
    public static boolean isWithin(String inner, String outer) {
        return outer.isEmpty() || inner.equals(outer) || inner.startsWith(outer + SLASH);
    }

    /** The path of what is named so below a branch: a slash in the name would read as two branches. */
    public static String below(String branch, String name) {
        String step = name.strip().replace('/', '-');
        return branch.isEmpty() ? step : branch + SLASH + step;
    }

    /**
     * The path that somebody means near a branch: above it, below it, or the branch itself. Whoever names one may leave out the head of the
     * tree.
     */
    public static String meant(String named, String near) {
        String withHead = near.substring(0, Math.max(near.indexOf('/'), 0)) + SLASH + named;
        return !named.isEmpty() && !areInLine(named, near) && areInLine(withHead, near) ? withHead : named;
    }

    private static boolean areInLine(String one, String other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    /** The path one step up; empty at the head. */
    public static Optional<String> above(String branch) {
        int slash = branch.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(branch.substring(0, slash));
    }

    /** Every path from the head down to the branch itself. */
    public static List<String> down(String branch) {
        return IntStream.rangeClosed(1, branch.length())
                .filter(end -> end == branch.length() || branch.charAt(end) == '/')
                .mapToObj(end -> branch.substring(0, end))
                .toList();
    }

    /** How deep it lies: 1 at the head. */
    public static int depth(String branch) {
        return down(branch).size();
    }

    /** The last name of the path. */
    public static String name(String branch) {
        return branch.substring(branch.lastIndexOf('/') + 1);
    }
}
