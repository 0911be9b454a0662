package io.nephoscope.aws;

import io.nephoscope.inventory.AssetType;
import java.util.List;

/** Every resource type that we declare: one line for each. */
final class AwsTypes {
    static final List<AssetType> ALL = List.of(
            Account.TYPE,
            CloudTrailTrail.TYPE,
            Ec2Instance.TYPE,
            Ec2NetworkAcl.TYPE,
            Ec2SecurityGroup.TYPE,
            Ec2Snapshot.TYPE,
            Ec2Volume.TYPE,
            Ec2Vpc.TYPE,
            IamGroup.TYPE,
            IamPolicy.TYPE,
            IamRole.TYPE,
            IamUser.TYPE,
            KmsKey.TYPE,
            LambdaFunction.TYPE,
            RdsCluster.TYPE,
            RdsClusterSnapshot.TYPE,
            RdsInstance.TYPE,
            RdsSnapshot.TYPE,
            S3Bucket.TYPE,
            SnsTopic.TYPE,
            SqsQueue.TYPE);

    private AwsTypes() {}
}
