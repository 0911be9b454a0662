package io.nephoscope.azure;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.DocList;
import java.util.List;
import java.util.Optional;

/** The regions that Azure offers a subscription: asked only where some were asked for, since every type is listed for all at once. */
final class Locations {
    static final ArmCall LIST = ArmCall.of(
            Proof.holding("value").each("name"),
            "Subscriptions_ListLocations",
            "Microsoft.Resources/subscriptions/locations/read",
            "/locations",
            "2022-12-01");

    private Locations() {}

    /**
     * The regions; empty where none was asked for, or where they cannot be read.
     *
     * @throws TargetException for a region asked for that there is not
     */
    static Optional<List<String>> check(AzureSettings settings, Site site) throws TargetException {
        List<String> asked = settings.target().regions();
        if (asked.isEmpty() || !(LIST.resourcesInSubscription(site) instanceof Outcome.Value<DocList> known)) {
            return Optional.empty();
        }
        List<String> offered = known.value()
                .docs()
                .map(location -> location.text("name"))
                .sorted()
                .toList();
        for (String region : asked) {
            if (!offered.contains(region)) {
                throw settings.wrong("Azure has no region " + region + Suggestion.didYouMean(region, offered)
                        + "; it offers " + String.join(", ", offered) + ".");
            }
        }
        return Optional.of(offered);
    }
}
