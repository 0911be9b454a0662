package io.nephoscope.aws;

import static io.nephoscope.aws.Services.EC2;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.network.SecurityGroupIngress;
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
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Security groups of VPCs. */
final class Ec2SecurityGroup {
    private static final String NAME = "aws.ec2.security_group";
    private static final String PERMISSIONS = "IpPermissions";
    private static final String PREFIX_LISTS = "PrefixLists";
    private static final String PREFIX_LIST_ID = "PrefixListId";

    private static final AwsCall<Ec2Client, Page, DescribeSecurityGroupsResponse> LIST = EC2.list(
            "DescribeSecurityGroups",
            holding("SecurityGroups").each("GroupId", "IpPermissions"),
            Defaults.NARROW_NOTHING,
            (ec2, page) ->
                    ec2.describeSecurityGroups(list -> list.maxResults(1_000).nextToken(page.token())));

    static final AssetType TYPE = AssetType.named(NAME, "EC2 security group", Kinds.FIREWALL)
            .list(AwsListing.of(
                    LIST,
                    SdkDocs.schema(NAME, SecurityGroup::builder),
                    DescribeSecurityGroupsResponse::securityGroups,
                    DescribeSecurityGroupsResponse::nextToken))
            .nativeId("GroupId")
            .name("GroupName")
            .tags(Tags.orNone(Tags.TAGS), Tags.TAGS)
            .detail(new Detail(
                    PREFIX_LISTS,
                    Schema.listOf(Schema.struct(
                            NAME + "." + PREFIX_LISTS,
                            PREFIX_LIST_ID,
                            Schema.Scalar.STRING,
                            "Entries",
                            Schema.listOf(
                                    SdkDocs.schema(NAME + "." + PREFIX_LISTS + ".Entries", PrefixListEntry::builder)))),
                    List.of(entriesOf("").operation().per(Per.NAMED)),
                    Ec2SecurityGroup::prefixLists))
            .door("inbound rules", PERMISSIONS)
            .door("prefix lists of inbound rules", PREFIX_LISTS)
            .facet(
                    "internetIngress",
                    group -> SecurityGroupIngress.of(group.get(PERMISSIONS), group.get(PREFIX_LISTS)),
                    PERMISSIONS,
                    PREFIX_LISTS)
            .relation("vpc", "aws.ec2.vpc", "VpcId")
            .build();

    private Ec2SecurityGroup() {}

    private static AwsCall<Ec2Client, Page, GetManagedPrefixListEntriesResponse> entriesOf(String list) {
        return EC2.read(
                "GetManagedPrefixListEntries",
                holding("Entries").each("Cidr"),
                (ec2, page) -> ec2.getManagedPrefixListEntries(
                        get -> get.prefixListId(list).maxResults(100).nextToken(page.token())));
    }

    /** The lists that let somebody in, each with its entries. One that is denied is unknown, and the others are not. */
    private static Outcome<DocList> prefixLists(Site site, Doc group) {
        List<Doc> lists = group.list(PERMISSIONS)
                .docs()
                .flatMap(permission -> permission.list("PrefixListIds").docs())
                .map(list -> list.text(PREFIX_LIST_ID))
                .distinct()
                .map(id -> Doc.of(PREFIX_LIST_ID, id, "Entries", entries(site, id)))
                .toList();
        return lists.isEmpty() ? Outcome.absent() : Outcome.value(DocList.copyOf(lists));
    }

    private static Object entries(Site site, String list) {
        return AwsListing.allOf(
                        list,
                        entriesOf(list),
                        site,
                        GetManagedPrefixListEntriesResponse::entries,
                        GetManagedPrefixListEntriesResponse::nextToken)
                .map(DocList::copyOf)
                .toField();
    }
}
