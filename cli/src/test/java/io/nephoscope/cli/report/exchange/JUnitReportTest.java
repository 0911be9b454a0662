package io.nephoscope.cli.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.rules.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitReportTest {
    @TempDir
    private Path folder;

    private static Element suites(ReportData data) throws Exception {
        String report = Written.report(ReportFormat.JUNIT, Language.EN, data);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element within, String name) {
        NodeList nodes = within.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static void assertCounted(Element counted) {
        assertThat(counted.getAttribute("tests")).isEqualTo(count(counted, "testcase"));
        assertThat(counted.getAttribute("failures")).isEqualTo(count(counted, "failure"));
        assertThat(counted.getAttribute("errors")).isEqualTo(count(counted, "error"));
        assertThat(counted.getAttribute("skipped")).isEqualTo(count(counted, "skipped"));
    }

    private static String count(Element within, String name) {
        return String.valueOf(elements(within, name).size());
    }

    @ParameterizedTest
    @EnumSource
    void theCountsAreThoseOfWhatIsListed(ExchangeScans scan) throws Exception {
        Element suites = suites(scan.in(folder));

        assertCounted(suites);
        elements(suites, "testsuite").forEach(JUnitReportTest::assertCounted);
    }

    @Test
    void everyFindingIsATestCase() throws Exception {
        ReportData data = ExchangeScans.RICH.in(folder);
        Element suites = suites(data);

        assertThat(elements(suites, "testcase"))
                .hasSize((int) data.tally().verdicts().total());
        assertThat(elements(suites, "failure"))
                .hasSize((int) data.tally().verdicts().of(Verdict.FAIL));
        assertThat(elements(suites, "error"))
                .hasSize((int) data.tally().verdicts().of(Verdict.UNKNOWN));
    }

    @Test
    void aFailureSaysWhatWasSeenAndHowToMendIt() throws Exception {
        Element failure =
                elements(suites(ExchangeScans.SMALL.in(folder)), "failure").get(0);

        assertThat(failure.getAttribute("type")).isEqualTo("critical");
        assertThat(failure.getAttribute("message")).isEqualTo("Anyone may read the bucket.");
        assertThat(failure.getTextContent()).contains("facets.public = true", "Open the bucket and close it.");
        assertThat(((Element) failure.getParentNode()).getAttribute("name"))
                .isEqualTo("[CRITICAL] bucket-not-public ledger (toy:1001:north:toy.bucket:ledger)");
    }

    @Test
    void whatIsNotKnownIsAnErrorThatNamesTheCall() throws Exception {
        List<Element> errors = elements(suites(ExchangeScans.SMALL.in(folder)), "error");

        assertThat(errors).hasSize(2).allSatisfy(error -> {
            assertThat(error.getAttribute("type")).isEqualTo("denied");
            assertThat(error.getAttribute("message")).contains("It needs the permission toy:");
        });
    }

    @Test
    void whatIsWaivedIsSkippedWithTheReason() throws Exception {
        Element suites = suites(ExchangeScans.STATED.in(folder));

        assertThat(elements(suites, "failure")).isEmpty();
        assertThat(elements(suites, "skipped"))
                .extracting(it -> it.getAttribute("message"))
                .contains("Waived until 2026-06-30 by Anna: Until the move.");
    }

    @Test
    void lettersBeyondTheFirstPlaneAndThoseThatXmlCannotSayDoNotBreakIt() throws Exception {
        ReportData data = ExchangeScans.HOSTILE.in(folder);

        assertThat(elements(suites(data), "testcase"))
                .hasSize((int) data.tally().verdicts().total());
    }
}
