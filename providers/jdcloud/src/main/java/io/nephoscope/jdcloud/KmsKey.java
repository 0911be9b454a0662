package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;

/**
 * Keys of the key management service ({@code kms:describeKeyList}). They have no policies of their own, so that nobody outside the
 * account may use one. Of what kind a key is, is said when it is made, and by no call that reads ({@code KeyInfo}, {@code KeyDetail}).
 */
final class KmsKey {
    private static final String NAME = "jdcloud.kms.key";

    static final AssetType TYPE = AssetType.named(NAME, "KMS key", Kinds.KEY)
            .oncePerAccount()
            .list(JdListing.of(
                    Calls.KEYS,
                    struct(
                            NAME,
                            "keyId",
                            STRING,
                            "keyName",
                            STRING,
                            "keyStatus",
                            INT,
                            "keyDesc",
                            STRING,
                            "rotationCycle",
                            INT,
                            "createTime",
                            TIMESTAMP,
                            "deleteTime",
                            TIMESTAMP),
                    "keyId"))
            .nativeId("keyId")
            .name("keyName")
            .tagsUntold(JdItems.NO_TAGS)
            .detail(Detail.withoutApi("asymmetric", BOOL, Text.of("the kind of a key", "密钥的类型")))
            .doorless("Whoever uses a key is granted that by a policy of its account.")
            .facet("public", key -> false)
            .facet("publicBy", key -> DocList.empty())
            .build();

    private KmsKey() {}
}
