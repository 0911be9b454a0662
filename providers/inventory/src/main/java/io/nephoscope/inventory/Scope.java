package io.nephoscope.inventory;

/**
 * Where an asset lives or a call goes.
 *
 * @param branch the path of branches in the organisation, as {@code Lakeside Group/Harbour}; empty without an organisation file
 * @param account the provider's own id of the account, subscription or project
 * @param region the provider's own name of the region, or {@link #GLOBAL}
 */
public record Scope(String branch, String account, String region) {
    /** The region of what belongs to an account as a whole. */
    public static final String GLOBAL = "global";

    public Scope of(String otherBranch) {
        return new Scope(otherBranch, account, region);
    }

    public Scope in(String otherRegion) {
        return new Scope(branch, account, otherRegion);
    }
}
