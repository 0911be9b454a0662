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
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/** Log sets of the log service ({@code logs:describeLogsets}). */
final class LogsLogset {
    private static final String NAME = "jdcloud.logs.logset";

    static final AssetType TYPE = AssetType.named(NAME, "Log set", Kinds.LOG_STORE)
            .list(JdListing.of(
                    Calls.LOG_SETS,
                    struct(
                            NAME,
                            "uID",
                            STRING,
                            "name",
                            STRING,
                            "description",
                            STRING,
                            "region",
                            STRING,
                            "hasTopic",
                            BOOL,
                            "lifeCycle",
                            INT,
                            "createTime",
                            TIMESTAMP,
                            "tags",
                            listOf(DYN)),
                    "uID"))
            .nativeId("uID")
            .name("name")
            .tags(JdItems::tags, JdItems.TAGS)
            .build();

    private LogsLogset() {}
}
