package io.nephoscope.cli.wire;

import static io.nephoscope.cli.wire.World.expect;
import static io.nephoscope.rules.Verdict.FAIL;
import static io.nephoscope.rules.Verdict.NOT_APPLICABLE;
import static io.nephoscope.rules.Verdict.PASS;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataEndpointState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.TrafficType;

/** Machines, disks and the walls around them. */
final class ComputeWorld implements World {
    private static final String REGION = "us-east-1";
    static final String SECRET =
            Base64.getEncoder().encodeToString(("password=" + CANARY).getBytes(StandardCharsets.UTF_8));
    private static final String EVERYBODY = "0.0.0.0/0";

    private final List<Expected> expected = new ArrayList<>();
    private final PublicSnapshots shared = new PublicSnapshots(List.of());

    @Override
    public void seed(Moto moto) {
        Ec2Client ec2 = moto.client(Ec2Client.builder(), REGION);
        firewalls(ec2);
        disks(ec2);
        String logged = vpc(ec2, "compute-logged");
        String unlogged = vpc(ec2, "compute-unlogged");
        flowLogs(ec2, logged, unlogged);
        defaultGroups(ec2, logged, unlogged);
        networkAcls(ec2, logged);
        machines(ec2, logged);
    }

    @Override
    public List<Expected> expected() {
        return List.copyOf(expected);
    }

    private void firewalls(Ec2Client ec2) {
        String everybody = ec2.createManagedPrefixList(it -> it.prefixListName("compute-everybody")
                        .addressFamily("IPv4")
                        .maxEntries(2)
                        .entries(entry -> entry.cidr("0.0.0.0/1"), entry -> entry.cidr("128.0.0.0/1")))
                .prefixList()
                .prefixListId();
        String cloudFront = ec2.describeManagedPrefixLists(it -> it.maxResults(100)).prefixLists().stream()
                .filter(list -> list.prefixListName().equals("com.amazonaws.global.cloudfront.origin-facing"))
                .findFirst()
                .orElseThrow()
                .prefixListId();
        group(ec2, "compute-inner", tcp(22, 22, "10.0.0.0/8"));
        group(ec2, "compute-web", tcp(443, 443, EVERYBODY));
        group(ec2, "compute-ssh", tcp(22, 22, EVERYBODY));
        group(
                ec2,
                "compute-ssh-range",
                it -> it.ipProtocol("tcp").fromPort(20).toPort(30).ipv6Ranges(range -> range.cidrIpv6("::/0")));
        group(ec2, "compute-ssh-list", throughList(22, everybody));
        group(ec2, "compute-rdp-list", throughList(3389, everybody));
        group(
                ec2,
                "compute-everything-list",
                it -> it.ipProtocol("-1").prefixListIds(id -> id.prefixListId(everybody)));
        group(ec2, "compute-ssh-cloudfront", throughList(22, cloudFront));
        group(
                ec2,
                "compute-rdp-udp",
                it -> it.ipProtocol("udp").fromPort(3389).toPort(3389).ipRanges(range -> range.cidrIp(EVERYBODY)));
        group(ec2, "compute-everything", it -> it.ipProtocol("-1").ipRanges(range -> range.cidrIp(EVERYBODY)));
        group(ec2, "compute-nearly-everything", tcp(1, 65_534, EVERYBODY));
        group(ec2, "compute-database", tcp(3306, 3306, EVERYBODY));
        group(ec2, "compute-database-inner", tcp(3306, 3306, "10.0.0.0/8"));
        for (String bad : List.of("compute-nearly-everything", "compute-database", "compute-everything")) {
            expected.add(expect("firewall-restricts-sensitive-ports", bad, FAIL));
        }
        for (String good : List.of("compute-web", "compute-ssh", "compute-database-inner")) {
            expected.add(expect("firewall-restricts-sensitive-ports", good, PASS));
        }
        expected.add(expect("firewall-restricts-all-ports", "compute-nearly-everything", FAIL));
        for (String bad : List.of(
                "compute-ssh",
                "compute-ssh-range",
                "compute-ssh-list",
                "compute-everything",
                "compute-everything-list")) {
            expected.add(expect("firewall-restricts-ssh", bad, FAIL));
        }
        for (String good : List.of("compute-inner", "compute-web", "compute-ssh-cloudfront", "compute-rdp-udp")) {
            expected.add(expect("firewall-restricts-ssh", good, PASS));
        }
        expected.add(expect("firewall-restricts-rdp", "compute-rdp-udp", FAIL));
        expected.add(expect("firewall-restricts-rdp", "compute-rdp-list", FAIL));
        expected.add(expect("firewall-restricts-rdp", "compute-everything", FAIL));
        expected.add(expect("firewall-restricts-rdp", "compute-ssh-range", PASS));
        expected.add(expect("firewall-restricts-all-ports", "compute-everything", FAIL));
        expected.add(expect("firewall-restricts-all-ports", "compute-everything-list", FAIL));
        expected.add(expect("firewall-restricts-all-ports", "compute-ssh", PASS));
        expected.add(expect("aws-ec2-default-security-group-closed", "compute-ssh", NOT_APPLICABLE));
    }

