package io.nephoscope.azure;

import io.nephoscope.azure.arm.ArmResource;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.doc.DocList;
import java.util.stream.Stream;

/** The networks of other subscriptions to which networks of one are joined: a hub serves its spokes. */
final class PeeredNetworks {
    private PeeredNetworks() {}

    /**
     * Their native ids.
     *
     * @param peerings those of each network, a list of lists
     */
    static DocList outside(DocList peerings, String subscription) {
        String own = ArmResource.id(subscription) + "/";
        return DocList.copyOf(peerings.stream()
                .flatMap(PeeredNetworks::joined)
                .filter(id -> !id.startsWith(own))
                .distinct()
                .toList());
    }

    private static Stream<String> joined(Object peerings) {
        return Fields.docs(peerings)
                .map(peering -> peering.doc("properties"))
                .filter(peering -> peering.text("peeringState").equalsIgnoreCase("Connected"))
                .map(peering ->
                        ArmResource.id(peering.doc("remoteVirtualNetwork").text("id")));
    }
}
