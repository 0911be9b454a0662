package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;

import io.nephoscope.expression.Library;
import io.nephoscope.expression.Library.Arguments;
import io.nephoscope.expression.Library.Body;
import io.nephoscope.expression.Library.Function;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.Schema;
import java.util.Collections;
import java.util.List;

/** What files of types may ask beside what expressions can say: pure functions of attributes. */
final class JdFunctions {
    static final Library ALL = Library.of(List.of(
            function("admitsInternet", 1, BOOL, it -> WhiteList.admitsInternet(it.get(0))),
            function(
                    "groupIngress",
                    1,
                    DYN,
                    it -> FirewallRules.internetIngress(it.get(0), "vpc:describeNetworkSecurityGroups")),
            function("aclIngress", 1, DYN, it -> FirewallRules.internetIngress(it.get(0), "vpc:describeNetworkAcls")),
            function(
                    "publicAddresses",
                    3,
                    listOf(STRING),
                    it -> MachineAddresses.publicOnes(it.get(0), it.get(1), it.get(2))),
            function(
                    "addresses",
                    4,
                    listOf(STRING),
                    it -> MachineAddresses.all(it.get(0), it.get(1), it.get(2), it.get(3))),
            function("flowLogged", 2, BOOL, it -> FlowLogs.ofNetwork(it.get(0), () -> it.get(1))),
            function(
                    "grantsAdmin",
                    2,
                    BOOL,
                    it -> PolicyGrants.grantsAdmin(it.get(0), it.get(1)).toField()),
            function("bucketPublic", 3, BOOL, it -> access(it).isPublic()),
            function("bucketPublicBy", 3, listOf(STRING), it -> access(it).ways()),
            function(
                    "insecureTransportDenied",
                    2,
                    BOOL,
                    it -> BucketPolicy.deniesInsecureTransport(it.get(1), String.valueOf(it.get(0)))
                            .toField())));

    private JdFunctions() {}

    private static Function function(String name, int arguments, Schema gives, Body body) {
        return new Function(name, Collections.nCopies(arguments, DYN), gives, body);
    }

    /** @param bucket its name, its policy and its access control list */
    private static PublicAccess access(Arguments bucket) {
        return BucketPolicy.publicAccess(bucket.get(1), String.valueOf(bucket.get(0)))
                .and(BucketPolicy.grants(bucket.get(2)));
    }
}
