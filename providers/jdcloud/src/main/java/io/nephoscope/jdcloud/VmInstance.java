package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.Cidr;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Virtual machines ({@code vm:describeInstances}). */
final class VmInstance {
    private static final String NAME = "jdcloud.vm.instance";
    private static final String ADDRESS = "elasticIpAddress";
    private static final String PRIMARY = "primaryNetworkInterface";
    private static final String SECONDARY = "secondaryNetworkInterfaces";
    private static final String STATUS = "status";

    private static final Schema.Struct PRIVATE_IP = struct(
            NAME + ".privateIp",
            "privateIpAddress",
            STRING,
            "elasticIpId",
            STRING,
            ADDRESS,
            STRING,
            "subnetId",
            STRING);
    private static final Schema.Struct CARD = struct(
            NAME + ".networkInterface",
            "networkInterface",
            struct(
                    NAME + ".networkInterface.networkInterface",
                    "networkInterfaceId",
                    STRING,
                    "vpcId",
                    STRING,
                    "subnetId",
                    STRING,
                    "sanityCheck",
                    INT,
                    "securityGroups",
                    listOf(struct(NAME + ".securityGroup", "groupId", STRING, "groupName", STRING)),
                    "primaryIp",
                    PRIVATE_IP,
                    "secondaryIps",
                    listOf(PRIVATE_IP),
                    "ipv6Addresses",
                    listOf(struct(NAME + ".ipv6Address", "ipv6Id", STRING, "ipv6Address", STRING))));
    private static final Schema.Struct DISK = struct(
            NAME + ".disk",
            "diskCategory",
            STRING,
            "autoDelete",
            BOOL,
            "status",
            STRING,
            "cloudDisk",
            struct(NAME + ".cloudDisk", "diskId", STRING, "encrypted", BOOL, "snapshotPolicies", listOf(DYN)));

    static final AssetType TYPE = AssetType.named(NAME, "Virtual machine", Kinds.VM)
            .list(JdListing.of(
                    Calls.INSTANCES,
                    struct(
                            NAME,
                            "instanceId",
                            STRING,
                            "instanceName",
                            STRING,
                            "instanceType",
                            STRING,
                            STATUS,
                            STRING,
                            "vpcId",
                            STRING,
                            "subnetId",
                            STRING,
                            "privateIpAddress",
                            STRING,
                            "elasticIpId",
                            STRING,
                            ADDRESS,
                            STRING,
                            "imageId",
                            STRING,
                            "systemDisk",
                            DISK,
                            "dataDisks",
                            listOf(DISK),
                            PRIMARY,
                            CARD,
                            SECONDARY,
                            listOf(CARD),
                            "keyNames",
                            listOf(STRING),
                            "launchTime",
                            TIMESTAMP,
                            "az",
                            STRING,
                            "osType",
                            STRING,
                            "osVersion",
                            STRING,
                            "platform",
                            STRING,
                            "bootMode",
                            STRING,
                            "tags",
                            listOf(DYN)),
                    "instanceId"))
            .nativeId("instanceId")
            .name("instanceName")
            .tags(JdItems::tags, JdItems.TAGS)
            .facet("publicAddresses", VmInstance::publicAddresses, ADDRESS, PRIMARY, SECONDARY)
            .facet("running", VmInstance::running, STATUS)
            .relation(new Relation(
                    "securityGroups",
                    "jdcloud.vpc.security_group",
                    List.of(PRIMARY, SECONDARY),
                    false,
                    VmInstance::groups))
            .relation("subnet", "jdcloud.vpc.subnet", "subnetId")
            .build();

    private VmInstance() {}

    private static Object running(Attributes instance) {
        return Tri.ask(Standing.said(instance.get(STATUS)), status -> Tri.of("running".equals(status)))
                .toField();
    }

    private static Object publicAddresses(Attributes instance) {
        Object address = instance.get(ADDRESS);
        Object primary = instance.get(PRIMARY);
        Object secondary = instance.get(SECONDARY);
        Optional<Unknown> unread = Stream.of(address, primary, secondary)
                .filter(Unknown.class::isInstance)
                .map(Unknown.class::cast)
                .reduce(Unknown::and);
        if (unread.isPresent()) {
            return unread.get();
        }
        Set<String> addresses = new LinkedHashSet<>();
        add(addresses, address);
        cards(primary, secondary).forEach(card -> {
            add(addresses, card.doc("primaryIp").get(ADDRESS));
            card.list("secondaryIps").docs().forEach(ip -> add(addresses, ip.get(ADDRESS)));
            card.list("ipv6Addresses").docs().forEach(ip -> addRouted(addresses, ip.text("ipv6Address")));
        });
        return DocList.copyOf(addresses);
    }

    private static void add(Set<String> addresses, Object address) {
        if (address instanceof String text && !text.isEmpty()) {
            addresses.add(text);
        }
    }

    /** Addresses of IPv6 may be private to a network too. */
    private static void addRouted(Set<String> addresses, String address) {
        if (!address.isEmpty() && Cidr.parse(address).isRouted()) {
            addresses.add(address);
        }
    }

    private static Stream<Doc> cards(Object primary, Object secondary) {
        return Stream.concat(
                        primary instanceof Doc one ? Stream.of(one) : Stream.empty(),
                        secondary instanceof DocList list ? list.docs() : Stream.empty())
                .map(card -> card.doc("networkInterface"));
    }

    private static Object groups(Doc instance) {
        Object primary = instance.get(PRIMARY);
        Object secondary = instance.get(SECONDARY);
        if (primary instanceof Unknown || secondary instanceof Unknown) {
            return primary instanceof Unknown ? primary : secondary;
        }
        return DocList.copyOf(cards(primary, secondary)
                .flatMap(card -> card.list("securityGroups").docs())
                .map(group -> group.text("groupId"))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList());
    }
}
