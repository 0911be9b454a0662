package io.nephoscope.aws;

import io.nephoscope.aws.Requests.Known;
import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom the access points of a bucket let in. What an access point's policy grants takes effect only where the bucket's policy grants it
 * too, usually to whatever comes by access points of an account.
 */
final class AccessPointFacets {
    private static final String ACCOUNT_KEY = "s3:dataaccesspointaccount";
    private static final String ARN_KEY = "s3:dataaccesspointarn";
    private static final String ORIGIN_KEY = "s3:accesspointnetworkorigin";
    private static final int ACCOUNT_IN_ARN = 4;

    private AccessPointFacets() {}

    /**
     * The ways that lead through access points, where the bucket's policy does not let in everybody anyway, and may let in those who come
     * so: of other buckets nobody need know which access points they have. Whether the bucket or its account restricts them is left
     * aside.
     */
    static PublicAccess publicAccess(Attributes bucket) {
        Object direct = PublicGrants.ofMany(bucket.get("Policy"), BucketFacets.arns(bucket))
                .isPublic();
        if (direct.equals(true)
                || admits(bucket, some(Known.ANYTHING, Known.ANYTHING)).isFalse()) {
            return PublicAccess.NONE;
        }
        PublicAccess own = through(bucket, AccessPoints.ONE_REGION).and(through(bucket, AccessPoints.MANY_REGIONS));
        return direct.equals(false) ? own.and(throughThoseOfOthers(bucket)) : own;
    }

    private static PublicAccess through(Attributes bucket, String attribute) {
        Object points = bucket.get(attribute);
        if (points instanceof Unknown unread) {
            return PublicAccess.unread(unread)
                    .unless(admits(bucket, some(Known.ANYTHING, Known.ANYTHING)).not());
        }
        return points instanceof DocList known
                ? known.docs().map(point -> through(bucket, point)).reduce(PublicAccess.NONE, PublicAccess::and)
                : PublicAccess.NONE;
    }

    private static PublicAccess through(Attributes bucket, Doc point) {
        String arn = point.text(AccessPoints.ARN);
        Requests requests = some(Known.of(accountOf(arn)), Known.of(arn));
        return PublicGrants.ofMany(requests.seeing(point.get(AccessPoints.POLICY)), List.of(arn, arn + "/object/*"))
                .through("access point " + point.text(AccessPoints.NAME))
                .unless(BucketFacets.isOn(point.get(AccessPoints.BLOCK), "RestrictPublicBuckets"))
                .unless(admits(bucket, requests).not());
    }

    /** Only where the bucket lets in what comes by an access point of another account is there anything that nobody can look up. */
    private static PublicAccess throughThoseOfOthers(Attributes bucket) {
        if (!(bucket.get(AccessPoints.OF_OTHERS) instanceof Unknown untold)) {
            return through(bucket, AccessPoints.OF_OTHERS);
        }
        String own = String.valueOf(bucket.get(BucketFacets.OWNER));
        Requests foreign = some(
                wanted -> wanted.text().equals(own) ? Optional.of(false) : Optional.empty(),
                wanted -> accountOf(wanted.text()).equals(own) ? Optional.of(false) : Optional.empty());
        return PublicAccess.unread(untold).unless(admits(bucket, foreign).not());
    }

    /** Whether the bucket's policy lets in anyone who comes so. */
    private static Tri admits(Attributes bucket, Requests requests) {
        return Tri.ask(
                PublicGrants.ofMany(requests.seeing(bucket.get("Policy")), BucketFacets.arns(bucket))
                        .isPublic(),
                Tri::isTrue);
    }

    private static Requests some(Known account, Known arn) {
        return new Requests(
                action -> true, Map.of(ACCOUNT_KEY, account, ARN_KEY, arn, ORIGIN_KEY, Known.of("Internet")));
    }

    private static String accountOf(String arn) {
        String[] parts = arn.split(":", -1);
        return parts.length > ACCOUNT_IN_ARN ? parts[ACCOUNT_IN_ARN] : "";
    }
}
