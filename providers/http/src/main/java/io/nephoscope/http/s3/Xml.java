package io.nephoscope.http.s3;

import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.doc.Text;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of XML that a cloud sent: no document types, no entities of its own, no endless depth.
 *
 * @param name without its prefix
 * @param attributes by their names without prefixes
 */
record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {
    private static final int DEEPEST = 50;

    /** @throws UnusableAnswer where the text is no XML, or XML of the sort that nobody should read */
    static Xml parse(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(factory.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            throw new UnusableAnswer(
                    text.isBlank()
                            ? Text.of("it is empty", "应答为空")
                            : Text.of("it is no XML, or goes on behind its end", "应答不是 XML，或在结尾之后仍有内容"));
        }
    }

    private static Xml read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST) {
                        throw new UnusableAnswer(Text.of("it is nested too deeply", "应答嵌套过深"));
                    }
                    open.push(new Open(reader.getLocalName(), attributes(reader)));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnusableAnswer(Text.of("it declares a document type", "应答声明了文档类型"));
                case XMLStreamConstants.END_ELEMENT -> {
                    Xml ended = open.pop().close();
                    if (open.isEmpty()) {
                        readToItsEnd(reader);
                        return ended;
                    }
                    open.element().children.add(ended);
                }
                default -> {}
            }
        }
        throw new UnusableAnswer(Text.of("it is no XML", "应答不是 XML"));
    }

    /** @throws XMLStreamException where something stands behind the end of the document */
    private static void readToItsEnd(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** An element whose end has not come yet. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes;
        private final List<Xml> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        Xml close() {
            return new Xml(
                    name, attributes, List.copyOf(children), text.toString().strip());
        }
    }

    /**
     * The one child of a name.
     *
     * @throws UnusableAnswer where there are several, and nobody knows which is meant
     */
    Optional<Xml> child(String named) {
        List<Xml> all = children(named);
        if (all.size() > 1) {
            throw new UnusableAnswer(Text.of("it says twice what there is once ({0})", "应答两次给出只应有一个的内容（{0}）", named));
        }
        return all.stream().findFirst();
    }

    List<Xml> children(String named) {
        return children.stream().filter(it -> it.name.equals(named)).toList();
    }

    /** The text of a child; empty where there is none. */
    String text(String named) {
        return child(named).map(Xml::text).orElse("");
    }
}
