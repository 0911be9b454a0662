package io.nephoscope.types;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A path that goes through the items of lists, {@code VpcSecurityGroups[].VpcSecurityGroupId}: it leads to many fields. */
public record ListPath(String text) {
    private static final Pattern FORM = Pattern.compile("[\\w$:@/-]+(\\[])*(\\.[\\w$:@/-]+(\\[])*)*");
    static final String EACH = "[]";

    /** Whether a text is such a path. */
    public static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    /** The first name. */
    public String first() {
        return text.split("[.\\[]", 2)[0];
    }

    /**
     * Every field that it leads to, with what is unknown on the way as an item.
     *
     * @return empty where the way ends before it comes to a list or a field: what is left out names nothing
     */
    public Optional<DocList> in(Object root) {
        List<Object> found = new ArrayList<>();
        return walk(root, text, found, false) || !found.isEmpty()
                ? Optional.of(DocList.copyOf(found))
                : Optional.empty();
    }

    /** The same; empty where one of the ways ends, for what is only known where all of it is. */
    Optional<DocList> whole(Object root) {
        List<Object> found = new ArrayList<>();
        return walk(root, text, found, true) ? Optional.of(DocList.copyOf(found)) : Optional.empty();
    }

    /** Whether the way did not end too soon, or none of the ways through a list where each must lead on. */
    private static boolean walk(Object at, String path, List<Object> found, boolean each) {
        if (at instanceof Unknown) {
            found.add(at);
            return true;
        } else if (path.isEmpty()) {
            if (at != Absent.ABSENT) {
                found.add(at);
            }
            return at != Absent.ABSENT;
        } else if (path.startsWith(EACH)) {
            String rest = path.substring(EACH.length());
            if (!(at instanceof DocList list)) {
                return false;
            }
            boolean all = true;
            for (Object item : list) {
                all &= walk(item, rest.startsWith(".") ? rest.substring(1) : rest, found, each);
            }
            return all || !each;
        }
        int end = end(path);
        String rest = path.substring(end);
        return at instanceof Doc doc
                && walk(doc.get(path.substring(0, end)), rest.startsWith(".") ? rest.substring(1) : rest, found, each);
    }

    private static int end(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '.' || path.charAt(i) == '[') {
                return i;
            }
        }
        return path.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
