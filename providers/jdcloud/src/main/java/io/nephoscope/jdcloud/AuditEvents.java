package io.nephoscope.jdcloud;

import io.nephoscope.http.rest.RestCall;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How many events the audit trail recorded of late, region by region: the window that is asked about ends now. */
final class AuditEvents {
    private static final RestCall CALL = JdCloudTypes.SERVICE.call("audittrail:lookupEvents");

    private AuditEvents() {}

    static Detail as(String attribute, String type) {
        return new Detail(
                attribute,
                Schema.listOf(Schema.struct(type + "." + attribute, "region", Scalar.STRING, "lastDay", Scalar.INT)),
                List.of(CALL.operation().per(Per.REGION)),
                (site, account) -> Outcome.value(DocList.copyOf(site.client(JdAccount.class).regions().stream()
                        .map(region -> Doc.of("region", region, "lastDay", ofLastDay(site.in(region))))
                        .toList())));
    }

    private static Object ofLastDay(Site region) {
        Instant now = region.client(JdAccount.class).clock().instant();
        Map<String, Object> window =
                Map.of("startTime", now.minus(Duration.ofDays(1)).toEpochMilli(), "endTime", now.toEpochMilli());
        return CALL.answer(region, window)
                .map(answer -> ((Doc) answer).get("totalNumber"))
                .toField();
    }
}
