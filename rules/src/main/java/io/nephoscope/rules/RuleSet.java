package io.nephoscope.rules;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.collect.Demand;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.yaml.Faults;
import io.nephoscope.rules.yaml.YamlException;
import io.nephoscope.rules.yaml.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rules, each id once, in the order of ids. */
public final class RuleSet {
    /** The folder of the rules that come with this program. */
    private static final String CATALOGUE = "catalog";

    private final Map<String, Rule> byId;

    private RuleSet(Map<String, Rule> byId) {
        this.byId = byId;
    }

    /**
     * The rules that come with this program.
     *
     * @throws YamlException with every fault of every file, each with its place
     */
    public static RuleSet load(Types types) {
        List<YamlFile> files = YamlFile.packaged(CATALOGUE);
        if (files.isEmpty()) {
            throw new YamlException(
                    Text.of("This program was packaged without its rules; build it anew.", "程序打包时缺少规则；请重新构建。"));
        }
        return read(files, types);
    }

    /**
     * The rules in and below a folder.
     *
     * @throws YamlException with every fault of every file, each with its place; or where there is no such folder, or no rule in it
     */
    public static RuleSet load(Path folder, Types types) {
        List<YamlFile> files = YamlFile.in(folder);
        if (files.isEmpty()) {
            throw new YamlException(Text.of(
                    "The folder {0} holds no rules; a rule is a file ID.yaml.",
                    "文件夹 {0} 中没有规则；规则是名为 ID.yaml 的文件。", folder));
        }
        return read(files, types);
    }

    private static RuleSet read(List<YamlFile> files, Types types) {
        RuleReader reader = new RuleReader(types);
        record Reading(List<Rule> rule, List<YamlException> fault) {}
        List<Reading> readings = files.parallelStream()
                .map(file -> {
                    Faults faults = new Faults();
                    List<Rule> rule =
                            faults.attempt(() -> reader.read(file)).stream().toList();
                    return new Reading(rule, faults.found());
                })
                .toList();
        List<YamlException> faults =
                readings.stream().flatMap(it -> it.fault.stream()).collect(Collectors.toCollection(ArrayList::new));
        Map<String, Rule> byId = new TreeMap<>();
        readings.forEach(reading -> reading.rule.forEach(rule -> add(rule, byId, faults)));
        if (!faults.isEmpty()) {
            throw YamlException.of(faults);
        }
        return new RuleSet(byId);
    }

    private static void add(Rule rule, Map<String, Rule> byId, List<YamlException> faults) {
        Rule other = byId.putIfAbsent(rule.id(), rule);
        if (other != null) {
            faults.add(rule.source()
                    .field("id")
                    .error(Text.of(
                            "there is a rule {0} in {1} already; choose another id.",
                            "{1} 中已有规则 {0}；请换一个 id。", rule.id(), other.source().file())));
        }
    }

    /**
     * These rules and more.
     *
     * @throws YamlException where an id is in both
     */
    public RuleSet and(RuleSet more) {
        Map<String, Rule> both = new TreeMap<>(byId);
        List<YamlException> faults = new ArrayList<>();
        more.rules().forEach(rule -> add(rule, both, faults));
        if (!faults.isEmpty()) {
            throw YamlException.of(faults);
        }
        return new RuleSet(both);
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
        return new RuleSet(chosen);
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

    /** What must be collected for these rules: the types that they judge, and of each what they read. */
    public Demand demand(Types types) {
        Demand demand = new Demand(types);
        for (Rule rule : rules()) {
            for (AssetType type : rule.types(types)) {
                demand.list(type);
                rule.reads().forEach(path -> demand.read(type, path));
            }
        }
        return demand;
    }
}
