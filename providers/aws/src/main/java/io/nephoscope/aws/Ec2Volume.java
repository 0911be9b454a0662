package io.nephoscope.aws;

import static io.nephoscope.aws.Services.EC2;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Volumes of EBS. */
final class Ec2Volume {
    private static final Set<String> GONE = Set.of("deleting", "deleted");

    private static final AwsCall<Ec2Client, Page, DescribeVolumesResponse> LIST = EC2.list(
            "DescribeVolumes",
            holding("Volumes").each("VolumeId", "State", "Encrypted"),
            Defaults.NARROW_NOTHING,
            (ec2, page) -> ec2.describeVolumes(list -> list.maxResults(500).nextToken(page.token())));

    static final AssetType TYPE = AssetType.named("aws.ec2.volume", "EBS volume", Kinds.DISK)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.ec2.volume", Volume::builder),
                    DescribeVolumesResponse::volumes,
                    DescribeVolumesResponse::nextToken))
            .nativeId("VolumeId")
            .name(Tags.name(Tags.TAGS), Tags.TAGS)
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .facet(
                    "encrypted",
                    volume -> Gone.or(volume.get("State"), GONE, () -> volume.get("Encrypted")),
                    "State",
                    "Encrypted")
            .relation(Linked.by("instances", "aws.ec2.instance", "Attachments", "InstanceId"))
            .build();

    private Ec2Volume() {}
}
