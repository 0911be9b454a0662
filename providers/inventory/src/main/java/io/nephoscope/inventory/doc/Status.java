package io.nephoscope.inventory.doc;

import java.util.Arrays;
import java.util.Locale;

/** How a call ended, as it is written to ledgers and to unknown fields. */
public enum Status {
    /** The provider answered with a value. */
    VALUE,
    /** The provider said that there is none. */
    ABSENT,
    /** The provider refused: a permission is missing. */
    DENIED,
    /** The provider refused, and not for want of a permission of the caller: a policy above it, or one of what was asked about. */
    BARRED,
    /** The provider does not take the credentials: they expired, are wrong, or their signature is not of this time. */
    SIGNED_OUT,
    /** The provider asked us to slow down until we gave up. */
    THROTTLED,
    /** No usable answer: network, time-out, server error, or a body that could not be read. */
    FAILED,
    /** Not sent: the scan's budget of calls or of time was spent. */
    OVER_BUDGET,
    /** The service is not enabled for this account, or does not exist in this region: a fact, not a gap. */
    UNSUPPORTED,
    /** Nobody asked: the call was not part of the plan, or the source has no such field. */
    NOT_COLLECTED,
    /** What a relation leads to is in no account, region or part that was looked at. */
    OUTSIDE,
    /** The call was answered, and its answer leaves out the field. */
    NOT_SAID,
    /** Nobody can ask: the provider has no API for it, or only one that hands out secrets. */
    NO_API;

    /** The name on disk and in reports, for example {@code not_collected}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a {@link #label()} back.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Status of(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + label + "\" is no outcome of a call"));
    }

    /** Whether a call that ended like this leaves a gap in what was seen, and that another scan may fill. */
    public boolean isGap() {
        return switch (this) {
            case DENIED, BARRED, SIGNED_OUT, THROTTLED, FAILED, OVER_BUDGET -> true;
            case VALUE, ABSENT, UNSUPPORTED, NOT_COLLECTED, OUTSIDE, NOT_SAID, NO_API -> false;
        };
    }
}
