package io.nephoscope.azure;

import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.DocList;
import org.junit.jupiter.api.Test;

class PeeredNetworksTest {
    private static final String PEERING = "{'properties':{'peeringState':'%s','remoteVirtualNetwork':{'id':'%s'}}}";

    private static Object peering(String state, String network) {
        return json(PEERING.formatted(state, network));
    }

    @Test
    void networksOfOtherSubscriptionsAreThoseToWhichOneIsJoined() {
        DocList ofOne = DocList.of(
                peering("Connected", "/subscriptions/Hub/vnets/Hub"),
                peering("Disconnected", "/subscriptions/hub/vnets/lost"));
        DocList ofAnother = DocList.of(
                peering("connected", "/subscriptions/hub/vnets/hub"),
                peering("Connected", "/Subscriptions/S/vnets/own"));
        assertThat(PeeredNetworks.outside(DocList.of(ofOne, ofAnother, DocList.empty()), "/subscriptions/s"))
                .isEqualTo(DocList.of("/subscriptions/hub/vnets/hub"));
    }

    @Test
    void peeringsThatNobodyKnowsHowToReadAreNotTakenForNone() {
        assertThatThrownBy(() -> PeeredNetworks.outside(DocList.of("joined"), "/subscriptions/s"))
                .isInstanceOf(Unreadable.class);
    }
}