    private static Consumer<IpPermission.Builder> tcp(int from, int to, String cidr) {
        return it -> it.ipProtocol("tcp").fromPort(from).toPort(to).ipRanges(range -> range.cidrIp(cidr));
    }

    private static Consumer<IpPermission.Builder> throughList(int port, String list) {
        return it -> it.ipProtocol("tcp").fromPort(port).toPort(port).prefixListIds(id -> id.prefixListId(list));
    }

    private static void group(Ec2Client ec2, String name, Consumer<IpPermission.Builder> permission) {
        String id = ec2.createSecurityGroup(it -> it.groupName(name).description("Group " + name))
                .groupId();
        ec2.authorizeSecurityGroupIngress(it -> it.groupId(id).ipPermissions(permission));
    }

    @Override
    public void correct(FaultProxy proxy) {
        shared.correct(proxy);
    }

    private void disks(Ec2Client ec2) {
        String sealed = disk(ec2, "compute-disk-encrypted", true);
        String plain = disk(ec2, "compute-disk-plain", false);
        expected.add(expect("disk-encrypted", "compute-disk-encrypted", PASS));
        expected.add(expect("disk-encrypted", "compute-disk-plain", FAIL));
        snapshot(ec2, sealed, "compute-snapshot-own");
        String shared = snapshot(ec2, plain, "compute-snapshot-shared");
        ec2.modifySnapshotAttribute(it -> it.snapshotId(shared)
                .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                .operationType(OperationType.ADD)
                .groupNames("all"));
        this.shared.add(shared);
        expected.add(expect("disk-snapshot-not-public", "compute-snapshot-own", PASS));
        expected.add(expect("disk-snapshot-not-public", "compute-snapshot-shared", FAIL));
    }

    private static String disk(Ec2Client ec2, String name, boolean encrypted) {
        return ec2.createVolume(it -> it.availabilityZone(REGION + "a")
                        .size(8)
                        .encrypted(encrypted)
                        .tagSpecifications(named(ResourceType.VOLUME, name)))
                .volumeId();
    }

    private static String snapshot(Ec2Client ec2, String volume, String name) {
        return ec2.createSnapshot(it -> it.volumeId(volume).tagSpecifications(named(ResourceType.SNAPSHOT, name)))
                .snapshotId();
    }

    private static String vpc(Ec2Client ec2, String name) {
        return ec2.createVpc(it -> it.cidrBlock("10.20.0.0/16")
                        .amazonProvidedIpv6CidrBlock(true)
                        .tagSpecifications(named(ResourceType.VPC, name)))
                .vpc()
                .vpcId();
    }

    private void flowLogs(Ec2Client ec2, String logged, String unlogged) {
        flowLog(ec2, logged, TrafficType.REJECT);
        flowLog(ec2, unlogged, TrafficType.ACCEPT);
        expected.add(expect("aws-vpc-flow-logs-enabled", "compute-logged", PASS));
        expected.add(expect("aws-vpc-flow-logs-enabled", "compute-unlogged", FAIL));
    }

    private static void flowLog(Ec2Client ec2, String vpc, TrafficType traffic) {
        ec2.createFlowLogs(it -> it.resourceIds(vpc)
                .resourceType(FlowLogsResourceType.VPC)
                .trafficType(traffic)
                .logGroupName("compute-flows")
                .deliverLogsPermissionArn("arn:aws:iam::" + Moto.FIRST_ACCOUNT + ":role/compute-flows"));
    }

    private void defaultGroups(Ec2Client ec2, String closed, String open) {
        SecurityGroup emptied = defaultGroup(ec2, closed);
        ec2.revokeSecurityGroupEgress(it -> it.groupId(emptied.groupId()).ipPermissions(emptied.ipPermissionsEgress()));
        if (!emptied.ipPermissions().isEmpty()) {
            ec2.revokeSecurityGroupIngress(it -> it.groupId(emptied.groupId()).ipPermissions(emptied.ipPermissions()));
        }
        expected.add(expect("aws-ec2-default-security-group-closed", emptied.groupId(), PASS));
        expected.add(expect(
                "aws-ec2-default-security-group-closed", defaultGroup(ec2, open).groupId(), FAIL));
    }

