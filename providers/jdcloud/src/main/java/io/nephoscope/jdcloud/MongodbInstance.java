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

/** Instances of MongoDB ({@code mongodb:describeInstances}). */
final class MongodbInstance {
    private static final String NAME = "jdcloud.mongodb.instance";

    static final AssetType TYPE = AssetType.named(NAME, "MongoDB instance", Kinds.DOCUMENT_DATABASE)
            .list(JdListing.of(
                    Calls.MONGODB,
                    struct(
                            NAME,
                            "instanceId",
                            STRING,
                            "instanceName",
                            STRING,
                            "instanceStatus",
                            STRING,
                            "engine",
                            STRING,
                            "engineVersion",
                            STRING,
                            "storageEncrypted",
                            BOOL,
                            "azId",
                            listOf(STRING),
                            "vpcId",
                            STRING,
                            "subnetId",
                            STRING,
                            "backupRetentionPeriod",
                            INT,
                            "isSetSecurityIps",
                            BOOL,
                            "createTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "instanceId"))
            .nativeId("instanceId")
            .name("instanceName")
            .tags(JdItems::tags, JdItems.TAGS)
            .detail(JdDetail.ofField(
                    "securityIps", Calls.MONGODB_WHITE_LIST, STRING, "instanceId", "instanceId", "securityIps"))
            .ownFacet(
                    WhiteList.FACET,
                    BOOL,
                    database -> WhiteList.admitsInternet(database.get("securityIps")),
                    "securityIps")
            .relation("subnet", "jdcloud.vpc.subnet", "subnetId")
            .build();

    private MongodbInstance() {}
}
