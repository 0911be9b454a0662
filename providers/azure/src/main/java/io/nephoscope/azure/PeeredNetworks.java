package io.nephoscope.azure;

import io.nephoscope.azure.arm.ArmResource;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import java.util.stream.Stream;

/** The networks of other subscriptions to which networks of one are joined: a hub serves its spokes. */
final class PeeredNetworks {
    private PeeredNetworks() {}

    /** Their native ids. */
    static DocList outside(Object networks, String subscription) {
        String own = ArmResource.id(subscription) + "/";
        return DocList.copyOf(Fields.docs(networks)
                .flatMap(PeeredNetworks::of)
                .filter(id -> !id.startsWith(own))
                .distinct()
                .toList());
    }

    private static Stream<String> of(Doc network) {
        return Fields.docs(Paths.get(network, "properties.virtualNetworkPeerings"))
                .map(peering -> peering.doc("properties"))
                .filter(peering -> peering.text("peeringState").equalsIgnoreCase("Connected"))
                .map(peering ->
                        ArmResource.id(peering.doc("remoteVirtualNetwork").text("id")));
    }
}
