package io.nephoscope.aws;

import static io.nephoscope.aws.Services.EC2;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.network.NetworkAclIngress;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;

/** Network ACLs of VPCs. */
final class Ec2NetworkAcl {
    private static final AwsCall<Ec2Client, Page, DescribeNetworkAclsResponse> LIST = EC2.list(
            "DescribeNetworkAcls",
            holding("NetworkAcls").each("NetworkAclId", "Entries"),
            Defaults.NARROW_NOTHING,
            (ec2, page) ->
                    ec2.describeNetworkAcls(list -> list.maxResults(1_000).nextToken(page.token())));

    static final AssetType TYPE = AssetType.named("aws.ec2.network_acl", "Network ACL", Kinds.NETWORK_ACL)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.ec2.network_acl", NetworkAcl::builder),
                    DescribeNetworkAclsResponse::networkAcls,
                    DescribeNetworkAclsResponse::nextToken))
            .nativeId("NetworkAclId")
            .name(Tags.name(Tags.TAGS), Tags.TAGS)
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .door("inbound rules", "Entries")
            .facet("internetIngress", acl -> NetworkAclIngress.of(acl.get("Entries")), "Entries")
            .relation("vpc", "aws.ec2.vpc", "VpcId")
            .build();

    private Ec2NetworkAcl() {}
}
