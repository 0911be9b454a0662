package io.nephoscope.inventory.doc;

/**
 * Why a field is unknown: the call that would have filled it, how that call ended, and what would mend it.
 *
 * @param call the operation, as {@code s3:GetBucketPolicy}
 * @param outcome how the call ended
 * @param permission the permission that the call needs, empty where none applies, and where to have it would mend nothing
 * @param message the provider's own words, shortened, or ours where it was not asked; empty where there is nothing to say
 */
public record Cause(String call, Status outcome, String permission, Text message) implements Comparable<Cause> {

    public Cause {
        permission = outcome == Status.BARRED || outcome == Status.SIGNED_OUT ? "" : permission;
    }

    /** A field that no call was made for. */
    public static Cause notCollected(String call, String permission) {
        return new Cause(call, Status.NOT_COLLECTED, permission, Text.EMPTY);
    }

    @Override
    public int compareTo(Cause other) {
        int byCall = call.compareTo(other.call);
        int byOutcome = byCall != 0 ? byCall : outcome.compareTo(other.outcome);
        int byPermission = byOutcome != 0 ? byOutcome : permission.compareTo(other.permission);
        return byPermission != 0 ? byPermission : message.compareTo(other.message);
    }
}
