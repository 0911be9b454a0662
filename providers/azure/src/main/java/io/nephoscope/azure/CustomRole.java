package io.nephoscope.azure;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.DocJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A custom role that grants what some operations need, and nothing else: as {@code az role definition create} takes it. */
final class CustomRole {
    private CustomRole() {}

    /**
     * The definition; empty where nothing needs to be granted.
     *
     * @param subscription where it may be assigned; a place to fill in where there is none
     */
    static Optional<String> granting(Collection<Operation> operations, Optional<String> subscription) {
        List<String> actions = operations.stream()
                .map(Operation::permission)
                .filter(action -> !action.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return actions.isEmpty()
                ? Optional.empty()
                : Optional.of(json(actions, "/subscriptions/" + subscription.orElse("SUBSCRIPTION_ID")));
    }

    private static String json(List<String> actions, String scope) {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(json).setPrettyPrinter(DocJson.layout())) {
            out.writeStartObject();
            out.writeStringField("Name", "Nephoscope");
            out.writeBooleanField("IsCustom", true);
            out.writeStringField("Description", "Reads what Nephoscope reports on, and nothing else.");
            texts(out, "Actions", actions);
            texts(out, "NotActions", List.of());
            texts(out, "AssignableScopes", List.of(scope));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
