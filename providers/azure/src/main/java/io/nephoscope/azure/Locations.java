package io.nephoscope.azure;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The regions that Azure offers a subscription: asked only where some were asked for, since every type is listed for all at once. */
final class Locations {
    static final ArmCall LIST = ArmCall.of(
            Proof.holding("value").each("name"),
            "Subscriptions_ListLocations",
            "Microsoft.Resources/subscriptions/locations/read",
            "/locations",
            "2022-12-01");

    private Locations() {}

    /** The regions that the subscription is offered; empty where none was asked for, or where they cannot be read. */
    static Optional<List<String>> offered(AzureSettings settings, Site site) {
        return !settings.target().regions().isEmpty()
                        && LIST.resourcesInSubscription(site) instanceof Outcome.Value<DocList> known
                ? Optional.of(known.value()
                        .docs()
                        .map(location -> location.text("name"))
                        .sorted()
                        .toList())
                : Optional.empty();
    }

    /**
     * Of the regions asked for, those that the subscription is not offered.
     *
     * @throws TargetException where it is offered none of them: most likely there is no such region
     */
    static Map<String, Text> closed(AzureSettings settings, List<String> offered) throws TargetException {
        List<String> asked = settings.target().regions();
        List<String> missing =
                asked.stream().filter(region -> !offered.contains(region)).toList();
        if (!asked.isEmpty() && missing.size() == asked.size()) {
            String region = missing.get(0);
            throw settings.wrong(Text.of(
                    "Azure has no region {0}{1}; it offers {2}.",
                    "Azure 没有区域 {0}{1}；可用区域有 {2}。",
                    region,
                    Suggestion.didYouMean(region, offered),
                    String.join(", ", offered)));
        }
        Map<String, Text> closed = new TreeMap<>();
        missing.forEach(region ->
                closed.put(region, Text.of("Azure does not offer the subscription this region", "Azure 未向该订阅提供此区域")));
        return closed;
    }
}
