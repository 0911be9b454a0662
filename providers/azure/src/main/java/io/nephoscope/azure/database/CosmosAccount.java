package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Accounts of Cosmos DB. */
public final class CosmosAccount {
    private static final String RESOURCE = "Microsoft.DocumentDB/databaseAccounts";
    private static final Set<String> KEYS_ONLY = Set.of("enablemongo", "enablecassandra");

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
                    "properties.capabilities[].name",
                    STRING,
                    "properties.disableLocalAuth",
                    BOOL,
                    "properties.disableKeyBasedMetadataWriteAccess",
                    BOOL,
                    "properties.minimalTlsVersion",
                    STRING,
                    "properties.backupPolicy.type",
                    STRING)
            .ownFacet("admitsTheInternet", BOOL, lets(Admitted::isEverybody), "properties")
            .ownFacet("admitsAllOfAzure", BOOL, lets(Admitted::isAllOfAzure), "properties")
            .ownFacet("keysRefused", BOOL, NullDefaults.facet(RESOURCE, "disableLocalAuth"), "properties")
            .ownFacet("takesIdentities", BOOL, CosmosAccount::takesIdentities, "kind", "properties")
            .build();

    private CosmosAccount() {}

    private static Facet.Derive lets(Predicate<Admitted> whom) {
        return account -> {
            Object properties = account.get("properties");
            return PublicEndpoint.lets(PublicEndpoint.isOn(RESOURCE, properties), () -> admits(whom, properties))
                    .toField();
        };
    }

    /** An account that names neither networks nor addresses lets in everybody. */
    private static Tri admits(Predicate<Admitted> whom, Object properties) {
        return Tri.ask(Paths.get(properties, "ipRules"), rules -> {
            Admitted admitted = Admitted.by(Fields.docs(rules).map(rule -> rule.text("ipAddressOrRange")));
            return admitted.isEmpty()
                    ? Tri.isTrue(NullDefaults.inForce(RESOURCE, properties, "isVirtualNetworkFilterEnabled"))
                            .not()
                    : Tri.of(whom.test(admitted));
        });
    }

    /** The protocols of MongoDB and Cassandra know keys and nothing else. */
    private static Object takesIdentities(Attributes account) {
        return Fields.is(account.get("kind"), "MongoDB")
                .or(() -> Tri.ask(
                        Paths.get(account.get("properties"), "capabilities"),
                        list -> Tri.of(Fields.docs(list)
                                .map(capability -> capability.text("name").toLowerCase(Locale.ROOT))
                                .anyMatch(KEYS_ONLY::contains))))
                .not()
                .toField();
    }
}
