package io.nephoscope.aws;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;

import io.nephoscope.aws.identity.AdminGrant;
import io.nephoscope.aws.identity.TrailCoverage;
import io.nephoscope.aws.network.MachineAddresses;
import io.nephoscope.aws.network.NetworkAclIngress;
import io.nephoscope.aws.network.SecurityGroupIngress;
import io.nephoscope.aws.policy.InsecureTransport;
import io.nephoscope.aws.policy.PublicGrants;
import io.nephoscope.expression.Library;
import io.nephoscope.expression.Library.Arguments;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.network.UrlHost;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** What the files of AWS's types say of attributes that no expression says well: pure functions, unknown in and unknown out. */
final class AwsFunctions {
    /** What {@link BucketFacets} and {@link AccessPointFacets} read, in the order of the arguments. */
    private static final List<String> BUCKET = List.of(
            "Name",
            BucketFacets.OWNER,
            "Acl",
            BucketFacets.OWNERSHIP,
            "Policy",
            BucketFacets.BLOCK,
            BucketFacets.ACCOUNT_BLOCK,
            AccessPoints.ONE_REGION,
            AccessPoints.MANY_REGIONS,
            AccessPoints.OF_OTHERS);

    private static final List<String> FUNCTION = List.of(
            FunctionAccess.ARN,
            FunctionPolicies.OWN,
            FunctionPolicies.OF_ALIASES,
            FunctionPolicies.OF_VERSIONS,
            FunctionPolicies.URLS);

    private static final List<String> TRAIL =
            List.of("IsMultiRegionTrail", "TrailStatus", "EventSelectors", "AdvancedEventSelectors");

    static final Library ALL = Library.of(List.of(
            function("policyPublic", 2, BOOL, in -> policy(in).isPublic()),
            function("policyPublicBy", 2, listOf(STRING), in -> policy(in).ways()),
            function(
                    "bucketPublic",
                    BUCKET,
                    BOOL,
                    it -> BucketFacets.publicAccess(it).isPublic()),
            function(
                    "bucketPublicBy",
                    BUCKET,
                    listOf(STRING),
                    it -> BucketFacets.publicAccess(it).ways()),
            function(
                    "blockInForce",
                    List.of(BucketFacets.ACCOUNT_BLOCK, BucketFacets.BLOCK),
                    DYN,
                    BucketFacets::publicAccessBlock),
            function(
                    "insecureTransportDenied",
                    2,
                    BOOL,
                    in -> InsecureTransport.isDenied(in.get(1), String.valueOf(in.get(0)))
                            .toField()),
            function(
                    "functionPublic",
                    FUNCTION,
                    BOOL,
                    it -> FunctionAccess.of(it).isPublic()),
            function(
                    "functionPublicBy",
                    FUNCTION,
                    listOf(STRING),
                    it -> FunctionAccess.of(it).ways()),
            function(
                    "publicAddresses",
                    3,
                    listOf(STRING),
                    in -> MachineAddresses.publicOnes(in.get(0), in.get(1), in.get(2))),
            function(
                    "addresses",
                    4,
                    listOf(STRING),
                    in -> MachineAddresses.all(in.get(0), in.get(1), in.get(2), in.get(3))),
            function("host", 1, STRING, in -> in.get(0) instanceof String url ? UrlHost.of(url) : in.get(0)),
            function("groupIngress", 2, DYN, in -> SecurityGroupIngress.of(in.get(0), in.get(1))),
            function("aclIngress", 1, DYN, in -> NetworkAclIngress.of(in.get(0))),
            function(
                    "grantsAdmin",
                    2,
                    BOOL,
                    in -> AdminGrant.of(in.get(1), String.valueOf(in.get(0))).toField()),
            function("trailComplete", TRAIL, BOOL, TrailCoverage::complete),
            function("trailGaps", TRAIL, listOf(STRING), TrailCoverage::gaps),
            function("restorableByAll", 1, BOOL, in -> RdsSharing.isWithAll(in.get(0))),
            function("afterLast", 2, STRING, in -> afterLast(in.get(0), in.get(1)))));

    private AwsFunctions() {}

    private static Library.Function function(String name, int arguments, Schema gives, Library.Body body) {
        return new Library.Function(name, Collections.nCopies(arguments, DYN), gives, body);
    }

    /** One that reads its arguments by the names of the attributes that they are. */
    private static Library.Function function(
            String name, List<String> attributes, Schema gives, Function<Attributes, Object> body) {
        return function(
                name, attributes.size(), gives, in -> body.apply(attribute -> in.get(attributes.indexOf(attribute))));
    }

    private static PublicAccess policy(Arguments in) {
        return PublicGrants.of(in.get(0), in.get(1));
    }

    /** What stands behind the last separator, or all of a text without one. */
    private static Object afterLast(Object text, Object separator) {
        return text instanceof String written && separator instanceof String mark
                ? written.substring(written.lastIndexOf(mark) + mark.length() * (written.contains(mark) ? 1 : 0))
                : text;
    }
}
