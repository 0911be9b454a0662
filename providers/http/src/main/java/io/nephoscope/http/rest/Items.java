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
 * Where the items of a list are in an answer: {@code instances}, {@code Reservations[].Instances[]}, or {@code []} where the answer is
 * the list itself. A list of plain values says under which name each becomes an object, {@code {QueueUrl: QueueUrls[]}}.
 *
 * @param as the field that holds a plain value; empty for objects
 */
record Items(String path, String as) {
    private static final String EACH = "[]";
    private static final Pattern FORM = Pattern.compile("\\[]|[\\w$:@/-]+(\\[])*(\\.[\\w$:@/-]+(\\[])*)*");

    static Items read(YamlNode node) {
        if (!node.isMap()) {
            return new Items(path(node), "");
        }
        Map<String, YamlNode> fields = node.fields();
        if (fields.size() != 1) {
            throw node.error(Text.of(
                    "plain values get one name, as {QueueUrl: QueueUrls[]}.",
                    "纯值列表须给出一个名称，如 {QueueUrl: QueueUrls[]}。"));
        }
        Map.Entry<String, YamlNode> only = fields.entrySet().iterator().next();
        return new Items(path(only.getValue()), only.getKey());
    }

    private static String path(YamlNode node) {
        String text = node.filled();
        if (!FORM.matcher(text).matches()) {
            throw node.error(Text.of(
                    "{0} is no path to items; write it as data.list or Reservations[].Instances[].",
                    "{0} 不是列表项的路径；请写作 data.list 或 Reservations[].Instances[]。", text));
        }
        return text.endsWith(EACH) ? text : text + EACH;
    }

    /** The name of the outermost field that holds them; empty where the answer is the list. */
    String first() {
        return path.split("[.\\[]", 2)[0];
    }

    /** Every item; empty where the way ends before it comes to a list, on any of its branches. */
    Optional<List<Object>> in(Object result) {
        List<Object> found = new ArrayList<>();
        return walk(result, path, found) ? Optional.of(found) : Optional.empty();
    }

    private boolean walk(Object at, String rest, List<Object> found) {
        if (rest.isEmpty()) {
            found.add(as.isEmpty() ? at : Doc.of(as, at));
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
