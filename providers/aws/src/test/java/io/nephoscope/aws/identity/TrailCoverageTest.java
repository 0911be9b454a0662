package io.nephoscope.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailCoverageTest {
    private static final List<String> INPUTS =
            List.of("IsMultiRegionTrail", "TrailStatus", "EventSelectors", "AdvancedEventSelectors");
    private static final Unknown STATUS_DENIED = denied("cloudtrail:GetTrailStatus");
    private static final Unknown SELECTORS_DENIED = denied("cloudtrail:GetEventSelectors");
    private static final Doc ALL = basic("All");
    private static final Doc GOOD = trail(ALL);

    private static Unknown denied(String call) {
        return Unknown.because(new Cause(call, Status.DENIED, call, Text.EMPTY));
    }

    private static Doc basic(String type, Object... excluded) {
        return Doc.of(
                "ReadWriteType",
                type,
                "IncludeManagementEvents",
                true,
                "DataResources",
                DocList.empty(),
                "ExcludeManagementEventSources",
                DocList.of(excluded));
    }

    private static Doc advanced(Doc... filters) {
        return Doc.of("Name", "n", "FieldSelectors", DocList.of((Object[]) filters));
    }

    private static Doc filter(String field, String operator, Object... values) {
        return Doc.of("Field", field, operator, DocList.of(values));
    }

    private static Doc trail(Object... basicSelectors) {
        return Doc.of(
                "IsMultiRegionTrail",
                true,
                "TrailStatus",
                Doc.of("IsLogging", true),
                "EventSelectors",
                DocList.of(basicSelectors),
                "AdvancedEventSelectors",
                Absent.ABSENT);
    }

    private static Doc advancedTrail(Doc... selectors) {
        return trail().with("EventSelectors", Absent.ABSENT)
                .with("AdvancedEventSelectors", DocList.of((Object[]) selectors));
    }

    private static Object complete(Doc trail) {
        return new Facet("coversAllRegions", INPUTS, TrailCoverage::complete).of(trail);
    }

    private static Object gaps(Doc trail) {
        return new Facet("coverageGaps", INPUTS, TrailCoverage::gaps).of(trail);
    }

    @Test
    void aLoggingTrailOfAllRegionsWithAllManagementEventsCovers() {
        assertThat(complete(GOOD)).isEqualTo(true);
        assertThat(gaps(GOOD)).isEqualTo(DocList.empty());
    }

    @Test
    void everyGapIsNamed() {
        assertThat(gaps(GOOD.with("IsMultiRegionTrail", false))).isEqualTo(DocList.of("other-regions"));
        assertThat(gaps(GOOD.with("IsMultiRegionTrail", Absent.ABSENT))).isEqualTo(DocList.of("other-regions"));
        assertThat(gaps(GOOD.with("TrailStatus", Doc.of("IsLogging", false)))).isEqualTo(DocList.of("not-logging"));
        assertThat(gaps(GOOD.with("TrailStatus", Doc.of("IsLogging", true, "LatestDeliveryError", "AccessDenied"))))
                .isEqualTo(DocList.of("delivery-error"));
        assertThat(gaps(trail(basic("ReadOnly")))).isEqualTo(DocList.of("write-events"));
        assertThat(gaps(trail(basic("WriteOnly")))).isEqualTo(DocList.of("read-events"));
        assertThat(gaps(trail(basic("All", "kms.amazonaws.com", "rdsdata.amazonaws.com"))))
                .isEqualTo(DocList.of("source:kms.amazonaws.com", "source:rdsdata.amazonaws.com"));
        assertThat(gaps(trail())).isEqualTo(DocList.of("read-events", "write-events"));
        assertThat(complete(trail(ALL.with("IncludeManagementEvents", false)))).isEqualTo(false);
    }

    @Test
    void anEmptyDeliveryErrorIsNone() {
        assertThat(complete(GOOD.with("TrailStatus", Doc.of("IsLogging", true, "LatestDeliveryError", ""))))
                .isEqualTo(true);
    }

    @Test
    void selectorsAreReadTogether() {
        assertThat(complete(trail(basic("ReadOnly"), basic("WriteOnly")))).isEqualTo(true);
        assertThat(complete(trail(basic("All", "kms.amazonaws.com"), ALL))).isEqualTo(true);
        assertThat(gaps(trail(basic("All", "kms.amazonaws.com"), basic("ReadOnly"))))
                .isEqualTo(DocList.of("source:kms.amazonaws.com"));
    }

    @Test
    void advancedSelectorsAreReadAsWell() {
        Doc management = filter("eventCategory", "Equals", "Management");
        assertThat(complete(advancedTrail(advanced(management)))).isEqualTo(true);
        assertThat(complete(advancedTrail(advanced(filter("eventCategory", "Equals", "Data")), advanced(management))))
                .isEqualTo(true);
        assertThat(gaps(advancedTrail(advanced(filter("eventCategory", "Equals", "Data")))))
                .isEqualTo(DocList.of("read-events", "write-events"));
        assertThat(gaps(advancedTrail(advanced(management, filter("readOnly", "Equals", "false")))))
                .isEqualTo(DocList.of("read-events"));
        assertThat(complete(advancedTrail(
                        advanced(management, filter("readOnly", "Equals", "false")),
                        advanced(management, filter("readOnly", "Equals", "true")))))
                .isEqualTo(true);
        assertThat(gaps(advancedTrail(advanced(management, filter("eventSource", "NotEquals", "kms.amazonaws.com")))))
                .isEqualTo(DocList.of("source:kms.amazonaws.com"));
    }

    @Test
    void aFilterThatIsNotUnderstoodIsNotCountedOn() {
        Doc management = filter("eventCategory", "Equals", "Management");
        assertThat(complete(advancedTrail(advanced(management, filter("eventSource", "Equals", "iam.amazonaws.com")))))
                .isEqualTo(false);
        assertThat(complete(advancedTrail(advanced(management, filter("eventName", "NotEquals", "AssumeRole")))))
                .isEqualTo(false);
        assertThat(complete(advancedTrail(advanced(management, filter("readOnly", "NotEquals", "true")))))
                .isEqualTo(false);
    }

    @Test
    void oneGapThatWasSeenDecidesWhateverWasNotRead() {
        Doc unread = GOOD.with("TrailStatus", STATUS_DENIED)
                .with("EventSelectors", SELECTORS_DENIED)
                .with("AdvancedEventSelectors", SELECTORS_DENIED);
        assertThat(complete(unread.with("IsMultiRegionTrail", false))).isEqualTo(false);
        assertThat(complete(unread)).isEqualTo(SELECTORS_DENIED.and(STATUS_DENIED));
        assertThat(complete(GOOD.with("TrailStatus", STATUS_DENIED))).isEqualTo(STATUS_DENIED);
        assertThat(complete(GOOD.with("AdvancedEventSelectors", SELECTORS_DENIED)))
                .isEqualTo(SELECTORS_DENIED);
        assertThat(gaps(GOOD.with("TrailStatus", STATUS_DENIED))).isEqualTo(DocList.of(STATUS_DENIED));
    }
}
