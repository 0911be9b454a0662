package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the branch that somebody names, as {@code /Lakeside Group/Harbour} or, without the head of the tree, {@code /Harbour}. */
public final class Branches {
    private static final int MOST_NAMED = 12;

    private final SortedSet<String> known;

    /** @param known the paths that there are */
    public Branches(Collection<String> known) {
        this.known = new TreeSet<>(known);
        this.known.remove("");
    }

    /** The path that is meant, if there is one. */
    public Optional<String> find(String asked) {
        String path = trimmed(asked);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return known.contains(path)
                ? Optional.of(path)
                : known.stream()
                        .filter(branch -> withoutHead(branch).equals(path))
                        .findFirst();
    }

    /** The path that would be meant below a branch that is known, if there is one: the longest such branch comes first. */
    public Optional<String> findBelow(String asked) {
        String path = trimmed(asked);
        for (String branch : new TreeSet<>(known).descendingSet()) {
            if (path.startsWith(branch + "/")) {
                return Optional.of(path);
            }
            String rest = withoutHead(branch);
            if (rest.isEmpty() || path.startsWith(rest + "/")) {
                return Optional.of(branch + (rest.isEmpty() ? "/" + path : path.substring(rest.length())));
            }
        }
        return Optional.empty();
    }

    /** That there is no such branch, and which was probably meant. */
    public Text missing(String asked) {
        TreeSet<String> names = new TreeSet<>(known);
        known.stream()
                .map(Branches::withoutHead)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        Text nearest = Suggestion.nearest(trimmed(asked), names)
                .map(name -> Text.of(" (did you mean /{0}?)", "（是否指 /{0}？）", name))
                .orElse(Text.EMPTY);
        String all = String.join(
                ", ", known.stream().limit(MOST_NAMED).map(name -> "/" + name).toList());
        if (known.isEmpty()) {
            return Text.of(
                    "There is no branch /{0}{1}; there are none here.",
                    "没有分支机构 /{0}{1}；此处没有任何分支机构。", trimmed(asked), nearest);
        }
        return Text.of(
                known.size() > MOST_NAMED
                        ? "There is no branch /{0}{1}; there are {2} and more."
                        : "There is no branch /{0}{1}; there are {2}.",
                known.size() > MOST_NAMED ? "没有分支机构 /{0}{1}；现有 {2} 等。" : "没有分支机构 /{0}{1}；现有 {2}。",
                trimmed(asked),
                nearest,
                all);
    }

    private static String trimmed(String asked) {
        return asked.strip().replaceAll("^/+|/+$", "");
    }

    private static String withoutHead(String branch) {
        int slash = branch.indexOf('/');
        return slash < 0 ? "" : branch.substring(slash + 1);
    }
}
