package io.nephoscope.cli.wire;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.CreateAccessPointRequest;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** Buckets that leave it to access points who may read. */
final class AccessPointWorld {
    private static final String EU = "eu-west-1";

    private AccessPointWorld() {}

    /** Buckets that leave who may read to access points, and hold the logs of trails. */
    static void seed(Moto moto) {
        S3Client s3 = moto.client(S3Client.builder(), EU);
        CloudTrailClient trails = moto.client(CloudTrailClient.builder(), EU);
        for (String name : List.of("storage-left", "storage-left-shut", "storage-left-inside", "storage-many")) {
            left(s3, name, Moto.FIRST_ACCOUNT);
            trails.createTrail(it -> it.name(name).s3BucketName(name));
        }
        left(s3, "storage-left-to-others", Moto.SECOND_ACCOUNT);
        S3ControlClient control =
                moto.client(S3ControlClient.builder().endpointProvider(asked -> IdentityWorld.endpoint(moto)), EU);
        accessPoint(control, "storage-left", it -> it.publicAccessBlockConfiguration(AccessPointWorld::nothing));
        accessPoint(
                control,
                "storage-left-shut",
                it -> it.publicAccessBlockConfiguration(block -> nothing(block).restrictPublicBuckets(true)));
        accessPoint(
                control,
                "storage-left-inside",
                it -> it.publicAccessBlockConfiguration(AccessPointWorld::nothing)
                        .vpcConfiguration(vpc -> vpc.vpcId("vpc-1")));
        control.createMultiRegionAccessPoint(it -> it.accountId(Moto.FIRST_ACCOUNT)
                .clientToken("storage-many")
                .details(details -> details.name("storage-many")
                        .publicAccessBlock(AccessPointWorld::nothing)
                        .regions(region -> region.bucket("storage-many"))));
        String alias = control.getMultiRegionAccessPoint(
                        it -> it.accountId(Moto.FIRST_ACCOUNT).name("storage-many"))
                .accessPoint()
                .alias();
        control.putMultiRegionAccessPointPolicy(it -> it.accountId(Moto.FIRST_ACCOUNT)
                .clientToken("storage-many-policy")
                .details(details -> details.name("storage-many")
                        .policy(StorageWorld.anyone(
                                "s3:GetObject",
                                "arn:aws:s3::" + Moto.FIRST_ACCOUNT + ":accesspoint/" + alias + "/object/*",
                                ""))));
    }

    /** A bucket that lets in whoever comes by an access point of the account. */
    private static void left(S3Client s3, String bucket, String account) {
        s3.createBucket(it -> it.bucket(bucket).createBucketConfiguration(c -> c.locationConstraint(EU)));
        s3.putBucketPolicy(it -> it.bucket(bucket)
                .policy(StorageWorld.anyone(
                        "s3:*",
                        "arn:aws:s3:::" + bucket + "/*",
                        ",\"Condition\":{\"StringEquals\":{\"s3:DataAccessPointAccount\":\"" + account + "\"}}")));
    }

    private static void accessPoint(
            S3ControlClient control, String bucket, Consumer<CreateAccessPointRequest.Builder> more) {
        control.createAccessPoint(it -> more.accept(
                it.accountId(Moto.FIRST_ACCOUNT).name(bucket + "-point").bucket(bucket)));
        control.putAccessPointPolicy(it -> it.accountId(Moto.FIRST_ACCOUNT)
                .name(bucket + "-point")
                .policy(StorageWorld.anyone(
                        "s3:GetObject",
                        "arn:aws:s3:" + EU + ":" + Moto.FIRST_ACCOUNT + ":accesspoint/" + bucket + "-point/object/*",
                        "")));
    }

    /** An access point is made with all four settings on, unless it says otherwise. */
    private static PublicAccessBlockConfiguration.Builder nothing(PublicAccessBlockConfiguration.Builder block) {
        return block.blockPublicAcls(false)
                .ignorePublicAcls(false)
                .blockPublicPolicy(false)
                .restrictPublicBuckets(false);
    }
}
