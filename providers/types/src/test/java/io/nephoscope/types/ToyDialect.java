package io.nephoscope.types;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A cloud that answers what a test says: lists begin with List, everything else is about one thing. */
final class ToyDialect implements Dialect {
    /** The answers that are no lists, and the refusals of lists, by the operation. */
    final Map<String, Outcome<Object>> answers = new TreeMap<>();

    final Map<String, List<Doc>> items = new TreeMap<>();

    /** The lists that were asked for, each as items are kept. */
    final List<String> asked = new ArrayList<>();

    boolean ignoresCase;

    @Override
    public String key(String written) {
        return ignoresCase ? written.toLowerCase(Locale.ROOT) : written;
    }

    @Override
    public Set<String> callWords() {
        return Set.of("call");
    }

    @Override
    public Call call(YamlNode use, Optional<Schema> schema, Declaration of) {
        String call = use.field("call").filled();
        String[] name = call.split(":", 2);
        return new ToyCall(Operation.of(name[0], name[1], call), schema.orElse(Schema.Scalar.DYN));
    }

    private final class ToyCall implements Call {
        private final Operation operation;
        private final Schema schema;

        ToyCall(Operation operation, Schema schema) {
            this.operation = operation;
            this.schema = schema;
        }

        @Override
        public Operation operation() {
            return operation;
        }

        @Override
        public boolean isRegional() {
            return true;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public boolean isList() {
            return operation.name().startsWith("List");
        }

        @Override
        public Outcome<Object> answer(Site site, Map<String, Object> by) {
            return answers.getOrDefault(operation.name() + by, unusable(Text.EMPTY));
        }

        @Override
        public Outcome<Integer> items(Site site, Map<String, Object> by, Consumer<Doc> each) {
            asked.add(operation.name() + by);
            Outcome<Object> refused = answers.get(operation.name() + by);
            if (refused != null) {
                return refused.map(never -> 0);
            }
            List<Doc> all = items.getOrDefault(operation.name() + by, List.of());
            all.forEach(each);
            return Outcome.value(all.size());
        }
    }
}
