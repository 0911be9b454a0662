package io.nephoscope.aws.sdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * An operation as the SDK's model has it, found by its name. Clients are not searched for it: EC2's alone would load a thousand classes.
 */
final class SdkOperation {
    private static final String MODELS = "software.amazon.awssdk.services.";
    /** The SDK writes every word of a class with one capital letter, {@code DescribeDbInstances}. */
    private static final Pattern WORD =
            Pattern.compile("(?<=[a-z])(?=[A-Z][a-zA-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[0-9])(?=[a-zA-Z])");

    private final AwsService<?> service;
    private final String name;
    private final Class<?> request;
    private final Class<?> response;

    /** @throws ClassNotFoundException where the service has no such operation, or is not on the class path */
    SdkOperation(AwsService<?> service, String name) throws ClassNotFoundException {
        this.service = service;
        this.name = name;
        String model = MODELS + service.name() + ".model." + words(name);
        this.request = load(model + "Request");
        this.response = load(model + "Response");
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, SdkOperation.class.getClassLoader());
    }

    private static String words(String operation) {
        return WORD.splitAsStream(operation)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** A request that says nothing yet. */
    SdkPojo request() {
        return builder(request);
    }

    /** An answer that says nothing. */
    SdkPojo response() {
        return builder(response);
    }

    private static SdkPojo builder(Class<?> model) {
        try {
            return (SdkPojo) model.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model + " cannot be built", e);
        }
    }

    /**
     * Sends it.
     *
     * @param client one of the service
     * @param members what is said of the request, by the names of its members
     */
    SdkResponse send(Object client, Map<String, Object> members) {
        SdkPojo asked = request();
        members.forEach((member, value) -> set(asked, member, value));
        try {
            return (SdkResponse) method(client).invoke(client, ((SdkBuilder<?, ?>) asked).build());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(service.name() + ":" + name + " cannot be sent", e);
        }
    }

    private MethodHandle method(Object client) throws ReflectiveOperationException {
        Class<?> type = Arrays.stream(client.getClass().getInterfaces())
                .filter(it -> it.getName().startsWith(MODELS))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(client.getClass() + " is no client"));
        String method = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return MethodHandles.publicLookup().findVirtual(type, method, MethodType.methodType(response, request));
    }

    private static void set(SdkPojo request, String member, Object value) {
        SdkField<?> field = SdkDocs.field(request, member);
        field.set(request, fitting(field.marshallingType(), value));
    }

    /** A value of a file as the model has it: numbers of its size, and one text where it takes several. */
    private static Object fitting(MarshallingType<?> type, Object value) {
        if (value instanceof Long number && type == MarshallingType.INTEGER) {
            return Math.toIntExact(number);
        }
        return value instanceof String text && type == MarshallingType.LIST ? List.of(text) : value;
    }
}
