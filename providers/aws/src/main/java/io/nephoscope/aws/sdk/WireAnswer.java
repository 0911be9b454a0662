package io.nephoscope.aws.sdk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.doc.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;

/**
 * What an answer's text must be besides one that the SDK can read, which is lenient: a document of the operation's own name, nothing
 * behind its end, and nothing twice that can be there once. Names come from the SDK's model.
 */
final class WireAnswer {
    /** Where a key stands twice, nobody knows which of the two is meant. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The name of an item where the model gives none. */
    private static final String MEMBER = "member";

    private final String operation;
    private final boolean isForm;
    private final String document;
    private final SdkPojo response;
    private final Optional<SdkField<?>> payload;
    /** One map for each list of fields, of which each class of the model has one. */
    private final IdentityHashMap<List<SdkField<?>>, Map<String, SdkField<?>>> byName = new IdentityHashMap<>();

    /**
     * @param isForm whether the operation was asked for in a form, and so is answered under its own name
     * @param document the name of the outermost element of XML; empty where the model tells it
     */
    WireAnswer(String operation, boolean isForm, String document, SdkPojo response) {
        this.operation = operation;
        this.isForm = isForm;
        this.document = document;
        this.response = response;
        this.payload = response.sdkFields().stream()
                .filter(field -> field.containsTrait(PayloadTrait.class))
                .<SdkField<?>>map(field -> field)
                .findFirst();
    }

    /** @throws UnusableAnswer where it is no answer to the operation */
    void check(byte[] body) {
        try {
            if (first(body) == '<') {
                checkXml(body);
            } else if (document.isEmpty()) {
                checkJson(body);
            } else {
                throw noAnswer();
            }
        } catch (XMLStreamException | IOException e) {
            throw new UnusableAnswer(
                    Text.of("it says something twice, or goes on behind its end", "应答中有内容重复，或在结尾之后仍有内容"));
        }
    }

    private static int first(byte[] body) {
        for (byte letter : body) {
            if (letter == '<' || letter == '{') {
                return letter;
            }
        }
        return 0;
    }

