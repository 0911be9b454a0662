package io.nephoscope.http.rest;

import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.types.Call;
import io.nephoscope.types.Declaration;
import io.nephoscope.types.Dialect;
import io.nephoscope.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How files of types use the calls of a service: by their names, and with more words where one use differs from the others. */
public final class RestDialect implements Dialect {
    private static final String LIST = "list";
    private static final String CALL = "call";
    private static final String WITH = "with";
    private static final String ITEMS = "items";
    private static final String KEEP = "keep";
    private static final String PAGING = "paging";
    private static final String ID = "id";
    private static final String ABSENT = "absent";
    private static final String UNSUPPORTED = "unsupported";
    private static final String HOLDING = "holding";
    private static final Set<String> WORDS = Set.of(CALL, WITH, ITEMS, KEEP, PAGING, ID, ABSENT, UNSUPPORTED, HOLDING);
    private static final Pattern PATH = Pattern.compile("[A-Za-z_$][\\w$-]*(\\.[A-Za-z_$][\\w$-]*)*");

    private final Service service;
    private final Map<String, Hook> hooks;

    public RestDialect(Service service) {
        this(service, Map.of());
    }

    /** @param hooks details that no file can say, by the names under which files ask for them */
    public RestDialect(Service service, Map<String, Hook> hooks) {
        this.service = service;
        this.hooks = Map.copyOf(hooks);
    }

    @Override
    public Set<String> callWords() {
        return WORDS;
    }

    @Override
    public Map<String, Hook> hooks() {
        return hooks;
    }

    /** A service without regions is listed once. */
    @Override
    public void begin(AssetTypeBuilder type, Declaration of) {
        if (service.regions().isEmpty()) {
            type.oncePerAccount();
        }
    }

    @Override
    public Optional<YamlNode> defaults() {
        return service.defaults();
    }

    @Override
    public Call call(YamlNode use, Optional<Schema> schema, Declaration of) {
        YamlNode named = use.field(CALL);
        DeclaredCall declared = service.declared(named);
        DeclaredCall used = listing(declared.with(operation(use, declared)), use, of);
        Optional<YamlNode> with = use.optional(WITH);
        if (with.isPresent()) {
            Map<Slot, Object> all = new LinkedHashMap<>(used.with());
            all.putAll(CallReader.with(with, used.isPost(), settings()));
            used = used.with(all);
        }
        requireParameters(use, used);
        return new RestCall(service, used, schema.orElse(Scalar.DYN));
    }

    private Set<String> settings() {
        return service.settings().stream().map(Settings.Setting::name).collect(Collectors.toSet());
    }

    private static Operation operation(YamlNode use, DeclaredCall declared) {
        Operation operation = declared.operation();
        if (use.optional(ABSENT).isPresent()) {
            operation = operation.absentOn(CallReader.names(use, ABSENT));
        }
        if (use.optional(UNSUPPORTED).isPresent()) {
            operation = operation.unsupportedOn(CallReader.names(use, UNSUPPORTED));
        }
        boolean isOwn = use.optional(HOLDING).isPresent() || !operation.proof().isDeclared();
        return isOwn ? operation.proven(CallReader.proof(use, Items.of(use), Optional.empty())) : operation;
    }

    /** Items are told apart by what the call or the use says; those that a type lists, by the type's own id where that is a field. */
    private static DeclaredCall listing(DeclaredCall declared, YamlNode use, Declaration of) {
        Optional<Items> items = Items.of(use).or(declared::items);
        if (items.isEmpty()) {
            return declared;
        }
        Optional<Paging> paging = use.optional(PAGING)
                .map(it -> Paging.read(it, declared.isPost()))
                .or(declared::paging);
        if (paging.isEmpty()) {
            throw use.error(Text.of(
                    "nothing says how this list ends; write paging, which is none where one answer holds everything.",
                    "没有说明该列表如何结束；请写 paging，一次应答即为全部时写 none。"));
        }
        String id = use.optional(ID).map(YamlNode::filled).orElse(declared.id());
        return declared.listing(items, paging, id.isEmpty() && use.path().equals(LIST) ? idOf(of) : id);
    }

    private static String idOf(Declaration of) {
        return of.file()
                .optional(ID)
                .map(YamlNode::filled)
                .filter(text -> PATH.matcher(text).matches())
                .orElse("");
    }

    /** What stands in braces somebody fills in. */
    private void requireParameters(YamlNode use, DeclaredCall call) {
        Map<String, YamlNode> written = new TreeMap<>();
        Optional<YamlNode> each = use.optional("each");
        Stream.concat(
                        Stream.of(
                                        use.optional("by"),
                                        each.filter(YamlNode::isMap).flatMap(it -> it.optional("as")))
                                .flatMap(Optional::stream),
                        each.filter(YamlNode::isList).stream().flatMap(it -> it.items().stream()))
                .forEach(it -> written.putAll(it.fields()));
        use.optional("batch").flatMap(it -> it.optional("param")).ifPresent(it -> written.put(it.filled(), it));
        written.forEach((name, at) -> Slot.of(at, name, call.isPost()));
        Set<String> given = written.keySet();
        for (String name : call.names()) {
            if (!service.knows(name) && !given.contains(name)) {
                throw use.field(CALL)
                        .error(Text.of(
                                "{0} needs {1}{2}; say with by which field fills it.",
                                "{0} 需要 {1}{2}；请用 by 写明由哪个字段填充。",
                                call.name(),
                                name,
                                Suggestion.didYouMean(name, given)));
            }
        }
    }
}
