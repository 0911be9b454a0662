package io.nephoscope.aws;

import static io.nephoscope.aws.Services.EC2;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.aws.sdk.AwsListing;
import io.nephoscope.aws.sdk.Page;
import io.nephoscope.aws.sdk.SdkDocs;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** VPCs, with the flow logs of each. */
final class Ec2Vpc {
    private static final String FLOW_LOGS = "FlowLogs";
    private static final Set<String> SHOW_WHAT_WAS_REFUSED = Set.of("ALL", "REJECT");

    private static final AwsCall<Ec2Client, Page, DescribeVpcsResponse> LIST = EC2.list(
            "DescribeVpcs",
            holding("Vpcs").each("VpcId"),
            Defaults.NARROW_NOTHING,
            (ec2, page) -> ec2.describeVpcs(list -> list.maxResults(1_000).nextToken(page.token())));

    private static final AwsCall<Ec2Client, Page, DescribeFlowLogsResponse> LOGS = EC2.read(
            "DescribeFlowLogs",
            holding("FlowLogs").each("ResourceId", "FlowLogStatus"),
            (ec2, page) -> ec2.describeFlowLogs(list -> list.maxResults(1_000).nextToken(page.token())));

    static final AssetType TYPE = AssetType.named("aws.ec2.vpc", "VPC", Kinds.NETWORK)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema("aws.ec2.vpc", Vpc::builder),
                    DescribeVpcsResponse::vpcs,
                    DescribeVpcsResponse::nextToken))
            .nativeId("VpcId")
            .name(Tags.name(Tags.TAGS), Tags.TAGS)
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .detail(new Detail(
                    FLOW_LOGS,
                    Schema.listOf(SdkDocs.schema("aws.ec2.vpc." + FLOW_LOGS, FlowLog::builder)),
                    List.of(LOGS.operation().per(Per.REGION)),
                    Ec2Vpc::flowLogs))
            .facet(
                    "flowLogged",
                    vpc -> Tri.ask(vpc.get(FLOW_LOGS), it -> Tri.of(isLogged(it)))
                            .toField(),
                    FLOW_LOGS)
            .build();

    private Ec2Vpc() {}

    /** The region's flow logs are read once; those of subnets and network interfaces see only a part of the VPC. */
    private static Outcome<DocList> flowLogs(Site site, Doc vpc) {
        return AwsListing.all(LOGS, site, DescribeFlowLogsResponse::flowLogs, DescribeFlowLogsResponse::nextToken)
                .map(logs -> DocList.copyOf(logs.stream()
                        .filter(log -> log.text("ResourceId").equals(vpc.text("VpcId")))
                        .toList()));
    }

    private static boolean isLogged(Object flowLogs) {
        return flowLogs instanceof DocList list
                && list.docs()
                        .anyMatch(log -> log.text("FlowLogStatus").equals("ACTIVE")
                                && SHOW_WHAT_WAS_REFUSED.contains(log.text("TrafficType")));
    }
}
