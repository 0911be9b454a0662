package io.nephoscope.rules;

import io.nephoscope.expression.Environment;
import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.Faults;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads rules from YAML, for the types that the installed providers declare. */
final class RuleReader {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "applies",
            "severity",
            "title",
            "why",
            "failed",
            "when",
            "pass",
            "evidence",
            "remediation",
            "references",
            "examples");

    private final Types types;
    private final ExampleReader examples;
    private final Map<String, Environment> environments = new ConcurrentHashMap<>();

    RuleReader(Types types) {
        this.types = types;
        this.examples = new ExampleReader(types);
    }

    /**
     * Reads one rule.
     *
     * @throws YamlException with every fault of the file
     */
    RuleSource read(YamlFile file) {
        YamlNode root = file.parse();
        Faults faults = new Faults();
        faults.attempt(() -> root.fields(FIELDS));
        Optional<String> id = faults.attempt(() -> id(root.field("id"), file));
        Optional<String> applies = faults.attempt(() -> applies(root.field("applies")));
        Optional<Environment> environment = applies.map(this::environment);
        Optional<Severity> severity = faults.attempt(() -> severity(root.field("severity")));
        Optional<Text> title = faults.attempt(() -> text(root.field("title")));
        Optional<Text> why = faults.attempt(() -> text(root.field("why")));
        Optional<Text> failed = faults.attempt(() -> text(root.field("failed")));
        Optional<YamlNode> passNode = faults.attempt(() -> root.field("pass"));
        Optional<Expression> pass =
                environment.flatMap(it -> passNode.flatMap(node -> faults.attempt(() -> it.condition(node))));
        Optional<Rule.When> when =
                root.optional("when").flatMap(node -> environment.flatMap(it -> faults.attempt(() -> when(node, it))));
        List<String> evidence = environment
                .flatMap(it -> faults.attempt(() -> evidence(root.optional("evidence"), it)))
                .orElse(List.of());
        Map<String, Remediation> remediation =
                faults.attempt(() -> remediation(root)).orElse(Map.of());
        List<RuleInfo.Reference> references =
                faults.attempt(() -> references(root)).orElse(List.of());
        List<Example> read = applies.map(it -> examples(root, it, faults)).orElse(List.of());
        faults.throwIfAny();
        String condition = passNode.orElseThrow().text().strip();
        String whenCondition = root.optional("when")
                .map(it -> it.field("condition").text().strip())
                .orElse("");
        Rule.Heading heading = new Rule.Heading(
                id.orElseThrow(),
                Hash.of(16, applies.orElseThrow(), whenCondition, condition),
                applies.orElseThrow(),
                severity.orElseThrow(),
                title.orElseThrow());
        RuleInfo info = new RuleInfo(
                heading.id(),
                heading.hash(),
                heading.appliesTo(),
                heading.severity(),
                heading.title(),
                why.orElseThrow(),
                failed.orElseThrow(),
                condition,
                remediation,
                references);
        Expression compiled = pass.orElseThrow();
        Rule.Conditions conditions =
                new Rule.Conditions(when, compiled, evidence.isEmpty() ? deepest(compiled, when) : evidence);
        Rule.Place place = new Rule.Place(file.name(), root.field("id").place());
        return new RuleSource(new Rule(place, heading, conditions, () -> info), root, read);
    }

    private static String id(YamlNode node, YamlFile file) {
        String id = node.text();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw node.error(Text.of(
                    "an id is words in small letters with dashes between them, as bucket-not-public.",
                    "id 由小写单词以短横线连接而成，如 bucket-not-public。"));
        } else if (!id.equals(file.stem())) {
            throw node.error(Text.of(
                    "the id and the name of the file differ; call the file {0}.yaml.",
                    "id 与文件名不同；请将文件命名为 {0}.yaml。", id));
        }
        return id;
    }

    private String applies(YamlNode node) {
        String name = node.text();
        if (types.named(name).isEmpty() && kind(name).isEmpty()) {
            SortedSet<String> known = new TreeSet<>();
            types.all().forEach(type -> known.add(type.name()));
            kinds().forEach(kind -> known.add(kind.name()));
            throw node.error(Text.of(
                    "no provider declares {0}{1}; name a kind or a type of asset.",
                    "没有云服务商声明 {0}{1}；请写资产的类别或类型。", name, Suggestion.didYouMean(name, known)));
        }
        return name;
    }

    private Stream<Kind> kinds() {
        return Stream.concat(Kinds.all().stream(), types.all().stream().map(AssetType::kind));
    }

    private Optional<Kind> kind(String name) {
        return kinds().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private Environment environment(String applies) {
        return environments.computeIfAbsent(applies, name -> Rule.environment(name, types));
    }

    private static Severity severity(YamlNode node) {
        List<String> known =
                Arrays.stream(Severity.values()).map(Severity::label).toList();
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.label().equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.error(Text.of(
                        "there is no severity {0}{1}; write one of {2}.",
                        "没有严重程度 {0}{1}；可选：{2}。",
                        node.text(),
                        Suggestion.didYouMean(node.text(), known),
                        String.join(", ", known))));
    }

    static Text text(YamlNode node) {
        node.fields(Set.of("en", "zh"));
        return new Text(node.field("en").filled(), node.field("zh").filled());
    }

    private static Rule.When when(YamlNode node, Environment environment) {
        node.fields(Set.of("condition", "otherwise"));
        return new Rule.When(environment.condition(node.field("condition")), text(node.field("otherwise")));
    }

    private static List<String> evidence(Optional<YamlNode> node, Environment environment) {
        List<String> paths = new ArrayList<>();
        for (YamlNode path : node.map(YamlNode::items).orElse(List.of())) {
            environment.requirePath(path);
            paths.add(path.text());
        }
        return paths;
    }

    private static List<String> deepest(Expression pass, Optional<Rule.When> when) {
        SortedSet<String> reads = new TreeSet<>(pass.reads());
        when.ifPresent(it -> reads.addAll(it.condition().reads()));
        return Rule.deepest(reads);
    }

    /** By provider, or for {@code any} of them. */
    private Map<String, Remediation> remediation(YamlNode root) {
        Map<String, Remediation> byProvider = new LinkedHashMap<>();
        root.optional("remediation").map(this::byProvider).orElse(Map.of()).forEach((provider, node) -> {
            node.fields(Set.of("console", "cli", "terraform"));
            byProvider.put(
                    provider,
                    new Remediation(
                            node.optional("console").map(RuleReader::text).orElse(Text.EMPTY),
                            node.optional("cli").map(YamlNode::text).orElse("").strip(),
                            node.optional("terraform")
                                    .map(YamlNode::text)
                                    .orElse("")
                                    .strip()));
        });
        return byProvider;
    }

    private Map<String, YamlNode> byProvider(YamlNode remediation) {
        SortedSet<String> known = new TreeSet<>(Set.of(Remediation.ANYWHERE));
        types.providers().forEach(provider -> known.add(provider.name()));
        types.all().forEach(type -> known.add(type.name().split("\\.", 2)[0]));
        return remediation.fields(known);
    }

    private static List<RuleInfo.Reference> references(YamlNode root) {
        List<RuleInfo.Reference> references = new ArrayList<>();
        for (YamlNode node : root.optional("references").map(YamlNode::items).orElse(List.of())) {
            node.fields(Set.of("name", "url"));
            Optional<YamlNode> url = node.optional("url");
            url.filter(it -> !it.text().startsWith("https://")).ifPresent(it -> {
                throw it.error(Text.of("an address here begins with https://.", "此处的地址须以 https:// 开头。"));
            });
            references.add(new RuleInfo.Reference(
                    node.field("name").filled(), url.map(YamlNode::text).orElse("")));
        }
        return references;
    }

    private List<Example> examples(YamlNode root, String applies, Faults faults) {
        List<YamlNode> nodes = faults.attempt(
                        () -> root.optional("examples").map(YamlNode::items).orElse(List.of()))
                .orElse(List.of());
        return nodes.stream()
                .flatMap(node -> faults.attempt(() -> examples.read(node, applies)).stream())
                .toList();
    }
}