    private static SecurityGroup defaultGroup(Ec2Client ec2, String vpc) {
        return ec2.describeSecurityGroups(it -> it.filters(
                        filter -> filter.name("vpc-id").values(vpc),
                        filter -> filter.name("group-name").values("default")))
                .securityGroups()
                .get(0);
    }

    private void networkAcls(Ec2Client ec2, String vpc) {
        String open = networkAcl(ec2, vpc, "compute-acl-open");
        entry(ec2, open, 100, RuleAction.ALLOW, it -> it.cidrBlock(EVERYBODY));
        entry(ec2, open, 110, RuleAction.DENY, it -> it.cidrBlock(EVERYBODY));
        String ipv6 = networkAcl(ec2, vpc, "compute-acl-ipv6");
        entry(ec2, ipv6, 90, RuleAction.DENY, it -> it.cidrBlock(EVERYBODY));
        entry(ec2, ipv6, 100, RuleAction.ALLOW, it -> it.ipv6CidrBlock("::/0"));
        String closed = networkAcl(ec2, vpc, "compute-acl-closed");
        entry(ec2, closed, 90, RuleAction.DENY, it -> it.cidrBlock(EVERYBODY));
        entry(ec2, closed, 100, RuleAction.ALLOW, it -> it.cidrBlock(EVERYBODY));
        expected.add(expect("aws-ec2-network-acl-restricts-admin-ports", "compute-acl-open", FAIL));
        expected.add(expect("aws-ec2-network-acl-restricts-admin-ports", "compute-acl-ipv6", FAIL));
        expected.add(expect("aws-ec2-network-acl-restricts-admin-ports", "compute-acl-closed", PASS));
    }

    private static String networkAcl(Ec2Client ec2, String vpc, String name) {
        return ec2.createNetworkAcl(it -> it.vpcId(vpc).tagSpecifications(named(ResourceType.NETWORK_ACL, name)))
                .networkAcl()
                .networkAclId();
    }

    private static void entry(
            Ec2Client ec2,
            String acl,
            int number,
            RuleAction action,
            Consumer<CreateNetworkAclEntryRequest.Builder> source) {
        ec2.createNetworkAclEntry(it -> source.accept(it.networkAclId(acl)
                .ruleNumber(number)
                .ruleAction(action)
                .protocol("6")
                .egress(false)
                .portRange(ports -> ports.from(22).to(22))));
    }

    private void machines(Ec2Client ec2, String vpc) {
        Subnet subnet =
                ec2.createSubnet(it -> it.vpcId(vpc).cidrBlock("10.20.1.0/24")).subnet();
        machine(ec2, subnet, "compute-inside", false, it -> it.httpTokens("required"));
        machine(ec2, subnet, "compute-outside", true, it -> it.httpTokens("optional"));
        machine(
                ec2,
                subnet,
                "compute-no-metadata",
                false,
                it -> it.httpEndpoint(InstanceMetadataEndpointState.DISABLED));
        String gone = machine(ec2, subnet, "compute-gone", true, it -> it.httpTokens("optional"));
        ec2.terminateInstances(it -> it.instanceIds(gone));
        expected.add(expect("vm-has-no-public-address", "compute-inside", PASS));
        expected.add(expect("vm-has-no-public-address", "compute-outside", FAIL));
        expected.add(expect("vm-has-no-public-address", "compute-gone", NOT_APPLICABLE));
        expected.add(expect("aws-ec2-instance-requires-imdsv2", "compute-inside", PASS));
        expected.add(expect("aws-ec2-instance-requires-imdsv2", "compute-no-metadata", PASS));
        expected.add(expect("aws-ec2-instance-requires-imdsv2", "compute-outside", FAIL));
        expected.add(expect("aws-ec2-instance-requires-imdsv2", "compute-gone", NOT_APPLICABLE));
    }

    private static String machine(
            Ec2Client ec2,
            Subnet subnet,
            String name,
            boolean address,
            Consumer<InstanceMetadataOptionsRequest.Builder> metadata) {
        return ec2.runInstances(it -> it.imageId("ami-12c6146b")
                        .minCount(1)
                        .maxCount(1)
                        .metadataOptions(metadata)
                        .userData(SECRET)
                        .networkInterfaces(card ->
                                card.deviceIndex(0).subnetId(subnet.subnetId()).associatePublicIpAddress(address))
                        .tagSpecifications(named(ResourceType.INSTANCE, name)))
                .instances()
                .get(0)
                .instanceId();
    }

    private static TagSpecification named(ResourceType type, String name) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(tag -> tag.key("Name").value(name))
                .build();
    }
}
