package io.nephoscope.aws;

import static io.nephoscope.aws.Fields.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ec2FacetsTest {
    private static final AssetType INSTANCE = Declared.type("aws.ec2.instance");
    private static final AssetType SNAPSHOT = Declared.type("aws.ec2.snapshot");
    private static final AssetType VOLUME = Declared.type("aws.ec2.volume");
    private static final AssetType VPC = Declared.type("aws.ec2.vpc");
    private static final Unknown DENIED =
            Unknown.because(new Cause("ec2:Any", Status.DENIED, "ec2:Any", Text.quoted("UnauthorizedOperation: no")));

    @Test
    void anInstanceWithoutPublicAddressesHasNone() {
        Doc card = Doc.of(
                "PrivateIpAddresses",
                DocList.of(Doc.of("PrivateIpAddress", "10.0.0.4")),
                "Ipv6Addresses",
                DocList.of(Doc.of("Ipv6Address", "fd00:ec2::4")));
        assertThat(addresses(instance("running").with("NetworkInterfaces", DocList.of(card))))
                .isEqualTo(DocList.empty());
    }

    @Test
    void everyPublicAddressOfEveryInterfaceCountsOnce() {
        Doc first = Doc.of(
                "Association",
                Doc.of("PublicIp", "203.0.113.7"),
                "PrivateIpAddresses",
                DocList.of(Doc.of("Association", Doc.of("PublicIp", "203.0.113.7"))));
        Doc second = Doc.of(
                "PrivateIpAddresses",
                DocList.of(
                        Doc.of("PrivateIpAddress", "10.0.0.5"),
                        Doc.of("Association", Doc.of("PublicIp", "203.0.113.8"))),
                "Ipv6Addresses",
                DocList.of(Doc.of("Ipv6Address", "2600:1f18::5"), Doc.of("Ipv6Address", "fe80::1")),
                "Ipv6Prefixes",
                DocList.of(Doc.of("Ipv6Prefix", "2600:1f18:0:1::/80")));
        Doc instance = instance("running")
                .with("PublicIpAddress", "203.0.113.7")
                .with("Ipv6Address", "2600:1f18::5")
                .with("NetworkInterfaces", DocList.of(first, second));
        assertThat(addresses(instance))
                .isEqualTo(DocList.of("203.0.113.7", "2600:1f18::5", "203.0.113.8", "2600:1f18:0:1::/80"));
    }

    @Test
    void itsAddressesAreThoseOfItsNetworksAndThePublicOnes() {
        Doc card = Doc.of(
                "PrivateIpAddresses",
                DocList.of(
                        Doc.of("PrivateIpAddress", "10.0.0.4"),
                        Doc.of("PrivateIpAddress", "10.0.0.5", "Association", Doc.of("PublicIp", "203.0.113.8"))),
                "Ipv6Addresses",
                DocList.of(Doc.of("Ipv6Address", "fd00:ec2::4")));
        Doc instance = instance("running")
                .with("PrivateIpAddress", "10.0.0.4")
                .with("PublicIpAddress", "203.0.113.8")
                .with("NetworkInterfaces", DocList.of(card));
        assertThat(facet(INSTANCE, "addresses", instance))
                .isEqualTo(DocList.of("10.0.0.4", "10.0.0.5", "fd00:ec2::4", "203.0.113.8"));
        assertThat(facet(INSTANCE, "addresses", instance.with("NetworkInterfaces", DENIED)))
                .isEqualTo(DENIED);
    }

    /** API reference of EC2, Volume: an attached volume is in-use. */
    @Test
    void aVolumeIsAttachedWhileItIsInUse() {
        assertThat(facet(VOLUME, "attached", Doc.of("State", "in-use"))).isEqualTo(true);
        assertThat(facet(VOLUME, "attached", Doc.of("State", "available"))).isEqualTo(false);
        assertThat(facet(VOLUME, "attached", Doc.of("State", "deleting"))).isEqualTo(Absent.ABSENT);
    }

    /** API reference of EC2, VpcCidrBlockState: a block that was taken away is disassociated. */
    @Test
    void theRangesOfANetworkAreTheBlocksThatItHasNow() {
        Doc network = Doc.of(
                "CidrBlockAssociationSet",
                DocList.of(
                        Doc.of("CidrBlock", "10.0.0.0/16", "CidrBlockState", Doc.of("State", "associated")),
                        Doc.of("CidrBlock", "10.9.0.0/16", "CidrBlockState", Doc.of("State", "disassociated"))));
        assertThat(facet(VPC, "ranges", network)).isEqualTo(DocList.of("10.0.0.0/16"));
        Doc both = network.with(
                "Ipv6CidrBlockAssociationSet",
                DocList.of(Doc.of(
                        "Ipv6CidrBlock", "2600:1f18::/56", "Ipv6CidrBlockState", Doc.of("State", "associated"))));
        assertThat(facet(VPC, "ranges", both)).isEqualTo(DocList.of("10.0.0.0/16", "2600:1f18::/56"));
        assertThat(facet(VPC, "ranges", Doc.of("VpcId", "vpc-1"))).isInstanceOf(Unknown.class);
    }

    @Test
    void aStoppedInstanceKeepsItsElasticAddress() {
        assertThat(addresses(instance("stopped").with("PublicIpAddress", "203.0.113.7")))
                .isEqualTo(DocList.of("203.0.113.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shutting-down", "terminated"})
    void theAddressesOfAnInstanceThatIsGoneAreNoQuestion(String state) {
        assertThat(addresses(instance(state).with("PublicIpAddress", "203.0.113.7")))
                .isEqualTo(Absent.ABSENT);
        assertThat(facet(INSTANCE, "running", instance(state))).isEqualTo(false);
    }

    @Test
    void anInputThatWasNotReadMakesTheAddressesUnknown() {
        assertThat(addresses(instance("running").with("NetworkInterfaces", DENIED)))
                .isEqualTo(DENIED);
        assertThat(addresses(instance("running").with("State", DENIED))).isEqualTo(DENIED);
        assertThat(facet(INSTANCE, "running", Doc.of("State", DENIED))).isEqualTo(DENIED);
    }

    @Test
    void anAddressThatCannotBeReadIsUnknownAndNotPrivate() {
        assertThat(addresses(instance("running").with("Ipv6Address", "2600:1f18::5::")))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"in-use, true, true", "available, false, false", "error, false, false"})
    void aVolumeIsEncryptedAsItSays(String state, boolean encrypted, boolean expected) {
        Doc volume = Doc.of("VolumeId", "vol-1", "State", state, "Encrypted", encrypted);
        assertThat(facet(VOLUME, "encrypted", volume)).isEqualTo(expected);
    }

    @Test
    void aVolumeThatIsGoneIsNoQuestionAndOneThatSaysNothingIsUnknown() {
        assertThat(facet(VOLUME, "encrypted", Doc.of("State", "deleting", "Encrypted", false)))
                .isEqualTo(Absent.ABSENT);
        assertThat(facet(VOLUME, "encrypted", Doc.of("State", "in-use"))).isInstanceOf(Unknown.class);
        assertThat(facet(VOLUME, "encrypted", Doc.of("State", "in-use", "Encrypted", DENIED)))
                .isEqualTo(DENIED);
    }

    @Test
    void aSnapshotIsPublicWhereItIsSharedWithEverybody() {
        DocList everybody = DocList.of(Doc.of("UserId", "210987654321"), Doc.of("Group", "all"));
        assertThat(shared(everybody)).isEqualTo(true);
        assertThat(shared(DocList.of(Doc.of("UserId", "210987654321")))).isEqualTo(false);
        assertThat(shared(DocList.empty())).isEqualTo(false);
        assertThat(shared(DENIED)).isEqualTo(DENIED);
    }

    /** Emulators name all, and AWS what everybody may restore: either way the permissions decide. */
    @Test
    void aSnapshotThatNoListOfPublicOnesNamesIsPrivateAndNeedNotBeAskedAbout() {
        Doc open = Doc.of(
                "CreateVolumePermissions",
                DocList.of(Doc.of("Group", "all")),
                "SnapshotBlockPublicAccessState",
                "unblocked");
        String named = "RestorableByAll";
        assertThat(facet(SNAPSHOT, "public", open.with(named, true))).isEqualTo(true);
        assertThat(facet(SNAPSHOT, "public", Doc.of(named, true, "CreateVolumePermissions", DocList.empty())))
                .isEqualTo(false);
        assertThat(facet(SNAPSHOT, "public", Doc.of(named, false, "CreateVolumePermissions", DENIED)))
                .isEqualTo(false);
        assertThat(facet(SNAPSHOT, "public", open.with(named, DENIED))).isEqualTo(DENIED);
        assertThat(facet(
                        SNAPSHOT,
                        "public",
                        Doc.of(named, DENIED, "SnapshotBlockPublicAccessState", "block-all-sharing")))
                .isEqualTo(false);
        assertThat(reads(SNAPSHOT, "public", Doc.of(named, false))).containsExactly(named);
        assertThat(reads(SNAPSHOT, "public", Doc.of(named, true, "CreateVolumePermissions", DocList.empty())))
                .containsExactly("CreateVolumePermissions", named);
        assertThat(reads(SNAPSHOT, "public", Doc.of(named, DENIED)))
                .as("nobody asks each of them where their list cannot be read")
                .doesNotContain("CreateVolumePermissions");
    }

    /** Sharing stays written down where a region blocks it all (EBS User Guide, block public access for snapshots). */
    @Test
    void aRegionThatBlocksAllSharingMakesWhatIsSharedPrivate() {
        Doc shared = Doc.of("CreateVolumePermissions", DocList.of(Doc.of("Group", "all")));
        String state = "SnapshotBlockPublicAccessState";
        assertThat(facet(SNAPSHOT, "public", shared.with(state, "block-all-sharing")))
                .isEqualTo(false);
        assertThat(facet(SNAPSHOT, "public", shared.with(state, "block-new-sharing")))
                .isEqualTo(true);
        assertThat(facet(SNAPSHOT, "public", shared.with(state, "unblocked"))).isEqualTo(true);
        assertThat(facet(SNAPSHOT, "public", shared.with(state, DENIED))).isEqualTo(DENIED);
        assertThat(facet(SNAPSHOT, "public", Doc.of("CreateVolumePermissions", DocList.empty(), state, DENIED)))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ALL, true",
        "ACTIVE, REJECT, true",
        "ACTIVE, ACCEPT, false",
        "INACTIVE, ALL, false",
    })
    void aVpcIsLoggedByAnActiveFlowLogThatShowsWhatWasRefused(String status, String traffic, boolean logged) {
        Doc log = Doc.of("ResourceId", "vpc-1", "FlowLogStatus", status, "TrafficType", traffic);
        assertThat(facet(VPC, "flowLogged", Doc.of("FlowLogs", DocList.of(log))))
                .isEqualTo(logged);
    }

    @Test
    void halvesOfTwoFlowLogsDoNotMakeOne() {
        DocList logs = DocList.of(
                Doc.of("FlowLogStatus", "ACTIVE", "TrafficType", "ACCEPT"),
                Doc.of("FlowLogStatus", "INACTIVE", "TrafficType", "ALL"));
        assertThat(facet(VPC, "flowLogged", Doc.of("FlowLogs", logs))).isEqualTo(false);
        assertThat(facet(VPC, "flowLogged", Doc.of("FlowLogs", DocList.empty())))
                .isEqualTo(false);
        assertThat(facet(VPC, "flowLogged", Doc.of("FlowLogs", DENIED))).isEqualTo(DENIED);
    }

    @Test
    void anInstanceNamesItsSecurityGroups() {
        Doc instance = Doc.of("SecurityGroups", DocList.of(Doc.of("GroupId", "sg-1", "GroupName", "web")));
        assertThat(INSTANCE.relation("securityGroups").orElseThrow().keys().apply(instance))
                .isEqualTo(DocList.of("sg-1"));
        assertThat(INSTANCE.relation("securityGroups").orElseThrow().keys().apply(Doc.of("SecurityGroups", DENIED)))
                .isEqualTo(DENIED);
    }

    private static Doc instance(String state) {
        return Doc.of("InstanceId", "i-1", "State", Doc.of("Name", state));
    }

    private static Object addresses(Doc instance) {
        return facet(INSTANCE, "publicAddresses", instance);
    }

    private static Object shared(Object permissions) {
        return facet(
                SNAPSHOT,
                "public",
                Doc.of("CreateVolumePermissions", permissions, "SnapshotBlockPublicAccessState", "unblocked"));
    }

    private static Object facet(AssetType type, String facet, Doc attributes) {
        return type.facetsOf(attributes).get(facet);
    }
}
