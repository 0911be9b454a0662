package io.nephoscope.jdcloud;

import io.nephoscope.inventory.AssetType;
import java.util.List;

/** Every resource type of JD Cloud. */
final class JdCloudTypes {
    static final List<AssetType> ALL = List.of(
            Account.TYPE,
            BaseantiIp.TYPE,
            Bastion.TYPE,
            DbauditInstance.TYPE,
            DiskDisk.TYPE,
            DiskSnapshot.TYPE,
            IamPolicy.TYPE,
            IamSubUser.TYPE,
            IpantiInstance.TYPE,
            KmsKey.TYPE,
            KubernetesCluster.TYPE,
            LbLoadBalancer.TYPE,
            LogsLogset.TYPE,
            MongodbInstance.TYPE,
            OssBucket.TYPE,
            RdsInstance.TYPE,
            RedisInstance.TYPE,
            SslCertificate.TYPE,
            VmImage.TYPE,
            VmInstance.TYPE,
            VpcElasticIp.TYPE,
            VpcNetworkAcl.TYPE,
            VpcSecurityGroup.TYPE,
            VpcSubnet.TYPE,
            VpcVpc.TYPE,
            WafDomain.TYPE,
            WafInstance.TYPE);

    private JdCloudTypes() {}
}
