package io.nephoscope.jdcloud;

import static io.nephoscope.jdcloud.api.JdCall.get;
import static io.nephoscope.jdcloud.api.JdCall.post;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Proof;
import io.nephoscope.jdcloud.api.JdCall;
import io.nephoscope.jdcloud.api.Paging;
import io.nephoscope.jdcloud.api.Paging.Place;

/**
 * The catalogue: every operation that is ever sent to JD Cloud. JD Cloud has no call that lists everything, so that this is what an
 * inventory of it can hold. What hands out secrets does not stand here: {@code describeUserAccessKeys}, {@code getSubUserAccessKeys},
 * {@code describeCluster}, {@code describeWebRules}, {@code describeSubscribe} and their like.
 */
final class Calls {
    private static final Paging TOTAL = Paging.USUAL.counting("total");
    private static final Paging NUMBER_RECORDS = Paging.USUAL.counting("numberRecords");
    private static final Paging IN_REQ = new Paging(Place.REQ, "pageIndex", "pageSize", "totalCount", 100);

    // user, iam: for the account as a whole
    static final JdCall WHO_AM_I = get("user", "describeUser", "/describeUser")
            .holding("accountId|pin")
            .narrowedByNothing();
    static final JdCall SUB_USERS =
            get("iam", "describeSubUsers", "/subUsers").lists("subUsers", TOTAL).narrowedByNothing();
    static final JdCall SUB_USER_POLICIES = get("iam", "describeAttachedSubUserPolicies", "/subUser/{subUser}/policies")
            .lists("policies", Paging.NONE)
            .narrowedByNothing();
    static final JdCall VIRTUAL_MFA =
            get("iam", "describeVirtualMFA", "/virtualMFA").holding("status");
    static final JdCall POLICIES =
            get("iam", "describePolicies", "/policies").lists("policies", TOTAL).narrowedBy("queryType", "0", "2");
    static final JdCall POLICY =
            get("iam", "describePolicy", "/policy/{policyName}").holding("defaultPolicyEdition.policyDocument");

    // kms, ssl: for the account as a whole
    static final JdCall KEYS =
            get("kms", "describeKeyList", "/key").lists("keyList").narrowedByNothing();
    static final JdCall CERTIFICATES =
            get("ssl", "describeCerts", "/sslCert").lists("certListDetails").narrowedByNothing();

    // vm, disk
    static final JdCall INSTANCES = get("vm", "describeInstances", "/regions/{regionId}/instances")
            .lists("instances")
            .each("status", "primaryNetworkInterface")
            .narrowedByNothing();
    static final JdCall IMAGES = get("vm", "describeImages", "/regions/{regionId}/images")
            .lists("images")
            .narrowedBy("imageSource", "", "private")
            .narrowedBy("bootMode", "bios", "bios", "uefi");
    static final JdCall DISKS = get("disk", "describeDisks", "/regions/{regionId}/disks")
            .lists("disks")
            .narrowedByNothing();
    static final JdCall SNAPSHOTS = get("disk", "describeSnapshots", "/regions/{regionId}/snapshots")
            .lists("snapshots")
            .narrowedBy("snapshotSource", "private", "private");

    // vpc, flowlog: the paths of vpc and lb end with a slash
    static final JdCall VPCS = get("vpc", "describeVpcs", "/regions/{regionId}/vpcs/")
            .lists("vpcs")
            .narrowedByNothing();
    static final JdCall SUBNETS = get("vpc", "describeSubnets", "/regions/{regionId}/subnets/")
            .lists("subnets")
            .filteredBy("subnetType", "standard", "all");
    static final JdCall SECURITY_GROUPS = get(
                    "vpc", "describeNetworkSecurityGroups", "/regions/{regionId}/networkSecurityGroups/")
            .lists("networkSecurityGroups")
            .narrowedByNothing();
    static final JdCall NETWORK_ACLS = get("vpc", "describeNetworkAcls", "/regions/{regionId}/networkAcls/")
            .lists("networkAcls")
            .narrowedByNothing();
    static final JdCall ELASTIC_IPS = get("vpc", "describeElasticIps", "/regions/{regionId}/elasticIps/")
            .lists("elasticIps")
            .filteredBy("ipType", "standard", "all");
    static final JdCall NETWORK_INTERFACES = get(
                    "vpc", "describeNetworkInterfaces", "/regions/{regionId}/networkInterfaces/")
            .lists("networkInterfaces")
            .each("networkInterfaceId", "vpcId")
            .narrowedByNothing();
    static final JdCall FLOW_LOGS = get("flowlog", "describeFlowLogs", "/regions/{regionId}/flowLogs")
            .lists("flowLogs")
            .narrowedByNothing();

    // lb
    static final JdCall LOAD_BALANCERS = get("lb", "describeLoadBalancers", "/regions/{regionId}/loadBalancers/")
            .lists("loadBalancers")
            .filteredBy("loadBalancerType", "alb", "alb", "nlb", "dnlb");
    static final JdCall LISTENERS = get("lb", "describeListeners", "/regions/{regionId}/listeners/")
            .lists("listeners")
            .filteredBy("loadBalancerType", "alb", "alb", "nlb", "dnlb");

