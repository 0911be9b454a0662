package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.EmptyTexts;
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

    /** The object's fields that the provider sent; of empty texts see {@link EmptyTexts}. */
    public static Doc of(SdkPojo object) {
        Doc.Builder doc = Doc.builder();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = field(field.getValueOrDefault(object));
            if (value != Absent.ABSENT && (!value.equals("") || isOwn(field, object))) {
                doc.put(field.memberName(), value);
            }
        }
        return doc.build();
    }

    private static boolean isOwn(SdkField<?> text, SdkPojo object) {
        return EmptyTexts.isOwn(
                text.memberName(),
                name -> object.sdkFields().stream()
                        .anyMatch(field -> field.memberName().equals(name)));
    }

    /** What stands at a path of plain names, as the SDK holds it; absent where the path leads nowhere. */
    static Object at(SdkPojo object, String path) {
        Object at = object;
        for (String name : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(name) : at instanceof SdkPojo pojo ? member(pojo, name) : null;
            if (at == null
                    || at.equals("")
                    || at instanceof SdkAutoConstructList
                    || at instanceof SdkAutoConstructMap) {
                return Absent.ABSENT;
            }
        }
        return at;
    }

    private static @Nullable Object member(SdkPojo object, String name) {
        return field(object, name).getValueOrDefault(object);
    }

    /**
     * A member of an object by its name.
     *
     * @throws IllegalArgumentException for a name that the object's class does not have: a declaration misspells it
     */
    static SdkField<?> field(SdkPojo object, String name) {
        return object.sdkFields().stream()
                .filter(field -> field.memberName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(object.getClass().getSimpleName() + " has no member " + name));
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
            return DocList.copyOf(items.stream()
                    .map(SdkDocs::field)
                    .map(item -> item.equals("") ? Absent.ABSENT : item)
                    .toList());
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

    /** The schema of a member. */
    static Schema schema(String name, SdkField<?> field) {
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
