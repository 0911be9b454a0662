package io.nephoscope.rules;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules, each id once, in the order of ids. */
public final class RuleSet {
    private final Map<String, Rule> byId;
    private final boolean isSelection;

    private RuleSet(Map<String, Rule> byId, boolean isSelection) {
        this.byId = byId;
        this.isSelection = isSelection;
    }

    /** @throws YamlException where an id is there twice */
    private static RuleSet of(Stream<Rule> rules) {
        List<Rule> all = rules.toList();
        List<YamlException> faults = idsTwice(all);
        if (!faults.isEmpty()) {
            throw YamlException.of(faults);
        }
        Map<String, Rule> byId = new TreeMap<>();
        all.forEach(rule -> byId.put(rule.id(), rule));
        return new RuleSet(byId, false);
    }

    /** What is wrong with rules whose id an earlier one has. */
    static List<YamlException> idsTwice(List<Rule> rules) {
        Map<String, Rule> byId = new HashMap<>();
        return rules.stream()
                .flatMap(rule -> Optional.ofNullable(byId.putIfAbsent(rule.id(), rule))
                        .map(other -> new YamlException(Text.of(
                                "{0}: there is a rule {1} in {2} already; choose another id.",
                                "{0}：{2} 中已有规则 {1}；请换一个 id。",
                                rule.place().id(),
                                rule.id(),
                                other.place().file())))
                        .stream())
                .toList();
    }

    /**
     * The rules that come with this program: as the build compiled them, or from their sources where they, the types or this engine
     * are others now.
     *
     * @throws YamlException with every fault of every file, each with its place
     */
    public static RuleSet load(Types types) {
        return CompiledRules.packaged(types)
                .map(rules -> of(rules.stream()))
                .orElseGet(() -> of(RuleSource.packaged(types)));
    }

    /**
     * The rules in and below a folder.
     *
     * @throws YamlException with every fault of every file, each with its place; or where there is no such folder, or no rule in it
     */
    public static RuleSet load(Path folder, Types types) {
        return of(RuleSource.in(folder, types));
    }

    /**
     * The same, from a cache where they were compiled before.
     *
     * @throws YamlException with every fault of every file, each with its place; or where there is no such folder, or no rule in it
     */
    public static RuleSet load(Path folder, Types types, RuleCache cache) {
        return of(cache.rules(RuleSource.files(folder), types).stream());
    }

    private static RuleSet of(List<RuleSource> sources) {
        return of(sources.stream().map(RuleSource::rule));
    }

    /**
     * These rules and more.
     *
     * @throws YamlException where an id is in both
     */
    public RuleSet and(RuleSet more) {
        return of(Stream.concat(rules().stream(), more.rules().stream()));
    }

    /**
     * The rules with these ids.
     *
     * @throws RuleException where an id is none, with what it may have meant
     */
    public RuleSet select(Collection<String> ids) {
        Map<String, Rule> chosen = new TreeMap<>();
        List<Text> faults = new ArrayList<>();
        for (String id : ids) {
            named(id)
                    .ifPresentOrElse(
                            rule -> chosen.put(id, rule),
                            () -> faults.add(Text.of(
                                    "There is no rule {0}{1}.",
                                    "没有规则 {0}{1}。", id, Suggestion.didYouMean(id, byId.keySet()))));
        }
        if (!faults.isEmpty()) {
            throw new RuleException(Text.lines(faults));
        }
        return new RuleSet(chosen, true);
    }

    /** Those that meet a condition. Who leaves some out still asks for the others, and for all that comes with them. */
    public RuleSet filter(Predicate<Rule> condition) {
        Map<String, Rule> left = new TreeMap<>(byId);
        left.values().removeIf(condition.negate());
        return new RuleSet(left, isSelection);
    }

    /** All of them, by id. */
    public List<Rule> rules() {
        return List.copyOf(byId.values());
    }

    public Optional<Rule> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The rules that judge assets of a type, by id. */
    public List<Rule> of(AssetType type) {
        return byId.values().stream().filter(rule -> rule.appliesTo(type)).toList();
    }

    /** The ids, in order. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    public int size() {
        return byId.size();
    }

    /**
     * What must be collected for these rules: the types that they judge, and of each what they read. Whoever describes a source in files
     * wants to see all of it, unless rules were chosen; and all that costs nothing is brought in always.
     */
    public Demand demand(Types types) {
        Demand demand = new Demand(types);
        for (Rule rule : rules()) {
            for (AssetType type : rule.types(types)) {
                demand.list(type);
                rule.reads().forEach(path -> demand.read(type, path));
            }
        }
        types.providers().stream()
                .filter(provider -> provider.costsNothing()
                        || (!isSelection && !provider.described().isEmpty()))
                .flatMap(provider -> provider.types().stream())
                .forEach(type -> demand.read(types.named(type.name()).orElse(type), "attributes")
                        .read(types.named(type.name()).orElse(type), "facets"));
        return demand;
    }
}
