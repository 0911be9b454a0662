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
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import java.util.List;

/** Virtual private clouds ({@code vpc:describeVpcs}), with the flow logs of their region that are running. */
final class VpcVpc {
    private static final String NAME = "jdcloud.vpc.vpc";
    private static final String ID = "vpcId";
    private static final String FLOW_LOGS = "flowLogs";
    private static final Schema.Struct FLOW_LOG = struct(
            NAME + ".flowLog",
            "flowLogId",
            STRING,
            "flowLogStatus",
            STRING,
            "collectTrafficType",
            STRING,
            "collectResources",
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
            .facet("flowLogged", VpcVpc::flowLogged, ID, FLOW_LOGS)
            .build();

    private VpcVpc() {}

    /** A log that leaves out what it collects may collect anything. */
    private static boolean mayCollect(Doc log, String vpc) {
        return !(log.get("collectResources") instanceof DocList collected)
                || collected
                        .docs()
                        .anyMatch(it -> it.text(ID).equals(vpc)
                                || it.text("collectResourceId").equals(vpc));
    }

    /** Only a log of the whole network counts: one of a subnet or of a machine leaves the others unseen. */
    private static Object flowLogged(Attributes vpc) {
        Object logs = vpc.get(FLOW_LOGS);
        if (logs instanceof Unknown) {
            return logs;
        }
        boolean logged = false;
        boolean unclear = false;
        for (Doc log : logs instanceof DocList list ? list.docs().toList() : List.<Doc>of()) {
            if (log.text("flowLogStatus").equalsIgnoreCase("RUNNING")) {
                logged |= log.list("collectResources")
                        .docs()
                        .anyMatch(it -> it.text("collectResourceId").equals(vpc.get(ID)));
                unclear |= !(log.get("collectResources") instanceof DocList);
            }
        }
        if (!logged && unclear) {
            throw new Unreadable("a flow log does not say what it collects");
        }
        return logged;
    }
}
