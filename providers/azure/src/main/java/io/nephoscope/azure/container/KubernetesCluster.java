package io.nephoscope.azure.container;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;

/** Clusters of the Azure Kubernetes Service. */
public final class KubernetesCluster {
    private static final String RESOURCE = "Microsoft.ContainerService/managedClusters";

    public static final AssetType TYPE = AzureType.of(
                    "azure.aks.cluster",
                    "AKS cluster",
                    Kinds.CLUSTER,
                    RESOURCE,
                    "properties.kubernetesVersion",
                    STRING,
                    "properties.fqdn",
                    STRING,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.enableRBAC",
                    BOOL,
                    "properties.disableLocalAccounts",
                    BOOL,
                    "properties.aadProfile.managed",
                    BOOL,
                    "properties.aadProfile.enableAzureRBAC",
                    BOOL,
                    "properties.apiServerAccessProfile.enablePrivateCluster",
                    BOOL,
                    "properties.apiServerAccessProfile.authorizedIPRanges[]",
                    STRING,
                    "properties.networkProfile.networkPolicy",
                    STRING,
                    "properties.autoUpgradeProfile.upgradeChannel",
                    STRING)
            .redact("properties.windowsProfile.adminPassword")
            .redact("properties.servicePrincipalProfile.secret")
            .door("public API server", "properties")
            .ownFacet("apiServerOpen", BOOL, KubernetesCluster::apiServerOpen, "properties")
            .ownFacet(
                    "localAccounts",
                    BOOL,
                    cluster -> Tri.isTrue(
                                    NullDefaults.inForce(RESOURCE, cluster.get("properties"), "disableLocalAccounts"))
                            .not()
                            .toField(),
                    "properties")
            .build();

    private KubernetesCluster() {}

    /** Whether anyone on the Internet reaches the API server: it is not private, and no ranges are named, or ranges that hold everybody. */
    private static Object apiServerOpen(Attributes cluster) {
        Object properties = cluster.get("properties");
        return Tri.isTrue(NullDefaults.inForce(RESOURCE, properties, "apiServerAccessProfile.enablePrivateCluster"))
                .not()
                .and(() -> PublicEndpoint.lets(
                        PublicEndpoint.isOn(RESOURCE, properties),
                        () -> Tri.ask(
                                Paths.get(properties, "apiServerAccessProfile.authorizedIPRanges"),
                                KubernetesCluster::admitTheInternet)))
                .toField();
    }

    private static Tri admitTheInternet(Object ranges) {
        Admitted admitted = Admitted.by(Fields.texts(ranges));
        return Tri.of(admitted.isEmpty() || admitted.isEverybody());
    }
}
