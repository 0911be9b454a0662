package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.jdcloud.api.JdDetail;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Instances of Redis ({@code redis:describeCacheInstances}). */
final class RedisInstance {
    private static final String NAME = "jdcloud.redis.instance";

    static final AssetType TYPE = AssetType.named(NAME, "Redis instance", Kinds.CACHE)
            .list(JdListing.of(
                    Calls.CACHES,
                    struct(
                            NAME,
                            "cacheInstanceId",
                            STRING,
                            "cacheInstanceName",
                            STRING,
                            "cacheInstanceStatus",
                            STRING,
                            "cacheInstanceType",
                            STRING,
                            "redisVersion",
                            STRING,
                            "azId",
                            struct(NAME + ".azId", "master", STRING, "slave", STRING),
                            "vpcId",
                            STRING,
                            "subnetId",
                            STRING,
                            "connectionDomain",
                            STRING,
                            "port",
                            INT,
                            "auth",
                            BOOL,
                            "isAllowNoAuth",
                            BOOL,
                            "createTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "cacheInstanceId"))
            .nativeId("cacheInstanceId")
            .name("cacheInstanceName")
            .tags(JdItems::tags, JdItems.TAGS)
            .detail(JdDetail.of(
                    "backupPolicy",
                    Calls.CACHE_BACKUP,
                    struct(NAME + ".backupPolicy", "autoBackup", BOOL, "backupPeriod", STRING, "backupTime", STRING),
                    "cacheInstanceId",
                    "cacheInstanceId"))
            .detail(JdDetail.ofField(
                    "ipWhiteList",
                    Calls.CACHE_WHITE_LIST,
                    listOf(STRING),
                    "cacheInstanceId",
                    "cacheInstanceId",
                    "ipWhiteList"))
            .ownFacet(
                    WhiteList.FACET,
                    BOOL,
                    database -> WhiteList.admitsInternet(database.get("ipWhiteList")),
                    "ipWhiteList")
            .relation("subnet", "jdcloud.vpc.subnet", "subnetId")
            .build();

    private RedisInstance() {}
}
