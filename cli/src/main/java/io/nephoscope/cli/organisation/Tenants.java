package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Suggestion;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the tenant that somebody names, as {@code /Lakeside Group/Harbour} or, without the head of the tree, {@code /Harbour}. */
public final class Tenants {
    private static final int MOST_NAMED = 12;

    private final SortedSet<String> known;

    /** @param known the paths that there are */
    public Tenants(Collection<String> known) {
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
                        .filter(tenant -> withoutHead(tenant).equals(path))
                        .findFirst();
    }

    /** The path that would be meant below a tenant that is known, if there is one: the longest such tenant comes first. */
    public Optional<String> findBelow(String asked) {
        String path = trimmed(asked);
        for (String tenant : new TreeSet<>(known).descendingSet()) {
            if (path.startsWith(tenant + "/")) {
                return Optional.of(path);
            }
            String rest = withoutHead(tenant);
            if (rest.isEmpty() || path.startsWith(rest + "/")) {
                return Optional.of(tenant + (rest.isEmpty() ? "/" + path : path.substring(rest.length())));
            }
        }
        return Optional.empty();
    }

    /** That there is no such tenant, and which was probably meant. */
    public String missing(String asked) {
        TreeSet<String> names = new TreeSet<>(known);
        known.stream().map(Tenants::withoutHead).filter(name -> !name.isEmpty()).forEach(names::add);
        String nearest = Suggestion.didYouMean(trimmed(asked), names).en().replace("mean ", "mean /");
        String all = String.join(
                ", ", known.stream().limit(MOST_NAMED).map(name -> "/" + name).toList());
        return "There is no tenant /" + trimmed(asked) + nearest
                + (known.isEmpty()
                        ? "; there are none here."
                        : "; there are " + all + (known.size() > MOST_NAMED ? " and more." : "."));
    }

    private static String trimmed(String asked) {
        return asked.strip().replaceAll("^/+|/+$", "");
    }

    private static String withoutHead(String tenant) {
        int slash = tenant.indexOf('/');
        return slash < 0 ? "" : tenant.substring(slash + 1);
    }
}
