package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Clusters of Kubernetes ({@code kubernetes:describeClusters}). What they are entered with never leaves memory. */
final class KubernetesCluster {
    private static final String NAME = "jdcloud.kubernetes.cluster";

    static final AssetType TYPE = AssetType.named(NAME, "Kubernetes cluster", Kinds.CLUSTER)
            .list(JdListing.of(
                    Calls.CLUSTERS,
                    struct(
                            NAME,
                            "clusterId",
                            STRING,
                            "name",
                            STRING,
                            "version",
                            STRING,
                            "clusterState",
                            STRING,
                            "azs",
                            listOf(STRING),
                            "clusterCidr",
                            STRING,
                            "endpoint",
                            STRING,
                            "endpointPort",
                            STRING,
                            "privateEndpoint",
                            STRING,
                            "basicAuth",
                            BOOL,
                            "clientCertificate",
                            BOOL,
                            "autoUpgrade",
                            BOOL,
                            "createTime",
                            TIMESTAMP),
                    "clusterId"))
            .nativeId("clusterId")
            .name("name")
            .tagsUntold(JdItems.NO_TAGS)
            .redact("masterAuth")
            .redact("accessKey")
            .build();

    private KubernetesCluster() {}
}