    // rds, redis, mongodb
    static final JdCall DATABASES = get("rds", "describeInstances", "/regions/{regionId}/instances")
            .lists("dbInstances")
            .narrowedByNothing();
    static final JdCall DATABASE = get(
                    "rds", "describeInstanceAttributes", "/regions/{regionId}/instances/{instanceId}")
            .holding("dbInstanceAttributes");
    static final JdCall DATABASE_BACKUP = get(
                    "rds", "describeBackupPolicy", "/regions/{regionId}/instances/{instanceId}:describeBackupPolicy")
            .holding("retentionPeriod");
    static final JdCall DATABASE_SSL = get("rds", "describeSSL", "/regions/{regionId}/instances/{instanceId}/ssl")
            .holding("available");
    static final JdCall DATABASE_WHITE_LIST = get(
                    "rds", "describeWhiteList", "/regions/{regionId}/instances/{instanceId}/whiteList")
            .holding("whiteLists");
    static final JdCall CACHES = get("redis", "describeCacheInstances", "/regions/{regionId}/cacheInstance")
            .lists("cacheInstances")
            .narrowedByNothing();
    static final JdCall CACHE_BACKUP = get(
                    "redis", "describeBackupPolicy", "/regions/{regionId}/cacheInstance/{cacheInstanceId}/backupPolicy")
            .holding("autoBackup");
    static final JdCall CACHE_WHITE_LIST = get(
                    "redis", "describeIpWhiteList", "/regions/{regionId}/cacheInstance/{cacheInstanceId}/ipWhiteList")
            .holding("ipWhiteList");
    static final JdCall MONGODB = get("mongodb", "describeInstances", "/regions/{regionId}/instances")
            .lists("dbInstances")
            .narrowedByNothing();
    static final JdCall MONGODB_WHITE_LIST = get(
                    "mongodb", "describeSecurityIps", "/regions/{regionId}/instances/{instanceId}/securityIps")
            .holding("securityIps");

    // kubernetes, logs, audittrail
    static final JdCall CLUSTERS = get("kubernetes", "describeClusters", "/regions/{regionId}/clusters")
            .lists("clusters")
            .narrowedByNothing();
    static final JdCall LOG_SETS = get("logs", "describeLogsets", "/regions/{regionId}/logsets")
            .lists("data", NUMBER_RECORDS)
            .narrowedByNothing();
    static final JdCall EVENTS =
            post("audittrail", "lookupEvents", "/regions/{regionId}/events").holding("totalNumber");

    // security products
    static final JdCall WAF_INSTANCES = get("waf", "getWafInstance", "/regions/{regionId}/user:getWafInstance")
            .lists("instanceIdCfg", TOTAL)
            .narrowedByNothing();
    static final JdCall WAF_DOMAINS = post(
                    "waf", "listMainCfg", "/regions/{regionId}/wafInstanceIds/{wafInstanceId}/domain:listMainCfg")
            .lists("list", IN_REQ)
            .narrowedByNothing();
    static final JdCall GUARDED_IPS = get(
                    "baseanti", "describeElasticIpResources", "/regions/{regionId}/elasticIpResources")
            .lists("dataList")
            .narrowedByNothing();
    static final JdCall HIGH_DEFENCE = get("ipanti", "describeInstances", "/regions/{regionId}/instances")
            .onlyIn("cn-north-1")
            .lists("dataList")
            .narrowedByNothing();
    static final JdCall DATABASE_AUDITS = get("dbaudit", "describeInstanceList", "/regions/{regionId}/instances")
            .lists("list")
            .narrowedByNothing();
    static final JdCall BASTIONS = get("bastion", "describeBastions", "/regions/{regionId}/bastions")
            .lists("bastions")
            .narrowedByNothing();

    // oss: the buckets of a region, and through the S3 protocol what is set for each
    static final JdCall BUCKETS = get("oss", "listBuckets", "/regions/{regionId}/buckets")
            .lists("buckets", Paging.NONE)
            .narrowedByNothing();
    static final Operation BUCKET_ACL = Operation.of("oss", "GetBucketAcl", "oss:GetBucketAcl")
            .proven(Proof.holding("Owner", "AccessControlList").in("AccessControlPolicy"));
    static final Operation BUCKET_POLICY = Operation.of("oss", "GetBucketPolicy", "oss:GetBucketPolicy")
            .absentOn("NoSuchBucketPolicy")
            .proven(Proof.holding("Statement"));
    static final Operation BUCKET_ENCRYPTION = Operation.of("oss", "GetBucketEncryption", "oss:GetBucketEncryption")
            .absentOn("ServerSideEncryptionConfigurationNotFoundError")
            .proven(Proof.holding("Rule").in("ServerSideEncryptionConfiguration"));

    private Calls() {}
}
