package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.azure.identity.LockRoles;
import io.nephoscope.azure.identity.Owners;
import io.nephoscope.azure.identity.RootAccess;
import io.nephoscope.azure.monitor.SubscriptionWatch;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.List;

/** The subscription itself, with what there should be at least one of in it. */
final class Subscription {
    private static final GraphListing LISTING =
            GraphListing.of(GraphTable.RESOURCECONTAINERS, "Microsoft.Resources/subscriptions");

    static final AssetType TYPE = SubscriptionWatch.on(AzureType.of(
                            LISTING,
                            "azure.subscription",
                            "Subscription",
                            Kinds.ACCOUNT,
                            "tenantId",
                            STRING,
                            "properties.state",
                            STRING,
                            "properties.managementGroupAncestorsChain[].name",
                            STRING,
                            "properties.managementGroupAncestorsChain[].displayName",
                            STRING)
                    .detail(new Detail(
                            "bastionHosts",
                            Schema.listOf(STRING),
                            List.of(NetworkBastion.LISTING.operation().per(Per.ACCOUNT)),
                            (site, subscription) -> NetworkBastion.LISTING
                                    .byId(site, bastion -> Doc.empty())
                                    .map(bastions -> DocList.copyOf(bastions.keySet()))))
                    .detail(new Detail(
                            "virtualMachineCount",
                            INT,
                            List.of(ComputeVirtualMachine.LISTING.operation().per(Per.ACCOUNT)),
                            (site, subscription) -> ComputeVirtualMachine.LISTING
                                    .byId(site, machine -> Doc.empty())
                                    .map(machines -> (long) machines.size()))))
            .detail(Owners.as("owners"))
            .detail(RootAccess.as("rootAccessAdministrators"))
            .detail(LockRoles.as("lockRoles"))
            .build();

    private Subscription() {}
}
