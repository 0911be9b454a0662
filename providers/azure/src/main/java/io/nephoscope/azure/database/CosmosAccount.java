package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.Cidr;
import java.util.List;

/** Accounts of Cosmos DB. */
public final class CosmosAccount {
    private static final String RESOURCE = "Microsoft.DocumentDB/databaseAccounts";

    public static final AssetType TYPE = AzureType.of(
                    "azure.cosmos.account",
                    "Cosmos DB account",
                    Kinds.DOCUMENT_DATABASE,
                    RESOURCE,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.isVirtualNetworkFilterEnabled",
                    BOOL,
                    "properties.ipRules[].ipAddressOrRange",
                    STRING,
                    "properties.virtualNetworkRules[].id",
                    STRING,
                    "properties.disableLocalAuth",
                    BOOL,
                    "properties.disableKeyBasedMetadataWriteAccess",
                    BOOL,
                    "properties.minimalTlsVersion",
                    STRING,
                    "properties.backupPolicy.type",
                    STRING)
            .ownFacet("admitsTheInternet", BOOL, CosmosAccount::admitsTheInternet, "properties")
            .ownFacet("keysRefused", BOOL, NullDefaults.facet(RESOURCE, "disableLocalAuth"), "properties")
            .door("public network access", "properties")
            .build();

    private CosmosAccount() {}

    /** An account that names neither networks nor addresses lets in everybody. */
    private static Object admitsTheInternet(Attributes account) {
        Object properties = account.get("properties");
        Object rules = Paths.get(properties, "ipRules");
        return Fields.is(
                        NullDefaults.inForce(RESOURCE, properties, "publicNetworkAccess"),
                        "Disabled",
                        "SecuredByPerimeter")
                .not()
                .and(() -> admits(rules, NullDefaults.inForce(RESOURCE, properties, "isVirtualNetworkFilterEnabled")))
                .toField();
    }

    private static Tri admits(Object rules, Object networksOnly) {
        return Tri.ask(rules, known -> {
            List<Cidr> admitted = Fields.docs(known)
                    .map(rule -> Cidr.parse(rule.text("ipAddressOrRange")))
                    .toList();
            return admitted.isEmpty() ? Tri.isTrue(networksOnly).not() : Tri.of(isInternet(admitted));
        });
    }

    private static boolean isInternet(List<Cidr> admitted) {
        return AddressFamily.IPV4.isInternet(AddressRanges.anyOf(admitted.stream()
                .filter(block -> block.family() == AddressFamily.IPV4)
                .map(Cidr::ranges)
                .toList()));
    }
}
