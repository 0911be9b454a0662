package io.nephoscope.aws;

import static io.nephoscope.aws.Services.EC2;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.network.PublicAddresses;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsDetail;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;

/** Instances of EC2. Their user data often holds secrets and is never asked for. */
final class Ec2Instance {
    private static final Set<String> GONE = Set.of("shutting-down", "terminated");

    private static final AwsCall<Ec2Client, Page, DescribeInstancesResponse> LIST = EC2.list(
            "DescribeInstances",
            holding("Reservations").each("InstanceId", "State"),
            Defaults.NARROW_NOTHING,
            (ec2, page) -> ec2.describeInstances(list -> list.maxResults(1_000).nextToken(page.token())));

    static final AssetType TYPE = AssetType.named("aws.ec2.instance", "EC2 instance", Kinds.VM)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.ec2.instance", Instance::builder),
                    Ec2Instance::instances,
                    DescribeInstancesResponse::nextToken))
            .nativeId("InstanceId")
            .name(Tags.name(Tags.TAGS), Tags.TAGS)
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .door("public IPv4 address", "PublicIpAddress")
            .door("IPv6 address", "Ipv6Address")
            .door("addresses of its network interfaces", "NetworkInterfaces")
            .facet(
                    "publicAddresses",
                    instance -> Gone.or(
                            state(instance.get("State")),
                            GONE,
                            () -> PublicAddresses.of(
                                    instance.get("PublicIpAddress"),
                                    instance.get("Ipv6Address"),
                                    instance.get("NetworkInterfaces"))),
                    "State",
                    "PublicIpAddress",
                    "Ipv6Address",
                    "NetworkInterfaces")
            .facet(
                    "running",
                    instance -> Tri.ask(instance.get("State"), it -> Tri.of(AwsDetail.is(it, "Name", "running")))
                            .toField(),
                    "State")
            .relation(Linked.by("securityGroups", "aws.ec2.security_group", "SecurityGroups", "GroupId"))
            .relation("vpc", "aws.ec2.vpc", "VpcId")
            .build();

    private Ec2Instance() {}

    private static List<Instance> instances(DescribeInstancesResponse page) {
        return page.reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .toList();
    }

    private static Object state(Object state) {
        return state instanceof Doc doc ? doc.get("Name") : state;
    }
}
