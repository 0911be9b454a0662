package io.nephoscope.azure;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.DocList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The regions that Azure offers a subscription: asked only where some were asked for, since every type is listed for all at once. */
final class Locations {
    static final ArmCall LIST = ArmCall.get(
            "Subscriptions_ListLocations",
            "Microsoft.Resources/subscriptions/locations/read",
            "/locations",
            "2022-12-01");

    private Locations() {}

    /**
     * Of the regions asked for, those that the subscription is not offered; none where they cannot be read.
     *
     * @throws TargetException where it is offered none of them: most likely there is no such region
     */
    static Map<String, String> closed(AzureSettings settings, Site site) throws TargetException {
        List<String> asked = settings.target().regions();
        if (asked.isEmpty() || !(LIST.allInSubscription(site) instanceof Outcome.Value<DocList> known)) {
            return Map.of();
        }
        List<String> offered = known.value()
                .docs()
                .map(location -> location.text("name"))
                .sorted()
                .toList();
        List<String> missing =
                asked.stream().filter(region -> !offered.contains(region)).toList();
        if (missing.size() == asked.size()) {
            String region = missing.get(0);
            throw settings.wrong("Azure has no region " + region + Suggestion.didYouMean(region, offered)
                    + "; it offers " + String.join(", ", offered) + ".");
        }
        Map<String, String> closed = new TreeMap<>();
        missing.forEach(region -> closed.put(region, "Azure does not offer the subscription this region"));
        return closed;
    }
}
