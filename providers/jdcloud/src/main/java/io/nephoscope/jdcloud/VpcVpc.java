package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.jdcloud.api.JdDetail;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Virtual private clouds ({@code vpc:describeVpcs}). A flow log collects machines, network interfaces and NAT gateways, and never a
 * network: what a network records is what those of its interfaces do that carry traffic ({@code vpc:describeNetworkInterfaces},
 * {@code flowlog:describeFlowLogs}).
 */
final class VpcVpc {
    private static final String NAME = "jdcloud.vpc.vpc";
    private static final String ID = "vpcId";
    private static final String FLOW_LOGS = "flowLogs";
    private static final String INTERFACES = "networkInterfaces";
    private static final String COLLECTED = "collectResources";
    private static final String TRAFFIC = "collectTrafficType";
    private static final Set<String> SHOW_WHAT_WAS_REFUSED = Set.of("ALL", "REJECT");
    private static final Schema.Struct FLOW_LOG = struct(
            NAME + ".flowLog",
            "flowLogId",
            STRING,
            "flowLogStatus",
            STRING,
            TRAFFIC,
            STRING,
            COLLECTED,
            listOf(struct(
                    NAME + ".collectResource",
                    "collectResourceId",
                    STRING,
                    "collectResourceType",
                    STRING,
                    ID,
                    STRING,
                    "subnetId",
                    STRING)));
    private static final Schema.Struct INTERFACE = struct(
            NAME + ".networkInterface",
            "networkInterfaceId",
            STRING,
            "subnetId",
            STRING,
            "role",
            STRING,
            "instanceType",
            STRING,
            "instanceId",
            STRING,
            "attachmentStatus",
            STRING);

    static final AssetType TYPE = AssetType.named(NAME, "Virtual private cloud", Kinds.NETWORK)
            .list(JdListing.of(
                    Calls.VPCS,
                    struct(
                            NAME,
                            ID,
                            STRING,
                            "vpcName",
                            STRING,
                            "addressPrefix",
                            STRING,
                            "aclIds",
                            listOf(STRING),
                            "routeTableIds",
                            listOf(STRING),
                            "createdTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    ID))
            .nativeId(ID)
            .name("vpcName")
            .tags(JdItems::tags, JdItems.TAGS)
            .detail(new Detail(
                    FLOW_LOGS,
                    listOf(FLOW_LOG),
                    List.of(Calls.FLOW_LOGS.operation().per(Per.REGION)),
                    (site, vpc) -> JdListing.all(site, Calls.FLOW_LOGS, "flowLogId")
                            .map(logs -> DocList.copyOf(logs.stream()
                                    .filter(log -> mayCollect(log, vpc.text(ID)))
                                    .toList()))))
            .detail(JdDetail.ofShared(
                    INTERFACES,
                    Calls.NETWORK_INTERFACES,
                    INTERFACE,
                    "networkInterfaceId",
                    (card, vpc) -> card.text(ID).equals(vpc.text(ID))))
            .facet("flowLogged", VpcVpc::flowLogged, FLOW_LOGS, INTERFACES)
            .build();

    private VpcVpc() {}

    /** A log that leaves out what it collects, or from where, may collect anything. */
    private static boolean mayCollect(Doc log, String vpc) {
        return !(log.get(COLLECTED) instanceof DocList collected)
                || collected.docs().anyMatch(it -> Set.of("", vpc).contains(it.text(ID)));
    }

    /** Absent where nothing carries traffic. One interface that is not collected leaves a way in unseen. */
    private static Object flowLogged(Attributes vpc) {
        if (vpc.get(INTERFACES) instanceof Unknown unread) {
            return unread;
        }
        List<Doc> carrying =
                docs(vpc.get(INTERFACES)).filter(VpcVpc::carriesTraffic).toList();
        if (carrying.isEmpty()) {
            return Absent.ABSENT;
        } else if (vpc.get(FLOW_LOGS) instanceof Unknown unread) {
            return unread;
        }
        List<Doc> running = docs(vpc.get(FLOW_LOGS))
                .filter(log -> log.text("flowLogStatus").equals("RUNNING"))
                .toList();
        Set<String> collected = running.stream()
                .filter(log -> SHOW_WHAT_WAS_REFUSED.contains(log.text(TRAFFIC)))
                .flatMap(log -> log.list(COLLECTED).docs())
                .map(it -> it.text("collectResourceId"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        boolean isLogged = carrying.stream()
                .allMatch(card -> collected.contains(card.text("networkInterfaceId"))
                        || collected.contains(card.text("instanceId")));
        if (!isLogged && running.stream().anyMatch(VpcVpc::leavesOut)) {
            throw new Unreadable(Text.of("a flow log does not say what it collects", "流日志未说明采集的内容"));
        }
        return isLogged;
    }

    /** Interfaces that JD Cloud manages for its own services are no machines that a flow log collects. */
    private static boolean carriesTraffic(Doc card) {
        return !card.text("role").equals("Managed")
                && !card.text("attachmentStatus").equals("detached");
    }

    private static boolean leavesOut(Doc log) {
        return !(log.get(COLLECTED) instanceof DocList) || log.text(TRAFFIC).isEmpty();
    }

    private static Stream<Doc> docs(Object list) {
        return list instanceof DocList known ? known.docs() : Stream.empty();
    }
}
