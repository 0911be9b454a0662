package io.nephoscope.inventory;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A path of branches in the organisation, from its head down, as {@code Lakeside Group/Harbour}; empty without an organisation. */
public final class TenantPath {
    private static final String SLASH = "/";

    private TenantPath() {}

    /** Whether a tenant is a branch or lies below it; everything lies below the empty path. */
    public static boolean isWithin(String tenant, String branch) {
        return branch.isEmpty() || tenant.equals(branch) || tenant.startsWith(branch + SLASH);
    }

    /** The path of what is named so below a tenant: a slash in the name would read as two branches. */
    public static String below(String tenant, String name) {
        String step = name.strip().replace('/', '-');
        return tenant.isEmpty() ? step : tenant + SLASH + step;
    }

    /** The path one step up; empty at the head. */
    public static Optional<String> above(String tenant) {
        int slash = tenant.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(tenant.substring(0, slash));
    }

    /** Every path from the head down to the tenant itself. */
    public static List<String> down(String tenant) {
        return IntStream.rangeClosed(1, tenant.length())
                .filter(end -> end == tenant.length() || tenant.charAt(end) == '/')
                .mapToObj(end -> tenant.substring(0, end))
                .toList();
    }

    /** How deep it lies: 1 at the head. */
    public static int depth(String tenant) {
        return down(tenant).size();
    }

    /** The last name of the path. */
    public static String name(String tenant) {
        return tenant.substring(tenant.lastIndexOf('/') + 1);
    }
}
