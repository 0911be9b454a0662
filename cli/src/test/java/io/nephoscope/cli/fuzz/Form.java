package io.nephoscope.cli.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** In which form a service answers. */
enum Form {
    XML,
    JSON,
    /** JSON that is first decoded, with a mark in place of what is no UTF-8. */
    JSON_TEXT;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Form of(String operation) {
        String service = operation.substring(0, operation.indexOf(':'));
        return switch (service) {
            case "cloudtrail", "kms", "lambda", "sqs" -> JSON;
            default -> operation.equals("s3:GetBucketPolicy") ? JSON_TEXT : XML;
        };
    }

    /** Whether bytes begin with one whole value; what comes behind it nobody reads. */
    boolean isWhole(byte[] body) {
        try {
            return switch (this) {
                case XML -> isElement(body);
                case JSON -> !MAPPER.readTree(body).isMissingNode();
                case JSON_TEXT -> !MAPPER.readTree(new String(body, UTF_8)).isMissingNode();
            };
        } catch (IOException | XMLStreamException e) {
            return false;
        }
    }

    private static boolean isElement(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {}
            }
            if (depth == 0 && reader.getEventType() == XMLStreamReader.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }
}
