package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.nephoscope.cli.report.ReportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Whoever reads a format, as strict as its schema. Those of SARIF and OSCAL are the published ones, which come with libraries. */
final class Consumer {
    /** A key that stands twice in one object is refused: of its two values readers take one or the other. */
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Consumer() {}

    /** What is wrong with a report; nothing where its readers take it. */
    static List<String> faults(ReportFormat format, String report) throws IOException {
        return switch (format) {
            case SARIF -> json("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7, values(report));
            case OSCAL -> json("/schema/json/oscal-ar_schema.json", SpecificationVersion.DRAFT_7, values(report));
            case GITLAB -> ours("gitlab", report);
            case OCSF, OCSF_INVENTORY -> ours("ocsf", report);
            case ASFF -> ours("asff", report);
            case NDJSON -> ours("finding", report);
            case JUNIT -> xml(report);
            default -> List.of("nobody reads " + format);
        };
    }

    private static List<String> ours(String schema, String report) throws IOException {
        return json(
                "/io/nephoscope/cli/report/exchange/" + schema + ".schema.json",
                SpecificationVersion.DRAFT_2020_12,
                values(report));
    }

    /** The JSON values of a report, one or many. */
    static List<JsonNode> values(String report) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(report)) {
            while (parser.nextToken() != null) {
                values.add(MAPPER.readTree(parser));
            }
        }
        return values;
    }

    private static List<String> json(String schema, SpecificationVersion dialect, List<JsonNode> values)
            throws IOException {
        try (InputStream in = Consumer.class.getResourceAsStream(schema)) {
            Schema read = SchemaRegistry.withDefaultDialect(dialect).getSchema(MAPPER.readTree(in));
            List<String> faults = new ArrayList<>();
            for (JsonNode value : values) {
                read.validate(value).forEach(fault -> faults.add(fault.toString()));
            }
            return faults;
        }
    }

    private static List<String> xml(String report) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Consumer.class.getResource("/io/nephoscope/cli/report/exchange/junit.xsd"))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(report)));
            return List.of();
        } catch (SAXException | IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
