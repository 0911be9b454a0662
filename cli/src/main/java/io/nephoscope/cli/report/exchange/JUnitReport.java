package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Words;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML for build servers: a test case for each finding. What FAILs is a failure, what is UNKNOWN an error, and what does not apply,
 * needs a person or is waived is skipped. The counts come first, so the findings are walked twice.
 */
public final class JUnitReport implements Report {
    private final FindingText text;

    public JUnitReport(Words words) {
        this.text = new FindingText(words);
    }

    /** Findings in a row of one service in one region of an account, counted. */
    private static final class Suite {
        private final Name name;
        private long tests;
        private long failures;
        private long errors;
        private long skipped;

        Suite(Name name) {
            this.name = name;
        }

        void add(Finding finding) {
            tests++;
            switch (Case.of(finding)) {
                case FAILURE -> failures++;
                case ERROR -> errors++;
                case SKIPPED -> skipped++;
                case PASSED -> {}
            }
        }
    }

    private record Name(String provider, String account, String region, String service) {
        static Name of(Finding.Subject asset) {
            String[] type = asset.type().split("\\.", 3);
            return new Name(
                    SeenAccount.of(asset).provider(),
                    asset.scope().account(),
                    asset.scope().region(),
                    type.length > 1 ? type[1] : "");
        }

        @Override
        public String toString() {
            return String.join("/", provider, account, region, service);
        }
    }

    private enum Case {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        static Case of(Finding finding) {
            if (finding.waived().isPresent()) {
                return SKIPPED;
            }
            return switch (finding.verdict()) {
                case PASS -> PASSED;
                case FAIL -> FAILURE;
                case UNKNOWN -> ERROR;
                case NOT_APPLICABLE, MANUAL -> SKIPPED;
            };
        }
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        List<Suite> suites = new ArrayList<>();
        Suite all = new Suite(new Name("", "", "", ""));
        data.findings().forEach(finding -> {
            Name name = Name.of(finding.asset());
            if (suites.isEmpty() || !suites.get(suites.size() - 1).name.equals(name)) {
                suites.add(new Suite(name));
            }
            suites.get(suites.size() - 1).add(finding);
            all.add(finding);
        });
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new Writing(xml, data, suites.iterator()).write(all);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private final class Writing {
        private final XMLStreamWriter xml;
        private final ReportData data;
        private final Iterator<Suite> suites;
        private boolean isWithinSuite;
        private long left;

        Writing(XMLStreamWriter xml, ReportData data, Iterator<Suite> suites) {
            this.xml = xml;
            this.data = data;
            this.suites = suites;
        }

        void write(Suite all) throws XMLStreamException {
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            line();
            xml.writeStartElement("testsuites");
            attribute("name", "nephoscope");
            counts(all);
            FindingRows.of(data).forEach(IoConsumer.unchecked(this::add));
            endSuite();
            line();
            xml.writeEndElement();
            line();
            xml.writeEndDocument();
        }

        private void add(FindingRow row) throws IOException {
            try {
                if (left == 0) {
                    endSuite();
                    suite(suites.next());
                }
                left--;
                testCase(row);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }

        private void suite(Suite suite) throws XMLStreamException {
            line();
            xml.writeStartElement("testsuite");
            attribute("name", suite.name.toString());
            counts(suite);
            // The format's times have no zone; the scan's are in UTC.
            attribute("timestamp", data.manifest().startedAt().replaceFirst("(\\.\\d+)?Z$", ""));
            attribute("hostname", suite.name.account());
            line();
            xml.writeStartElement("properties");
            property("scan", data.manifest().scanId());
            property("account", suite.name.account());
            property("region", suite.name.region());
            property("toolVersion", data.toolVersion());
            line();
            xml.writeEndElement();
            left = suite.tests;
            isWithinSuite = true;
        }

        private void endSuite() throws XMLStreamException {
            if (isWithinSuite) {
                line();
                xml.writeEndElement();
            }
        }

        private void counts(Suite suite) throws XMLStreamException {
            attribute("tests", String.valueOf(suite.tests));
            attribute("failures", String.valueOf(suite.failures));
            attribute("errors", String.valueOf(suite.errors));
            attribute("skipped", String.valueOf(suite.skipped));
            attribute("time", "0.0");
        }

        private void property(String name, String value) throws XMLStreamException {
            line();
            xml.writeEmptyElement("property");
            attribute("name", name);
            attribute("value", value);
        }

        private void testCase(FindingRow row) throws XMLStreamException {
            Finding finding = row.finding();
            line();
            xml.writeStartElement("testcase");
            attribute("classname", finding.asset().type());
            attribute(
                    "name",
                    "[" + finding.severity() + "] " + finding.rule() + " " + text.asset(row) + " ("
                            + finding.asset().uid() + ")");
            attribute("time", "0.0");
            attribute("file", CloudPath.of(finding.asset()));
            switch (Case.of(finding)) {
                case FAILURE -> problem("failure", finding.severity().label(), row);
                case ERROR -> problem("error", outcome(finding), row);
                case SKIPPED -> skipped(row);
                case PASSED -> {}
            }
            xml.writeEndElement();
        }

        /** How the first call ended that would have told. */
        private String outcome(Finding finding) {
            return finding.missing().stream()
                    .findFirst()
                    .map(cause -> cause.outcome().label())
                    .orElse(Verdict.UNKNOWN.name().toLowerCase(Locale.ROOT));
        }

        private void problem(String element, String type, FindingRow row) throws XMLStreamException {
            xml.writeStartElement(element);
            attribute("type", type);
            attribute("message", text.message(row));
            StringBuilder body = new StringBuilder(text.title(row.rule())).append("\n");
            row.finding()
                    .evidence()
                    .forEach(it -> body.append(text.words().name(it.path()))
                            .append(" = ")
                            .append(text.evidence(it))
                            .append("\n"));
            row.finding().missing().forEach(it -> body.append(text.reason(it)).append("\n"));
            xml.writeCharacters(letters(body + text.advice(row)));
            xml.writeEndElement();
        }

        private void skipped(FindingRow row) throws XMLStreamException {
            xml.writeEmptyElement("skipped");
            attribute(
                    "message",
                    row.finding()
                            .waived()
                            .map(text::waiver)
                            .orElseGet(() -> text.words().of(row.finding().verdict()) + ": " + text.message(row)));
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, letters(Escaped.line(value)));
        }

        private void line() throws XMLStreamException {
            xml.writeCharacters("\n");
        }
    }

    /** Without the two that XML has no way to say. */
    private static String letters(String text) {
        return text.replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }
}
