package io.nephoscope.http.rest;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A call that can be sent to a service.
 *
 * @param operation its name, its permission, what proves its answer
 * @param isPost whether its question stands in a body
 * @param path with names in braces
 * @param with what is always written into its requests, by where
 * @param body what a body always holds
 * @param items where the items of its answer are; empty for a call that lists nothing
 * @param paging empty for a call that lists nothing
 * @param id the field by which two items are told apart; empty where nobody said it: whole items are compared then
 * @param version the version of the interface, where a service wants it said
 * @param read why it reads although it is a POST
 * @param home the region that answers for all of them; empty where each answers for itself
 * @param questions what each question writes besides: all of them together hear of everything
 */
record DeclaredCall(
        Operation operation,
        boolean isPost,
        Template path,
        Map<Slot, Object> with,
        Doc body,
        Optional<Items> items,
        Optional<Paging> paging,
        String id,
        String version,
        String read,
        String home,
        List<Map<Slot, Object>> questions) {
    DeclaredCall {
        with = Map.copyOf(with);
        questions = List.copyOf(questions);
    }

    /** As {@code redis:describeCacheInstances}. */
    String name() {
        return operation.call();
    }

    DeclaredCall with(Operation otherOperation) {
        return new DeclaredCall(
                otherOperation, isPost, path, with, body, items, paging, id, version, read, home, questions);
    }

    DeclaredCall with(Map<Slot, Object> otherWith) {
        return new DeclaredCall(
                operation, isPost, path, otherWith, body, items, paging, id, version, read, home, questions);
    }

    DeclaredCall listing(Optional<Items> otherItems, Optional<Paging> otherPaging, String otherId) {
        return new DeclaredCall(
                operation, isPost, path, with, body, otherItems, otherPaging, otherId, version, read, home, questions);
    }

    /** The names that its requests hold in braces. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(path.names());
        with.values().forEach(value -> references(value, names));
        references(body, names);
        return names;
    }

    private static void references(Object value, SortedSet<String> names) {
        if (value instanceof Doc doc) {
            doc.forEach((key, field) -> references(field, names));
        } else if (value instanceof DocList list) {
            list.forEach(item -> references(item, names));
        } else if (value instanceof String text && text.startsWith("{")) {
            names.addAll(new Template(text).names());
        }
    }

    /** Where a parameter goes that the path does not name. */
    Slot slot(String parameter) {
        return Slot.of(parameter, isPost);
    }
}
