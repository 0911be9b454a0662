package io.nephoscope.files;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Selector;
import io.nephoscope.inventory.doc.DocJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The standard as a JSON Schema, draft 2020-12: editors complete by it, and whoever writes a file can hold it against it. */
final class JsonSchema {
    private final JsonGenerator out;

    private JsonSchema(JsonGenerator out) {
        this.out = out;
    }

    /** Of one asset: a line of NDJSON, or an item of an array. */
    static String ofOneAsset() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            out.setPrettyPrinter(DocJson.layout());
            new JsonSchema(out).asset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void asset() throws IOException {
        out.writeStartObject();
        out.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
        out.writeStringField("title", "Third-party asset");
        out.writeStringField(
                "description",
                "An asset that no cloud lists. What it does not say is unknown, and never taken for no. / 云平台未列出的资产；"
                        + "未填写的内容视为未知，而非否定。");
        out.writeStringField("type", "object");
        texts(
                "required",
                Field.ALL.stream().filter(Field::required).map(Field::name).toList());
        out.writeObjectFieldStart("properties");
        for (Field field : Field.ALL) {
            field(field);
        }
        tags();
        out.writeObjectFieldStart(Field.FACETS);
        out.writeStringField(
                "description",
                "What rules on the class read; which there are depends on the class. / 规则读取的各项特征，取决于资产类别。");
        types("object", "null");
        out.writeEndObject();
        out.writeEndObject();
        out.writeArrayFieldStart("allOf");
        for (Kind kind : Kinds.all()) {
            facets(kind);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("additionalProperties");
        types("string", "number", "boolean", "null");
        out.writeEndObject();
        out.writeEndObject();
    }

    private void field(Field field) throws IOException {
        out.writeObjectFieldStart(field.name());
        out.writeStringField(
                "description", field.means().en() + " / " + field.means().zh());
        if (field.form().equals(Form.KIND)) {
            texts("enum", Kinds.all().stream().map(Kind::name).toList());
        } else if (field.required()) {
            out.writeStringField("type", "string");
            out.writeNumberField("minLength", 1);
        } else {
            types(type(field.form().schema()), "null");
            shape(field.form());
        }
        out.writeEndObject();
    }

    private void shape(Form form) throws IOException {
        if (form.equals(Form.LEVEL)) {
            out.writeNumberField("minimum", 1);
            out.writeNumberField("maximum", 5);
        } else if (form.equals(Form.TIME)) {
            out.writeStringField("pattern", "^\\d{4}-\\d{2}-\\d{2}(T.+(Z|[+-]\\d{2}:\\d{2}))?$");
        } else if (form.isList()) {
            out.writeObjectFieldStart("items");
            out.writeStringField("type", "string");
            if (form.equals(Form.SELECTORS)) {
                out.writeStringField("pattern", "^(" + String.join("|", Selector.Sort.words()) + "):.+$");
            }
            out.writeEndObject();
        }
    }

    private void tags() throws IOException {
        out.writeObjectFieldStart(Field.TAGS);
        out.writeStringField("description", "Labels by key. / 标签。");
        types("object", "null");
        out.writeObjectFieldStart("additionalProperties");
        out.writeStringField("type", "string");
        out.writeEndObject();
        out.writeEndObject();
    }

    /** The facets of a class are no others. */
    private void facets(Kind kind) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("if");
        out.writeObjectFieldStart("properties");
        out.writeObjectFieldStart(Field.CLASS);
        out.writeStringField("const", kind.name());
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        out.writeObjectFieldStart("then");
        out.writeObjectFieldStart("properties");
        out.writeObjectFieldStart(Field.FACETS);
        out.writeObjectFieldStart("properties");
        for (Map.Entry<String, Schema> facet : kind.facets().fields().entrySet()) {
            if (!Field.isFacet(facet.getKey())) {
                out.writeObjectFieldStart(facet.getKey());
                held(facet.getValue(), true);
                out.writeEndObject();
            }
        }
        out.writeEndObject();
        out.writeBooleanField("additionalProperties", false);
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void held(Schema schema, boolean mayBeNull) throws IOException {
        if (mayBeNull) {
            types(type(schema), "null");
        } else {
            out.writeStringField("type", type(schema));
        }
        if (schema instanceof Schema.ListOf list) {
            out.writeObjectFieldStart("items");
            held(list.item(), false);
            out.writeEndObject();
        } else if (schema instanceof Schema.Struct struct) {
            out.writeObjectFieldStart("properties");
            for (Map.Entry<String, Schema> inner : struct.fields().entrySet()) {
                out.writeObjectFieldStart(inner.getKey());
                held(inner.getValue(), false);
                out.writeEndObject();
            }
            out.writeEndObject();
            texts("required", List.copyOf(struct.fields().keySet()));
            out.writeBooleanField("additionalProperties", false);
        }
    }

    private static String type(Schema schema) {
        if (schema instanceof Schema.ListOf) {
            return "array";
        } else if (schema instanceof Scalar scalar) {
            return switch (scalar) {
                case BOOL -> "boolean";
                case INT, PORT -> "integer";
                case DOUBLE -> "number";
                case STRING, TIMESTAMP, DYN, ADDRESS, PROTOCOL, FAMILY -> "string";
            };
        }
        return "object";
    }

    private void types(String... types) throws IOException {
        texts("type", List.of(types));
    }

    private void texts(String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
