package io.nephoscope.files;

import io.nephoscope.inventory.TenantPath;
import java.util.Arrays;
import java.util.List;

/**
 * The branch whose account a file is, below which its rows may belong.
 *
 * @param path from the head down; empty without an organisation
 */
record Branch(String path) {
    /**
     * The path to which a row belongs.
     *
     * @param given from the head down where it begins with a slash or with the branch's own path; else below the branch. The branch's own
     *     name alone is the branch.
     * @throws IllegalArgumentException where it leads elsewhere, with one clause that says so
     */
    String below(String given) {
        boolean isAbsolute = given.startsWith("/");
        List<String> steps = Arrays.stream(given.split("/", -1))
                .skip(isAbsolute ? 1 : 0)
                .map(String::strip)
                .toList();
        if (steps.stream().anyMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."))) {
            throw new IllegalArgumentException(
                    Value.quoted(given) + " is no path of branches, as Cellar or /Lakeside Group/Hills/Cellar");
        }
        String tenant = String.join("/", steps);
        if (tenant.equals(TenantPath.name(path))) {
            return path;
        } else if (TenantPath.isWithin(tenant, path)) {
            return tenant;
        } else if (isAbsolute) {
            throw new IllegalArgumentException(Value.quoted(given) + " is not below " + path
                    + ", the branch to which this file belongs; give it to the account of that branch");
        }
        return path + "/" + tenant;
    }
}
