package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The SDK's response objects as documents with the API's own field names, and the schemas that its models give for free. */
public final class SdkDocs {
    private SdkDocs() {}

    /** The object's fields that the provider sent. */
    public static Doc of(SdkPojo object) {
        Doc.Builder doc = Doc.builder();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = field(field.getValueOrDefault(object));
            if (value != Absent.ABSENT) {
                doc.put(field.memberName(), value);
            }
        }
        return doc.build();
    }

    /**
     * A value of the SDK as a field; what is a field already stays as it is. Of binary values it only says that they are there.
     *
     * @throws IllegalArgumentException for what the SDK has no such value of
     */
    static Object field(@Nullable Object value) {
        if (value == null || value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap) {
            return Absent.ABSENT;
        } else if (Doc.isField(value)) {
            return value;
        } else if (value instanceof SdkPojo pojo) {
            return of(pojo);
        } else if (value instanceof Collection<?> items) {
            return DocList.copyOf(items.stream().map(SdkDocs::field).toList());
        } else if (value instanceof Map<?, ?> map) {
            Doc.Builder doc = Doc.builder();
            map.forEach((key, item) -> doc.put(String.valueOf(key), field(item)));
            return doc.build();
        } else if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        } else if (value instanceof Float number) {
            return Double.valueOf(number.toString());
        } else if (value instanceof Document document) {
            return field(document.unwrap());
        }
        if (value instanceof Instant || value instanceof BigDecimal || value instanceof Enum<?>) {
            return value.toString();
        } else if (value instanceof SdkBytes) {
            return "[binary]";
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " is no value of the SDK");
    }

    /** The schema of the objects that a builder makes. */
    public static Struct schema(String name, Supplier<? extends SdkPojo> builder) {
        return Schema.struct(name, () -> {
            Map<String, Schema> fields = new LinkedHashMap<>();
            for (SdkField<?> field : builder.get().sdkFields()) {
                fields.put(field.memberName(), schema(name + "." + field.memberName(), field));
            }
            return fields;
        });
    }

    private static Schema schema(String name, SdkField<?> field) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return schema(name, field.constructor());
        } else if (type == MarshallingType.LIST) {
            return Schema.listOf(schema(name, field.getTrait(ListTrait.class).memberFieldInfo()));
        } else if (type == MarshallingType.MAP) {
            return Schema.mapOf(schema(name, field.getTrait(MapTrait.class).valueFieldInfo()));
        } else if (type == MarshallingType.INTEGER || type == MarshallingType.LONG || type == MarshallingType.SHORT) {
            return Schema.Scalar.INT;
        } else if (type == MarshallingType.FLOAT || type == MarshallingType.DOUBLE) {
            return Schema.Scalar.DOUBLE;
        } else if (type == MarshallingType.BOOLEAN) {
            return Schema.Scalar.BOOL;
        } else if (type == MarshallingType.INSTANT) {
            return Schema.Scalar.TIMESTAMP;
        }
        return type == MarshallingType.STRING || type == MarshallingType.BIG_DECIMAL
                ? Schema.Scalar.STRING
                : Schema.Scalar.DYN;
    }
}
