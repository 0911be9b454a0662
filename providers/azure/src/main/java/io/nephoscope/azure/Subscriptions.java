package io.nephoscope.azure;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphQuery;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The subscriptions that a credential sees, each below its management groups. Those that are disabled can be read, and so are there. */
final class Subscriptions {
    private static final ArmCall LIST = ArmCall.of(
            Proof.holding("value").each("subscriptionId"),
            "Subscriptions_List",
            "Microsoft.Resources/subscriptions/read",
            "/subscriptions",
            "2022-12-01");
    private static final String TYPE = "microsoft.resources/subscriptions";

    /** What finding them sends. */
    static final List<Operation> OPERATIONS = List.of(LIST.operation(), GraphListing.ANY);

    private Subscriptions() {}

    static List<Target> of(Target target, Site site) throws TargetException {
        Outcome<DocList> listed = LIST.allAnywhere(site);
        if (!(listed instanceof Outcome.Value<DocList> found)) {
            throw failed(target, Text.of("list the subscriptions", "列出订阅"), listed.cause("", ""));
        }
        if (found.value().size() == 0) {
            throw new TargetException(target.says(Text.of(
                    "the credential sees no subscription; assign it the role Reader at one, or at a management group.",
                    "该凭证看不到任何订阅；请在某个订阅或管理组上为其分配 Reader 角色。")));
        }
        Map<String, List<String>> groups = managementGroups(target, site);
        List<Target> members = new ArrayList<>();
        for (Doc subscription : found.value().docs().toList()) {
            String id = subscription.text("subscriptionId").toLowerCase(Locale.ROOT);
            if (id.isEmpty()) {
                throw new TargetException(target.says(Text.of(
                        "Azure listed a subscription without its id; check the endpoint and the proxy.",
                        "Azure 列出的一个订阅没有 ID；请检查服务端点和代理。")));
            }
            String name = step(subscription.text("displayName"), id);
            members.add(target.member(
                    groups.getOrDefault(id, List.of()),
                    name.equals(id) ? id : name + " (" + id + ")",
                    Map.of(AzureSettings.SUBSCRIPTION, id)));
        }
        return members;
    }

    /** Of each subscription the groups above it, the outermost first: the tenant's root group, which holds everything, is left out. */
    private static Map<String, List<String>> managementGroups(Target target, Site site) throws TargetException {
        Map<String, List<String>> paths = new HashMap<>();
        Outcome<Integer> asked = GraphQuery.of(GraphTable.RESOURCECONTAINERS, List.of(TYPE))
                .in(site, subscription -> {
                    List<String> path = new ArrayList<>();
                    subscription
                            .doc("properties")
                            .list("managementGroupAncestorsChain")
                            .docs()
                            .filter(group -> !group.text("name").equals(subscription.text("tenantId")))
                            .forEach(group -> path.add(step(group.text("displayName"), group.text("name"))));
                    Collections.reverse(path);
                    paths.put(subscription.text("subscriptionId").toLowerCase(Locale.ROOT), path);
                    return true;
                });
        if (!(asked instanceof Outcome.Value<Integer>)) {
            throw failed(target, Text.of("tell the management groups", "给出管理组"), asked.cause("", ""));
        }
        return paths;
    }

    /** Display names are anybody's to choose, and a slash in one would be read as two steps of a path. */
    private static String step(String displayName, String id) {
        return displayName.isBlank() ? id : displayName.strip().replace('/', '-');
    }

    private static TargetException failed(Target target, Text what, Cause cause) {
        return new TargetException(
                target.says(Text.of(
                        "Azure did not {0} ({1}); sign in with az login or by AZURE_TENANT_ID, AZURE_CLIENT_ID and"
                                + " AZURE_CLIENT_SECRET, check the cloud, or name one subscription.",
                        "Azure 未{0}（{1}）；请用 az login 登录，或设置 AZURE_TENANT_ID、AZURE_CLIENT_ID 和"
                                + " AZURE_CLIENT_SECRET，检查所选的云，或指定一个订阅。",
                        what,
                        cause.message())),
                cause);
    }
}
