package io.nephoscope.rules;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.expression.Expression;
import io.nephoscope.rules.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A rule, ready to judge.
 *
 * @param source where it stands
 * @param info what people read of it
 * @param when to which assets it speaks; to all where there is none
 * @param pass the good condition
 * @param evidence the paths that findings show
 * @param examples assets with the verdict that each must get
 */
public record Rule(
        YamlNode source,
        RuleInfo info,
        Optional<When> when,
        Expression pass,
        List<String> evidence,
        List<Example> examples) {
    public Rule {
        evidence = List.copyOf(evidence);
        examples = List.copyOf(examples);
    }

    /**
     * To which assets a rule speaks.
     *
     * @param otherwise why it does not speak to the others
     */
    public record When(Expression condition, Text otherwise) {}

    public String id() {
        return info.id();
    }

    /** Whether the rule names the type or its kind. */
    public boolean appliesTo(AssetType type) {
        return info.appliesTo().equals(type.name())
                || info.appliesTo().equals(type.kind().name());
    }

    /** The types whose assets it judges. */
    public List<AssetType> types(Types types) {
        return types.all().stream().filter(this::appliesTo).toList();
    }

    /** Every path that judging an asset reads, and that its evidence shows. */
    public SortedSet<String> reads() {
        SortedSet<String> reads = new TreeSet<>(pass.reads());
        when.ifPresent(it -> reads.addAll(it.condition().reads()));
        reads.addAll(evidence);
        return reads;
    }

    /** Paths without those on the way to deeper ones. */
    static List<String> deepest(SortedSet<String> paths) {
        return paths.stream()
                .filter(path ->
                        paths.stream().noneMatch(other -> other.startsWith(path + ".") || other.startsWith(path + "[")))
                .toList();
    }

    @Override
    public String toString() {
        return id();
    }
}
