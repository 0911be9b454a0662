package io.nephoscope.http.rest;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the items of a list are in an answer: {@code instances}, {@code Reservations[].Instances[]}, {@code []} where the answer is the
 * list itself, or a dot where it is the only item. A list of plain values says under which name each becomes an object, {@code {QueueUrl: QueueUrls[]}}.
 *
 * @param as the field that holds a plain value; empty for objects
 * @param keep the fields that are kept of an item; empty for all
 */
record Items(String path, String as, List<String> keep) {
    private static final String EACH = "[]";
    private static final String ANSWER = ".";
    private static final Pattern FORM = Pattern.compile("\\.|\\[]|[\\w$:@/-]+(\\[])*(\\.[\\w$:@/-]+(\\[])*)*");

    Items {
        keep = List.copyOf(keep);
    }

    /** @param use the part of a file that has the words {@code items} and {@code keep}; empty where it says nothing of items */
    static Optional<Items> of(YamlNode use) {
        List<String> keep = Words.texts(use.optional("keep"));
        return use.optional("items").map(Items::read).map(it -> new Items(it.path, it.as, keep));
    }

    private static Items read(YamlNode node) {
        if (!node.isMap()) {
            return new Items(path(node), "", List.of());
        }
        Map<String, YamlNode> fields = node.fields();
        if (fields.size() != 1) {
            throw node.error(Text.of(
                    "plain values get one name, as {QueueUrl: QueueUrls[]}.",
                    "纯值列表须给出一个名称，如 {QueueUrl: QueueUrls[]}。"));
        }
        Map.Entry<String, YamlNode> only = fields.entrySet().iterator().next();
        return new Items(path(only.getValue()), only.getKey(), List.of());
    }

    private static String path(YamlNode node) {
        String text = node.filled();
        if (!FORM.matcher(text).matches()) {
            throw node.error(Text.of(
                    "{0} is no path to items; write it as data.list or Reservations[].Instances[].",
                    "{0} 不是列表项的路径；请写作 data.list 或 Reservations[].Instances[]。", text));
        }
        return text.equals(ANSWER) || text.endsWith(EACH) ? text : text + EACH;
    }

    /** The name of the outermost field that holds them; empty where the answer is the list. */
    String first() {
        return path.split("[.\\[]", 2)[0];
    }

    /** Every item; empty where the way ends before it comes to a list, on any of its branches. */
    Optional<List<Object>> in(Object result) {
        if (path.equals(ANSWER)) {
            return Optional.of(List.of(kept(result)));
        }
        List<Object> found = new ArrayList<>();
        return walk(result, path, found) ? Optional.of(found) : Optional.empty();
    }

    private Object kept(Object item) {
        if (keep.isEmpty() || !(item instanceof Doc doc)) {
            return item;
        }
        Doc.Builder kept = Doc.builder();
        keep.stream().filter(doc::has).forEach(name -> kept.put(name, doc.get(name)));
        return kept.build();
    }

    private boolean walk(Object at, String rest, List<Object> found) {
        if (rest.isEmpty()) {
            found.add(as.isEmpty() ? kept(at) : Doc.of(as, at));
            return true;
        } else if (rest.startsWith(EACH)) {
            String below = rest.substring(EACH.length());
            return at instanceof DocList list
                    && list.stream()
                            .allMatch(item -> walk(item, below.startsWith(".") ? below.substring(1) : below, found));
        }
        int dot = rest.indexOf('.');
        int bracket = rest.indexOf('[');
        int end = dot < 0 ? bracket : bracket < 0 ? dot : Math.min(dot, bracket);
        String name = rest.substring(0, end);
        String below = rest.substring(end);
        return at instanceof Doc doc && walk(doc.get(name), below.startsWith(".") ? below.substring(1) : below, found);
    }

    @Override
    public String toString() {
        return path.endsWith(EACH) ? path.substring(0, path.length() - EACH.length()) : path;
    }
}
