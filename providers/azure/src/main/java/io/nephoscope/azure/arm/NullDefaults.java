package io.nephoscope.azure.arm;

import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Paths;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What Azure does where a property is left out, which is not always what the name of the property suggests, and which changed over
 * the years: resources keep the default with which they were made.
 */
public final class NullDefaults {
    private static final String STORAGE = "Microsoft.Storage/storageAccounts";
    private static final String VAULT = "Microsoft.KeyVault/vaults";
    private static final String SQL = "Microsoft.Sql/servers";
    private static final String POSTGRES = "Microsoft.DBforPostgreSQL/flexibleServers";
    private static final String MYSQL = "Microsoft.DBforMySQL/flexibleServers";
    private static final String COSMOS = "Microsoft.DocumentDB/databaseAccounts";
    private static final String REDIS = "Microsoft.Cache/redis";
    private static final String SITE = "Microsoft.Web/sites";
    private static final String CLUSTER = "Microsoft.ContainerService/managedClusters";
    private static final String REGISTRY = "Microsoft.ContainerRegistry/registries";

    private static final String LEARN = "https://learn.microsoft.com/";
    private static final String STORAGE_REFERENCE = LEARN + "rest/api/storagerp/storage-accounts/get-properties";
    private static final String VAULT_REFERENCE = LEARN + "rest/api/keyvault/keyvault/vaults/get";
    private static final String SQL_REFERENCE = LEARN + "rest/api/sql/servers/get";
    private static final String COSMOS_REFERENCE = LEARN + "rest/api/cosmos-db-resource-provider/database-accounts/get";
    private static final String REDIS_REFERENCE = LEARN + "rest/api/redis/redis/get";
    private static final String SITE_REFERENCE = LEARN + "rest/api/appservice/web-apps/get";
    private static final String CLUSTER_REFERENCE = LEARN + "rest/api/aks/managed-clusters/get";
    private static final String REGISTRY_REFERENCE = LEARN + "rest/api/containerregistry/registries/get";

    /**
     * The defaults; of several for one property, the first whose date has not come when the resource is made.
     *
     * <p>Whether {@code allowBlobPublicAccess} is there decides nothing by itself: the containers are looked at.
     */
    static final List<NullDefault> ALL = List.of(
            of(STORAGE, "allowBlobPublicAccess", true, "2019-06-01", STORAGE_REFERENCE),
            of(STORAGE, "allowSharedKeyAccess", true, "2019-06-01", STORAGE_REFERENCE),
            of(STORAGE, "allowCrossTenantReplication", true, "2021-04-01", STORAGE_REFERENCE)
                    .madeBefore(LocalDate.of(2023, 12, 15)),
            of(STORAGE, "allowCrossTenantReplication", false, "2023-01-01", STORAGE_REFERENCE),
            of(STORAGE, "supportsHttpsTrafficOnly", false, "2018-11-01", STORAGE_REFERENCE)
                    .madeBefore(LocalDate.of(2019, 4, 1)),
            of(STORAGE, "supportsHttpsTrafficOnly", true, "2019-04-01", STORAGE_REFERENCE),
            of(STORAGE, "minimumTlsVersion", "TLS1_0", "2019-06-01", STORAGE_REFERENCE),
            of(STORAGE, "publicNetworkAccess", "Enabled", "2021-06-01", STORAGE_REFERENCE),
            of(STORAGE, "networkAcls.defaultAction", "Allow", "2017-06-01", STORAGE_REFERENCE),
            of(STORAGE, "networkAcls.bypass", "AzureServices", "2017-06-01", STORAGE_REFERENCE),
            of(STORAGE, "defaultToOAuthAuthentication", false, "2021-06-01", STORAGE_REFERENCE),
            of(STORAGE, "isHnsEnabled", false, "2018-02-01", STORAGE_REFERENCE),
            of(VAULT, "enablePurgeProtection", false, "2018-02-14", VAULT_REFERENCE),
            of(VAULT, "enableRbacAuthorization", false, "2019-09-01", VAULT_REFERENCE),
            of(VAULT, "publicNetworkAccess", "Enabled", "2021-10-01", VAULT_REFERENCE),
            of(VAULT, "networkAcls.defaultAction", "Allow", "2018-02-14", VAULT_REFERENCE),
            of(SQL, "publicNetworkAccess", "Enabled", "2019-06-01-preview", SQL_REFERENCE),
            of(SQL, "minimalTlsVersion", "None", "2019-06-01-preview", SQL_REFERENCE),
            of(
                    POSTGRES,
                    "network.publicNetworkAccess",
                    "Enabled",
                    "2021-06-01",
                    LEARN + "rest/api/postgresql/servers/get"),
            of(
                    MYSQL,
                    "network.publicNetworkAccess",
                    "Enabled",
                    "2021-05-01",
                    LEARN + "rest/api/mysql/flexibleserver/servers/get"),
            of(COSMOS, "publicNetworkAccess", "Enabled", "2020-03-01", COSMOS_REFERENCE),
            of(COSMOS, "isVirtualNetworkFilterEnabled", false, "2019-08-01", COSMOS_REFERENCE),
            of(COSMOS, "disableLocalAuth", false, "2021-06-15", COSMOS_REFERENCE),
            of(REDIS, "enableNonSslPort", false, "2016-04-01", REDIS_REFERENCE),
            of(REDIS, "minimumTlsVersion", "1.0", "2018-03-01", REDIS_REFERENCE),
            of(REDIS, "publicNetworkAccess", "Enabled", "2020-06-01", REDIS_REFERENCE),
            of(SITE, "httpsOnly", false, "2016-08-01", SITE_REFERENCE),
            of(CLUSTER, "disableLocalAccounts", false, "2021-05-01", CLUSTER_REFERENCE),
            of(CLUSTER, "publicNetworkAccess", "Enabled", "2023-09-01", CLUSTER_REFERENCE),
            of(CLUSTER, "apiServerAccessProfile.enablePrivateCluster", false, "2020-04-01", CLUSTER_REFERENCE),
            of(REGISTRY, "adminUserEnabled", false, "2017-10-01", REGISTRY_REFERENCE),
            of(REGISTRY, "anonymousPullEnabled", false, "2021-06-01-preview", REGISTRY_REFERENCE));

