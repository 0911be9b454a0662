package io.nephoscope.rules;

import io.nephoscope.expression.Environment;
import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A rule, ready to judge. What only people read of it is brought when it is asked for. */
public final class Rule {
    private final Place place;
    private final Heading heading;
    private final Conditions conditions;
    private final Lazy<RuleInfo> info;

    Rule(Place place, Heading heading, Conditions conditions, Supplier<RuleInfo> info) {
        this.place = place;
        this.heading = heading;
        this.conditions = conditions;
        this.info = new Lazy<>(info);
    }

    /**
     * Where a rule stands.
     *
     * @param file its file
     * @param id the place of its id, as messages give it
     */
    record Place(String file, Text id) {}

    /** What lists and findings say of a rule; {@link RuleInfo} tells what each means. */
    record Heading(String id, String hash, String appliesTo, Severity severity, Text title) {}

    /**
     * What a rule asks of an asset.
     *
     * @param when to which assets it speaks; to all where there is none
     * @param pass the good condition
     * @param evidence the paths that findings show
     */
    record Conditions(Optional<When> when, Expression pass, List<String> evidence) {
        Conditions {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * To which assets a rule speaks.
     *
     * @param otherwise why it does not speak to the others
     */
    public record When(Expression condition, Text otherwise) {}

    Place place() {
        return place;
    }

    Heading heading() {
        return heading;
    }

    Conditions conditions() {
        return conditions;
    }

    public String id() {
        return heading.id;
    }

    /** The kind or type that it judges. */
    public String appliesTo() {
        return heading.appliesTo;
    }

    public Severity severity() {
        return heading.severity;
    }

    /** The good condition in one line. */
    public Text title() {
        return heading.title;
    }

    /** What people read of the rule. */
    public RuleInfo info() {
        return info.get();
    }

    public Optional<When> when() {
        return conditions.when;
    }

    public Expression pass() {
        return conditions.pass;
    }

    public List<String> evidence() {
        return conditions.evidence;
    }

    /** Whether the rule names the type or its kind. */
    public boolean appliesTo(AssetType type) {
        return appliesTo().equals(type.name()) || appliesTo().equals(type.kind().name());
    }

    /** The types whose assets it judges. */
    public List<AssetType> types(Types types) {
        return types.all().stream().filter(this::appliesTo).toList();
    }

    /** The names that its conditions may use. */
    Environment environment(Types types) {
        return environment(appliesTo(), types);
    }

    /** The names that the conditions of rules on a type or kind may use. */
    static Environment environment(String appliesTo, Types types) {
        return types.named(appliesTo)
                .map(type -> Environment.of(type, types))
                .or(() -> Stream.concat(
                                Kinds.all().stream(), types.all().stream().map(AssetType::kind))
                        .filter(kind -> kind.name().equals(appliesTo))
                        .findFirst()
                        .map(kind -> Environment.of(kind, types)))
                .orElseThrow();
    }

    /** Every path that judging an asset reads, and that its evidence shows. */
    public SortedSet<String> reads() {
        SortedSet<String> reads = new TreeSet<>(pass().reads());
        when().ifPresent(it -> reads.addAll(it.condition().reads()));
        reads.addAll(evidence());
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
