package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.jdcloud.api.JdDetail;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import io.nephoscope.jdcloud.api.Question;
import io.nephoscope.jdcloud.api.UnusableAnswer;

/** Sub-users of the account ({@code iam:describeSubUsers}). Their access keys are listed only by a call that hands out the secrets too. */
final class IamSubUser {
    private static final String NAME = "jdcloud.iam.sub_user";
    private static final Schema.Struct POLICY =
            struct(NAME + ".policy", "policyId", STRING, "name", STRING, "policyType", INT, "scopeType", INT);

    static final AssetType TYPE = AssetType.named(NAME, "IAM sub-user", Kinds.USER)
            .oncePerAccount()
            .list(JdListing.of(
                    Calls.SUB_USERS,
                    struct(
                            NAME,
                            "name",
                            STRING,
                            "nickName",
                            STRING,
                            "account",
                            STRING,
                            "description",
                            STRING,
                            "createTime",
                            TIMESTAMP,
                            "updateTime",
                            TIMESTAMP),
                    "name"))
            .nativeId("name")
            .tagsUntold(JdItems.NO_TAGS)
            .detail(JdDetail.of(
                    "mfaEnabled",
                    Calls.VIRTUAL_MFA,
                    BOOL,
                    user -> Question.with("queriedAccount", user.text("name")),
                    "name",
                    IamSubUser::mfa))
            .detail(JdDetail.ofField(
                    "policies", Calls.SUB_USER_POLICIES, listOf(POLICY), "subUser", "name", "policies"))
            .detail(Detail.withoutApi(
                    "accessKeys",
                    listOf(struct(NAME + ".accessKey", "createTime", TIMESTAMP, "lastVisitTime", TIMESTAMP)),
                    Text.of("access keys without their secrets", "不含密钥内容的访问密钥")))
            .build();

    private IamSubUser() {}

    private static Object mfa(Doc result) {
        Object status = JdDetail.field(result, "status");
        if (status.equals(0L) || status.equals(1L)) {
            return status.equals(1L);
        }
        throw new UnusableAnswer(Text.of("the status {0} is not known", "状态 {0} 未知", status));
    }
}
