package io.nephoscope.azure.container;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Registries of container images. */
public final class ContainerRegistry {
    private static final String RESOURCE = "Microsoft.ContainerRegistry/registries";

    public static final AssetType TYPE = AzureType.of(
                    "azure.container.registry",
                    "Container registry",
                    Kinds.REGISTRY,
                    RESOURCE,
                    "properties.loginServer",
                    STRING,
                    "properties.adminUserEnabled",
                    BOOL,
                    "properties.anonymousPullEnabled",
                    BOOL,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.networkRuleSet.defaultAction",
                    STRING)
            .ownFacet("adminUser", BOOL, NullDefaults.facet(RESOURCE, "adminUserEnabled"), "properties")
            .ownFacet("anonymousPull", BOOL, NullDefaults.facet(RESOURCE, "anonymousPullEnabled"), "properties")
            .door("anonymous pull", "properties")
            .door("public network access", "properties")
            .build();

    private ContainerRegistry() {}
}