    private void checkJson(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            Map<String, SdkField<?>> known = byName(fields());
            boolean isKnown = payload.filter(field -> field.marshallingType() != MarshallingType.SDK_POJO)
                    .isPresent();
            boolean isEmpty = true;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnusableAnswer(Text.of("it is no object", "应答不是对象"));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                isEmpty = false;
                SdkField<?> field = known.get(parser.currentName());
                JsonToken value = parser.nextToken();
                if (field != null && value != JsonToken.VALUE_NULL) {
                    isKnown = true;
                    checkForm(field, value);
                } else if (field != null) {
                    // Nothing in the place of a list does not say that the list is empty.
                    isKnown |= field.marshallingType() != MarshallingType.LIST;
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new UnusableAnswer(Text.of("it goes on behind its end", "应答在结尾之后仍有内容"));
            } else if (!isEmpty && !isKnown) {
                throw noAnswer();
            }
        }
    }

    /** The SDK reads a text in the place of a list as an empty one, and of a truth as false. */
    private static void checkForm(SdkField<?> field, JsonToken value) {
        MarshallingType<?> form = field.marshallingType();
        boolean fits;
        if (form == MarshallingType.LIST) {
            fits = value == JsonToken.START_ARRAY;
        } else if (form == MarshallingType.MAP || form == MarshallingType.SDK_POJO) {
            fits = value == JsonToken.START_OBJECT;
        } else {
            fits = form != MarshallingType.BOOLEAN || value.isBoolean();
        }
        if (!fits) {
            throw new UnusableAnswer(Text.of(
                    "it says something else in the place of {0}", "应答中 {0} 处是其他内容", field.unmarshallLocationName()));
        }
    }

    private UnusableAnswer noAnswer() {
        return new UnusableAnswer(Text.of("it is no answer to {0}", "这不是对 {0} 的应答", operation));
    }

    /** Those of the outermost object: where a member is the whole of the body, that member's. */
    private List<SdkField<?>> fields() {
        return payload.filter(field -> field.marshallingType() == MarshallingType.SDK_POJO)
                .map(field -> field.constructor().get())
                .orElse(response)
                .sdkFields();
    }

    private void checkXml(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // What may stand before the document.
        }
        if (!documents().contains(reader.getLocalName())) {
            throw noAnswer();
        }
        object(reader, fields());
        while (reader.hasNext()) {
            reader.next();
        }
    }

    /** Servers that only speak like S3 may name a document after its operation, which makes it no answer of something else. */
    private Set<String> documents() {
        String ofOperation = operation + "Response";
        if (!document.isEmpty()) {
            return Set.of(document, ofOperation);
        } else if (isForm) {
            return Set.of(ofOperation);
        }
        return payload.map(field -> Set.of(field.unmarshallLocationName()))
                .orElse(Set.of(operation + "Result", ofOperation));
    }

    /** Reads to the end of an object's element. */
    private void object(XMLStreamReader reader, List<SdkField<?>> fields) throws XMLStreamException {
        Map<String, SdkField<?>> known = byName(fields);
        Set<String> came = new HashSet<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                String name = reader.getLocalName();
                SdkField<?> field = known.get(name);
                boolean isResult = isForm && name.equals(operation + "Result");
                if ((isResult || (field != null && !isRepeated(field))) && !came.add(name)) {
                    throw twice(name);
                } else if (isResult) {
                    object(reader, fields);
                } else if (field == null) {
                    skip(reader);
                } else {
                    member(reader, field);
                }
            }
        }
    }

    /** Whether each item of a list, or of a map, is an element of the object itself. */
    private static boolean isRepeated(SdkField<?> field) {
        return field.getOptionalTrait(ListTrait.class)
                        .filter(ListTrait::isFlattened)
                        .isPresent()
                || field.getOptionalTrait(MapTrait.class)
                        .filter(MapTrait::isFlattened)
                        .isPresent();
    }

    private void member(XMLStreamReader reader, SdkField<?> field) throws XMLStreamException {
        if (field.marshallingType() == MarshallingType.SDK_POJO) {
            object(reader, field.constructor().get().sdkFields());
        } else if (field.marshallingType() == MarshallingType.LIST) {
            ListTrait list = field.getTrait(ListTrait.class);
            if (list.isFlattened()) {
                member(reader, list.memberFieldInfo());
            } else {
                items(reader, field.unmarshallLocationName(), list);
            }
        } else if (field.marshallingType() == MarshallingType.MAP) {
            map(reader, field.getTrait(MapTrait.class));
        } else {
            skip(reader);
        }
    }

    /** Of a list the SDK reads the items by their name, and passes over everything else. */
    private void items(XMLStreamReader reader, String name, ListTrait list) throws XMLStreamException {
        String item = list.memberLocationName() == null ? MEMBER : list.memberLocationName();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            boolean isItem = reader.isStartElement() && reader.getLocalName().equals(item);
            if (isItem) {
                member(reader, list.memberFieldInfo());
            } else if (reader.isStartElement() || (reader.isCharacters() && !reader.isWhiteSpace())) {
                throw new UnusableAnswer(Text.of("it holds something else in the list {0}", "应答的列表 {0} 中有其他内容", name));
            }
        }
    }

    /** A key that stands twice is one of which nobody knows the value. */
    private static void map(XMLStreamReader reader, MapTrait map) throws XMLStreamException {
        Set<String> came = new HashSet<>();
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && depth == 2
                    && reader.getLocalName().equals(map.keyLocationName())) {
                String key = reader.getElementText();
                if (!came.add(key)) {
                    throw twice(key);
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            }
        }
    }

    private static UnusableAnswer twice(String name) {
        return new UnusableAnswer(Text.of("it says twice what there is once ({0})", "应答两次给出只应有一个的内容（{0}）", name));
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private Map<String, SdkField<?>> byName(List<SdkField<?>> fields) {
        return byName.computeIfAbsent(fields, key -> {
            Map<String, SdkField<?>> names = new LinkedHashMap<>();
            fields.forEach(field -> names.put(field.unmarshallLocationName(), field));
            return names;
        });
    }
}
