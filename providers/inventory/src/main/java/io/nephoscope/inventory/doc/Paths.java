package io.nephoscope.inventory.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths into documents, written {@code attributes.Rules[2].Cidr}. */
public final class Paths {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private Paths() {}

    /** The field at a path; absent where the path leads nowhere, unknown where it leads through an unknown. */
    public static Object get(Object root, String path) {
        Object field = root;
        for (Object step : steps(path)) {
            field = step(field, step);
        }
        return field;
    }

    private static Object step(Object field, Object step) {
        if (field instanceof Unknown) {
            return field;
        }
        if (field instanceof Doc doc && step instanceof String key) {
            return doc.get(key);
        }
        if (field instanceof DocList list && step instanceof Integer index && index < list.size()) {
            return list.get(index);
        }
        return Absent.ABSENT;
    }

    /** The document with the field at a path replaced; objects on the way are made where they are missing. */
    public static Doc set(Doc root, String path, Object field) {
        return (Doc) set(root, steps(path), 0, field);
    }

    private static Object set(Object at, List<Object> steps, int depth, Object field) {
        if (depth == steps.size()) {
            return field;
        }
        if (steps.get(depth) instanceof Integer index) {
            Object[] items = at instanceof DocList list ? list.stream().toArray() : new Object[0];
            if (index >= items.length) {
                return at;
            }
            items[index] = set(items[index], steps, depth + 1, field);
            return DocList.of(items);
        }
        String key = (String) steps.get(depth);
        Doc doc = at instanceof Doc known ? known : Doc.empty();
        return doc.with(key, set(doc.get(key), steps, depth + 1, field));
    }

    private static List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group(2) == null ? matcher.group(1) : (Object) Integer.valueOf(matcher.group(2)));
        }
        return steps;
    }
}
