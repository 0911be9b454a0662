package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.Optional;

/**
 * What a credential may read of a whole subscription. Resource Graph leaves out without a word what may not be read, so that only
 * this tells a subscription without disks from one whose disks are hidden.
 */
public final class Grants {
    /** The permissions that role assignments at the subscription and above give the caller. */
    public static final ArmCall LIST = ArmCall.of(
            Proof.holding("value").each("actions"),
            "Permissions_List",
            "Microsoft.Authorization/permissions/read",
            "/providers/Microsoft.Authorization/permissions",
            "2022-04-01");

    private final Outcome<DocList> granted;

    private Grants(Outcome<DocList> granted) {
        this.granted = granted;
    }

    /** Asks for them. */
    public static Grants of(Site site, String subscription) {
        return new Grants(LIST.resources(site, subscription));
    }

    /** None, where a call does not depend on them. */
    public static Grants none() {
        return new Grants(Outcome.absent());
    }

    /** Why a listing that an action grants is not proven to be whole; empty where it is. */
    Optional<Cause> gap(String call, String action) {
        if (granted instanceof Outcome.Value<DocList> known) {
            return known.value().docs().anyMatch(grant -> gives(grant, action))
                    ? Optional.empty()
                    : Optional.of(new Cause(
                            call,
                            Status.DENIED,
                            action,
                            Text.of(
                                    "not granted at the subscription: Resource Graph leaves out what may not be read",
                                    "未在该订阅上授予：Resource Graph 会略去无权读取的内容")));
        }
        Cause cause = granted.cause(LIST.operation().call(), LIST.operation().permission());
        Status status = cause.outcome().isGap() ? cause.outcome() : Status.FAILED;
        return Optional.of(new Cause(cause.call(), status, cause.permission(), cause.message()));
    }

    /** A grant under a condition proves nothing. */
    private static boolean gives(Doc grant, String action) {
        return grant.text("condition").isEmpty() && Actions.give(grant, action);
    }
}
