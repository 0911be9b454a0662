package io.nephoscope.azure.keyvault;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmDetail;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;

/** Keys of key vaults: what the Resource Manager says of them, which is never the key. */
public final class VaultKey {
    private static final String NAME = "azure.keyvault.key";
    private static final String READ = "Microsoft.KeyVault/vaults/keys/read";
    private static final String API = "2023-07-01";

    private static final ArmCall LIST =
            ArmCall.list("Keys_List", READ, "/keys", API).narrowed(Defaults.NARROW_NOTHING);
    private static final ArmCall GET = ArmCall.get("Keys_Get", READ, "", API);

    /** A vault answers nobody who does not sign in to its tenant, so that no key is public. */
    public static final AssetType TYPE = AzureType.below(
                    Vault.ALL,
                    LIST,
                    NAME,
                    "Key of a key vault",
                    Kinds.KEY,
                    "properties.kty",
                    STRING,
                    "properties.keySize",
                    INT,
                    "properties.curveName",
                    STRING,
                    "properties.attributes.enabled",
                    BOOL,
                    "properties.attributes.exp",
                    INT,
                    "properties.attributes.created",
                    INT,
                    "properties.attributes.updated",
                    INT)
            .detail(ArmDetail.of(
                    "current",
                    GET,
                    ArmSchema.of(NAME + ".current", "properties.rotationPolicy.lifetimeActions[].action.type", STRING)))
            .doorless(
                    "Whoever uses a key signs in and holds a role or an access policy, which name identities of the tenant.")
            .facet("public", key -> false)
            .facet("publicBy", key -> DocList.empty())
            .ownFacet(
                    "expires",
                    TIMESTAMP,
                    key -> Fields.time(Paths.get(key.get("properties"), "attributes.exp")),
                    "properties")
            .build();

    private VaultKey() {}
}
