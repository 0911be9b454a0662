package io.nephoscope.azure;

import io.nephoscope.inventory.AssetType;
import java.util.List;

/** Every resource type that we declare: one line for each. */
final class AzureTypes {
    static final List<AssetType> ALL = List.of(
            ComputeDisk.TYPE,
            ComputeSnapshot.TYPE,
            ComputeVirtualMachine.TYPE,
            NetworkApplicationGateway.TYPE,
            NetworkBastion.TYPE,
            NetworkFirewall.TYPE,
            NetworkFlowLog.TYPE,
            NetworkInterface.TYPE,
            NetworkLoadBalancer.TYPE,
            NetworkPublicAddress.TYPE,
            NetworkSecurityGroup.TYPE,
            NetworkVirtualNetwork.TYPE,
            NetworkWafPolicy.TYPE,
            ResourceGroup.TYPE,
            Subscription.TYPE);

    private AzureTypes() {}
}
