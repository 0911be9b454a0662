package io.nephoscope.azure.keyvault;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Paths;

/** Secrets of key vaults: what the Resource Manager says of them. It does not hand out values, and none would be kept. */
public final class VaultSecret {
    private static final ArmCall LIST = ArmCall.list(
                    "Secrets_List", "Microsoft.KeyVault/vaults/secrets/read", "/secrets", "2023-07-01")
            .narrowed(Defaults.NARROW_NOTHING);

    public static final AssetType TYPE = AzureType.below(
                    Vault.ALL,
                    LIST,
                    "azure.keyvault.secret",
                    "Secret of a key vault",
                    Kinds.SECRET,
                    "properties.contentType",
                    STRING,
                    "properties.attributes.enabled",
                    BOOL,
                    "properties.attributes.exp",
                    INT,
                    "properties.attributes.created",
                    INT,
                    "properties.attributes.updated",
                    INT)
            .redact("properties.value")
            .ownFacet(
                    "expires",
                    TIMESTAMP,
                    secret -> Fields.time(Paths.get(secret.get("properties"), "attributes.exp")),
                    "properties")
            .build();

    private VaultSecret() {}
}
