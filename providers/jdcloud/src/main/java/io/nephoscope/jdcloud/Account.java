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
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.jdcloud.api.JdAccount;
import io.nephoscope.jdcloud.api.JdDetail;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The account itself ({@code user:describeUser}). Much of what is set for it as a whole has no API: it stands here to be asked for by
 * rules, which cannot answer until somebody attests it.
 */
final class Account {
    private static final String NAME = "jdcloud.account";
    private static final String ID = "accountId";

    static final AssetType TYPE = AssetType.named(NAME, "JD Cloud account", Kinds.ACCOUNT)
            .oncePerAccount()
            .list(new Listing(
                    struct(NAME, ID, STRING, "pin", STRING, "loginName", STRING),
                    List.of(Calls.WHO_AM_I.operation()),
                    (site, each) -> JdDetail.ask(site, Calls.WHO_AM_I, Question.ALL, answer -> answer)
                            .map(answer -> {
                                each.accept(Doc.of(ID, id(answer), "loginName", answer.text("loginName")));
                                return 1;
                            })))
            .nativeId(ID)
            .tagsUntold(JdItems.NO_TAGS)
            .detail(auditEvents())
            .detail(Detail.withoutApi(
                    "accessKeys",
                    listOf(struct(NAME + ".accessKey", "createTime", TIMESTAMP, "lastVisitTime", TIMESTAMP)),
                    Text.of("access keys without their secrets", "不含密钥内容的访问密钥")))
            .detail(product("applicationSecurityGateway", Text.of("the application security gateway", "应用安全网关")))
            .detail(product("hostSecurity", Text.of("host security", "主机安全")))
            .detail(product("vulnerabilityScan", Text.of("the vulnerability scan", "漏洞扫描")))
            .detail(Detail.withoutApi("mainUserMfaEnabled", BOOL, Text.of("the log-on of the main user", "主账号用户的登录")))
            .detail(Detail.withoutApi(
                    "passwordPolicy",
                    struct(NAME + ".passwordPolicy", "minimumLength", INT, "maximumAgeDays", INT),
                    Text.of("the password policy", "密码策略")))
            .build();

    private Account() {}

    private static Detail product(String attribute, Text what) {
        return Detail.withoutApi(attribute, struct(NAME + "." + attribute, "enabled", BOOL), what);
    }

    /** The account's number; its name, as private installations have it, where there is none. */
    static String id(Doc user) {
        return user.text(ID).isEmpty() ? user.text("pin") : user.text(ID);
    }

    /** Whether the audit trail is on no call tells. That it has recorded something of late, one does. */
    private static Detail auditEvents() {
        return new Detail(
                "auditEvents",
                listOf(struct(NAME + ".auditEvents", "region", STRING, "lastDay", INT)),
                List.of(Calls.EVENTS.operation().per(Per.REGION)),
                (site, account) -> Outcome.value(DocList.copyOf(site.client(JdAccount.class).regions().stream()
                        .map(region -> Doc.of("region", region, "lastDay", eventsOfLastDay(site.in(region))))
                        .toList())));
    }

    private static Object eventsOfLastDay(Site region) {
        Instant now = region.client(JdAccount.class).clock().instant();
        Question question = Question.ALL
                .asking("startTime", now.minus(Duration.ofDays(1)).toEpochMilli())
                .asking("endTime", now.toEpochMilli())
                .asking("pageNumber", 1L)
                .asking("pageSize", 10L);
        return JdDetail.ask(region, Calls.EVENTS, question, answer -> JdDetail.field(answer, "totalNumber"))
                .toField();
    }
}
