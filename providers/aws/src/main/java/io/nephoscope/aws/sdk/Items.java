package io.nephoscope.aws.sdk;

import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/**
 * Where the items of an answer are: objects at a path, {@code Reservations[].Instances[]}, or texts, each of which becomes an object
 * with one field.
 *
 * @param path through lists
 * @param named the field that a text becomes; empty where the items are objects
 * @param mayBeLeftOut whether an answer without the list says that there are none
 */
record Items(String path, Optional<String> named, boolean mayBeLeftOut) {
    private static final String LIST = "[]";

    static Items read(YamlNode node, boolean mayBeLeftOut) {
        if (!node.isMap()) {
            String path = node.filled();
            return new Items(path.endsWith(LIST) ? path : path + LIST, Optional.empty(), mayBeLeftOut);
        }
        Map<String, YamlNode> fields = node.fields();
        if (fields.size() != 1) {
            throw node.error(Text.of(
                    "here should be one name for the texts of a list, as {QueueUrl: \"QueueUrls[]\"}.",
                    "此处应为文本列表的一个名称，如 {QueueUrl: \"QueueUrls[]\"}。"));
        }
        Map.Entry<String, YamlNode> only = fields.entrySet().iterator().next();
        return new Items(only.getValue().filled(), Optional.of(only.getKey()), mayBeLeftOut);
    }

    /** What an item holds. */
    Struct schema(String name, Supplier<SdkPojo> answer) {
        return named.map(field -> Schema.struct(name, field, Scalar.STRING))
                .orElseGet(() -> Schema.struct(
                        name, () -> SdkDocs.schema(name, item(answer.get())).fields()));
    }

    /** The model of an item that is an object. */
    private Supplier<SdkPojo> item(SdkPojo answer) {
        SdkPojo at = answer;
        for (String step : path.split("\\.", -1)) {
            SdkField<?> field = SdkDocs.field(at, step.replace(LIST, ""));
            SdkField<?> object =
                    step.endsWith(LIST) ? field.getTrait(ListTrait.class).memberFieldInfo() : field;
            at = object.constructor().get();
        }
        SdkPojo item = at;
        return () -> item;
    }

    /**
     * The items of one answer; one that is null has no id, and so is one bad item.
     *
     * @throws UnusableAnswer where the list is left out, and that does not say that there are none
     */
    List<Doc> of(SdkPojo answer) {
        List<Object> at = List.of(answer);
        for (String step : path.split("\\.", -1)) {
            at = step(at, step);
        }
        return at.stream().map(this::doc).toList();
    }

    private List<Object> step(List<Object> from, String step) {
        List<Object> to = new ArrayList<>();
        for (Object object : from) {
            Object field = object instanceof SdkPojo pojo
                    ? SdkDocs.field(pojo, step.replace(LIST, "")).getValueOrDefault(pojo)
                    : null;
            if (field instanceof Collection<?> list && !(list instanceof SdkAutoConstructList)) {
                list.forEach(item -> to.add(item == null ? Doc.empty() : item));
            } else if (field != null && !step.endsWith(LIST)) {
                to.add(field);
            } else if (!mayBeLeftOut) {
                throw new UnusableAnswer(Text.of("the answer leaves out the list that was asked for", "应答缺少所请求的列表"));
            }
        }
        return to;
    }

    private Doc doc(Object item) {
        return item instanceof SdkPojo pojo
                ? SdkDocs.of(pojo)
                : named.filter(field -> item instanceof String)
                        .map(field -> Doc.of(field, item))
                        .orElseGet(Doc::empty);
    }
}