    private NullDefaults() {}

    /**
     * What one absence means.
     *
     * @param resourceType as the API's descriptions write it
     * @param property below {@code properties}, with dots
     * @param value what holds where the property is left out
     * @param madeBefore for resources made before that day (UTC); for all where empty
     * @param apiVersion the first one that has the property, or that has this default
     * @param source where Azure documents it
     */
    record NullDefault(
            String resourceType,
            String property,
            Object value,
            Optional<LocalDate> madeBefore,
            String apiVersion,
            String source) {
        NullDefault madeBefore(LocalDate day) {
            return new NullDefault(resourceType, property, value, Optional.of(day), apiVersion, source);
        }

        private boolean holdsFor(Object made) {
            return madeBefore
                    .map(day -> instant(made)
                            .isBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                    .orElse(true);
        }

        private static Instant instant(Object made) {
            if (made instanceof String text) {
                return OffsetDateTime.parse(text).toInstant();
            }
            throw new IllegalArgumentException(
                    "the resource does not say when it was made, on which a default depends");
        }
    }

    private static NullDefault of(
            String resourceType, String property, Object value, String apiVersion, String source) {
        return new NullDefault(resourceType, property, value, Optional.empty(), apiVersion, source);
    }

    /**
     * The property of a resource as it is in force: what is written there, what its absence means, or unknown.
     *
     * @param properties the attribute of that name; {@code creationTime} in it is when the resource was made
     * @throws IllegalArgumentException where the absence means nothing that we know
     */
    public static Object inForce(String resourceType, Object properties, String property) {
        Object written = Paths.get(properties, property);
        if (written != Absent.ABSENT) {
            return written;
        }
        Object made = Paths.get(properties, "creationTime");
        return ALL.stream()
                .filter(it ->
                        it.resourceType().equals(resourceType) && it.property().equals(property))
                .filter(it -> it.holdsFor(made))
                .findFirst()
                .map(NullDefault::value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "nobody knows what it means that " + resourceType + " leaves out " + property));
    }

    /** A facet that is a property as it is in force. */
    public static Facet.Derive facet(String resourceType, String property) {
        return attributes -> inForce(resourceType, attributes.get("properties"), property);
    }
}
