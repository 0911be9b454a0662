package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import io.nephoscope.jdcloud.api.Question;
import java.util.List;
import java.util.function.Consumer;

/** Domains behind the web application firewall ({@code waf:listMainCfg}), instance by instance. */
final class WafDomain {
    private static final String NAME = "jdcloud.waf.domain";
    private static final String INSTANCE = "wafInstanceId";
    private static final Schema.Struct ATTRIBUTES = struct(
            NAME,
            INSTANCE,
            STRING,
            "domain",
            STRING,
            "cname",
            STRING,
            "protocols",
            listOf(STRING),
            "sslProtocols",
            listOf(STRING),
            "disableWaf",
            INT,
            "enableCname2Rs",
            INT,
            "antiStatus",
            struct(NAME + ".antiStatus", "waf", INT, "cc", INT, "acl", INT),
            "antiMode",
            struct(NAME + ".antiMode", "waf", INT),
            "dnsStatus",
            struct(NAME + ".dnsStatus", "statusCode", INT, "statusMsg", STRING),
            "httpsCertUpdateStatus",
            INT,
            "gmCertSupport",
            INT,
            "gmHttpsCertUpdateStatus",
            INT);

    static final AssetType TYPE = AssetType.named(NAME, "WAF domain", Kinds.WEB_ENTRY)
            .list(new Listing(
                    ATTRIBUTES,
                    List.of(Calls.WAF_INSTANCES.operation(), Calls.WAF_DOMAINS.operation()),
                    WafDomain::list))
            .nativeId(domain ->
                    domain.text("domain").isEmpty() ? "" : domain.text(INSTANCE) + "/" + domain.text("domain"))
            .name("domain")
            .tagsUntold(JdItems.NO_TAGS)
            .relation("instance", "jdcloud.waf.instance", INSTANCE)
            .build();

    private WafDomain() {}

    /** An instance whose domains cannot be listed leaves those of the others what they are. */
    private static Outcome<Integer> list(Site site, Consumer<Doc> each) {
        return JdListing.all(site, Calls.WAF_INSTANCES, "instanceId").then(instances -> {
            Outcome<Integer> all = Outcome.value(0);
            for (Doc instance : instances) {
                Outcome<Integer> before = all;
                Outcome<Integer> here = domains(site, instance.text("instanceId"), each);
                all = before.then(count -> here.map(more -> count + more));
            }
            return all;
        });
    }

    private static Outcome<Integer> domains(Site site, String instance, Consumer<Doc> each) {
        Question question = Question.of(INSTANCE, instance).asking("req", Doc.of(INSTANCE, instance));
        return JdListing.walk(
                site, Calls.WAF_DOMAINS, question, "domain", domain -> each.accept(domain.with(INSTANCE, instance)));
    }
}
