package io.nephoscope.azure.database;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;

/** Caches of Azure Cache for Redis. */
public final class RedisCache {
    private static final String RESOURCE = "Microsoft.Cache/redis";

    public static final AssetType TYPE = AzureType.of(
                    "azure.redis.cache",
                    "Azure Cache for Redis",
                    Kinds.CACHE,
                    RESOURCE,
                    "properties.redisVersion",
                    STRING,
                    "properties.enableNonSslPort",
                    BOOL,
                    "properties.minimumTlsVersion",
                    STRING,
                    "properties.publicNetworkAccess",
                    STRING,
                    "properties.disableAccessKeyAuthentication",
                    BOOL,
                    "properties.subnetId",
                    STRING)
            .redact("properties.accessKeys")
            .ownFacet("plainPortOpen", BOOL, NullDefaults.facet(RESOURCE, "enableNonSslPort"), "properties")
            .ownFacet("minimumTlsVersion", STRING, NullDefaults.facet(RESOURCE, "minimumTlsVersion"), "properties")
            .build();

    private RedisCache() {}
}
