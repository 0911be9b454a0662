package io.nephoscope.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes what runs of what a checked expression comes down to. */
final class Closures {
    private Closures() {}

    static Node of(Form form, Library library) {
        List<Node> parts = form.parts().stream().map(part -> of(part, library)).toList();
        return switch (form.op()) {
            case CONSTANT -> new Node.Constant(form.given().get(0));
            case NOW -> new Node.Now();
            case SUBJECT -> new Node.Whole();
            case ITEM -> new Literals.Item(form.slot(), form.expected(1), form.text(2));
            case COMMON -> AssetField.named(parts.get(0), form.text(0), form.expected(1), form.text(2));
            case FACET -> AssetField.facet(parts.get(0), form.text(0), form.expected(1), form.text(2));
            case RELATED -> AssetField.related(parts.get(0), form.text(0), form.text(1));
            case FIELD -> Selection.of(parts.get(0), form.text(0), form.text(1), form.expected(2));
            case HAS -> new Selection.Has(parts.get(0));
            case LIST -> Literals.list(parts);
            case MAP ->
                new Literals.MapOf(parts.subList(0, parts.size() / 2), parts.subList(parts.size() / 2, parts.size()));
            case AMONG -> new Strict.AmongTexts(parts.get(0), texts(form));
            case AND -> new Logic.Junction(false, parts.get(0), parts.get(1));
            case OR -> new Logic.Junction(true, parts.get(0), parts.get(1));
            case NOT -> new Logic.Not(parts.get(0));
            case CONDITIONAL -> new Logic.Conditional(parts.get(0), parts.get(1), parts.get(2));
            case EQUAL -> new Strict.Equal(true, parts.get(0), parts.get(1));
            case UNEQUAL -> new Strict.Equal(false, parts.get(0), parts.get(1));
            case LESS -> new Strict.Compare(true, false, parts.get(0), parts.get(1));
            case LESS_OR_EQUAL -> new Strict.Compare(true, true, parts.get(0), parts.get(1));
            case GREATER -> new Strict.Compare(false, false, parts.get(0), parts.get(1));
            case GREATER_OR_EQUAL -> new Strict.Compare(false, true, parts.get(0), parts.get(1));
            case UNARY -> new Strict.Unary(Functions.ofOne(form.text(0)).orElseThrow(), parts.get(0));
            case BINARY -> new Strict.Binary(Functions.ofTwo(form.text(0)).orElseThrow(), parts.get(0), parts.get(1));
            case LIBRARY -> new FunctionCall(library.named(form.text(0)).orElseThrow(), parts);
            case MATCHES -> new Strict.Unary(Functions.matching(Functions.pattern(form.text(0))), parts.get(0));
            case ALL -> new Loops.Quantifier(parts.get(0), form.slot(), parts.get(1), false);
            case EXISTS -> new Loops.Quantifier(parts.get(0), form.slot(), parts.get(1), true);
            case EXISTS_ONE -> new Loops.ExistsOne(parts.get(0), form.slot(), parts.get(1));
            case COLLECT -> new Loops.Collect(parts.get(0), form.slot(), Optional.empty(), parts.get(1));
            case COLLECT_SOME -> new Loops.Collect(parts.get(0), form.slot(), Optional.of(parts.get(1)), parts.get(2));
            case CONDITION -> new Logic.Condition(parts.get(0));
        };
    }

    private static Set<String> texts(Form form) {
        return form.given().stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
