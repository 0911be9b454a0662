package io.nephoscope.inventory.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths into documents, written {@code attributes.Rules[2].Cidr}, and {@code tags["a.b"]} where a key is not plain. */
public final class Paths {
    private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]]+");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");

    private Paths() {}

    /** The path of a key below a path. */
    public static String below(String path, String key) {
        if (!PLAIN.matcher(key).matches()) {
            return path + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
        return path.isEmpty() ? key : path + "." + key;
    }

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

    /**
     * The document with the field at a path replaced; objects on the way are made where they are missing, and what lies below an
     * unknown stays unknown.
     *
     * @throws IllegalArgumentException where the path is empty, or leads to a place that a list does not have
     */
    public static Doc set(Doc root, String path, Object field) {
        List<Object> steps = steps(path);
        if (set(root, steps, 0, field) instanceof Doc changed && !steps.isEmpty()) {
            return changed;
        }
        throw leadsNowhere(path);
    }

    static IllegalArgumentException leadsNowhere(String path) {
        return new IllegalArgumentException("the path \"" + path + "\" does not lead into an object");
    }

    static IllegalArgumentException noItem(int index, int size) {
        return new IllegalArgumentException("there is no item " + index + " in a list of " + size);
    }

    private static Object set(Object at, List<Object> steps, int depth, Object field) {
        if (depth == steps.size()) {
            return field;
        }
        if (at instanceof Unknown) {
            return at;
        }
        if (steps.get(depth) instanceof Integer index) {
            Object[] items = at instanceof DocList list ? list.stream().toArray() : new Object[0];
            if (index >= items.length) {
                throw noItem(index, items.length);
            }
            items[index] = set(items[index], steps, depth + 1, field);
            return DocList.of(items);
        }
        String key = (String) steps.get(depth);
        Doc doc = at instanceof Doc known ? known : Doc.empty();
        return doc.with(key, set(doc.get(key), steps, depth + 1, field));
    }

    static List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>();
        Matcher index = INDEX.matcher(path);
        Matcher plain = PLAIN.matcher(path);
        int at = 0;
        while (at < path.length()) {
            if (path.startsWith("[\"", at)) {
                StringBuilder key = new StringBuilder();
                at = unquote(path, at + 2, key);
                steps.add(key.toString());
            } else if (index.region(at, path.length()).lookingAt()) {
                steps.add(Integer.valueOf(index.group(1)));
                at = index.end();
            } else if (plain.region(at, path.length()).lookingAt()) {
                steps.add(plain.group());
                at = plain.end();
            } else {
                at++;
            }
        }
        return steps;
    }

    /** Reads a key up to its closing quote; the answer is where the path goes on. */
    private static int unquote(String path, int from, StringBuilder key) {
        int at = from;
        while (at < path.length() && path.charAt(at) != '"') {
            if (path.charAt(at) == '\\' && at + 1 < path.length()) {
                at++;
            }
            key.append(path.charAt(at++));
        }
        return at + 2;
    }
}
