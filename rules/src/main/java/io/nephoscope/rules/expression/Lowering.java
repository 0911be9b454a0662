package io.nephoscope.rules.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a checked tree into closures. What it does not know, it refuses by name and place. */
final class Lowering {
    private static final Set<String> CHECKED_AT_ONCE = Set.of("timestamp", "duration");

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Variable> variables = new HashMap<>();
    private int depth;
    private int slots;

    /** The variable of a loop. */
    private record Variable(int slot, String label) {}

    private Lowering(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static Expression lower(String text, CelAbstractSyntaxTree tree) {
        Lowering lowering = new Lowering(tree);
        Node node = lowering.lower(tree.getExpr());
        return new Expression(text, node, lowering.slots, Trails.reads(tree));
    }

    private Node lower(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> new Node.Constant(constant(part));
            case IDENT -> identifier(part);
            case SELECT -> select(part);
            case CALL -> call(part);
            case COMPREHENSION -> loop(part);
            case LIST -> Literals.list(lower(part.list().elements()));
            case MAP -> map(part);
            case STRUCT, NOT_SET -> throw new Unsupported(part, "objects of a type cannot be made in rules.");
        };
    }

    private List<Node> lower(List<CelExpr> parts) {
        return parts.stream().map(this::lower).toList();
    }

    private static Object constant(CelExpr part) {
        CelConstant constant = part.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case DOUBLE_VALUE -> constant.doubleValue();
            case STRING_VALUE -> constant.stringValue();
            case NULL_VALUE ->
                throw new Unsupported(part, "there is no null in documents; ask with has() whether a field is there.");
            case UINT64_VALUE -> throw new Unsupported(part, "there are no unsigned numbers; leave out the u.");
            default -> throw new Unsupported(part, "there are no bytes in documents; use a string.");
        };
    }

    private Node identifier(CelExpr part) {
        String name = part.ident().name();
        Variable variable = variables.get(name);
        if (variable != null) {
            return new Literals.Item(variable.slot, Expected.of(type(part)), variable.label);
        } else if (name.equals("now")) {
            return new Node.Now();
        } else if (tree.getReference(part.id()).flatMap(it -> it.value()).isPresent()
                || type(part).name().equals("type")) {
            throw new Unsupported(part, "types are no values in rules.");
        }
        return assetField(part, new Node.Subject(), name, name);
    }

    private Node select(CelExpr part) {
        Node selected = selected(part);
        return part.select().testOnly() ? new Selection.Has(selected) : selected;
    }

    private Node selected(CelExpr part) {
        CelExpr operand = part.select().operand();
        String field = part.select().field();
        CelType from = type(operand);
        String label = label(operand) + "." + field;
        if (CelTypes.isAsset(from)) {
            return assetField(part, lower(operand), field, label);
        } else if (CelTypes.isRelated(from)) {
            return AssetField.related(assetBehind(operand), field, label);
        } else if (isFacets(operand)) {
            return AssetField.facet(assetBehind(operand), field, Expected.of(type(part)), label);
        }
        return Selection.of(lower(operand), label(operand), field, Expected.of(type(part)));
    }

    private static AssetField assetField(CelExpr part, Node asset, String name, String label) {
        if (name.equals("related")) {
            throw new Unsupported(part, "related needs the name of a relation behind it, as related.NAME.");
        }
        return AssetField.common(asset, name, label);
    }

    /** The asset whose {@code related} or {@code facets} an expression is. */
    private Node assetBehind(CelExpr part) {
        if (part.getKind() == Kind.SELECT) {
            return lower(part.select().operand());
        } else if (part.getKind() == Kind.IDENT) {
            return new Node.Subject();
        }
        throw new Unsupported(part, "related needs the name of a relation right behind it.");
    }

    private boolean isFacets(CelExpr part) {
        return part.getKind() == Kind.SELECT
                ? part.select().field().equals("facets")
                        && CelTypes.isAsset(type(part.select().operand()))
                : part.getKind() == Kind.IDENT
                        && part.ident().name().equals("facets")
                        && !variables.containsKey("facets");
    }

    private Node map(CelExpr part) {
        List<Node> keys = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        part.map().entries().forEach(entry -> {
            CelType key = type(entry.key());
            if (!key.equals(SimpleType.STRING) && !key.equals(SimpleType.DYN)) {
                throw new Unsupported(entry.key(), "the keys of a map are strings.");
            }
            keys.add(lower(entry.key()));
            values.add(lower(entry.value()));
        });
        return new Literals.MapOf(keys, values);
    }

    private Node call(CelExpr part) {
        CelCall call = part.call();
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        String name = call.function();
        Optional<Set<String>> texts = name.equals("@in") ? texts(arguments.get(1)) : Optional.empty();
        if (texts.isPresent()) {
            return new Strict.AmongTexts(lower(arguments.get(0)), texts.get());
        }
        List<Node> nodes = lower(arguments);
        return switch (name) {
            case "_&&_" -> new Logic.Junction(false, nodes.get(0), nodes.get(1));
            case "_||_" -> new Logic.Junction(true, nodes.get(0), nodes.get(1));
            case "!_" -> new Logic.Not(nodes.get(0));
            case "_?_:_" -> new Logic.Conditional(nodes.get(0), nodes.get(1), nodes.get(2));
            case "_==_" -> new Strict.Equal(true, nodes.get(0), nodes.get(1));
            case "_!=_" -> new Strict.Equal(false, nodes.get(0), nodes.get(1));
            case "_<_" -> new Strict.Compare(true, false, nodes.get(0), nodes.get(1));
            case "_<=_" -> new Strict.Compare(true, true, nodes.get(0), nodes.get(1));
            case "_>_" -> new Strict.Compare(false, false, nodes.get(0), nodes.get(1));
            case "_>=_" -> new Strict.Compare(false, true, nodes.get(0), nodes.get(1));
            default -> function(part, name, nodes);
        };
    }

    private static Node function(CelExpr part, String name, List<Node> arguments) {
        if (arguments.size() == 1) {
            Strict.One function = Functions.ofOne(name).orElseThrow(() -> unsupported(part, name));
            return arguments.get(0) instanceof Node.Constant constant && CHECKED_AT_ONCE.contains(name)
                    ? new Node.Constant(checked(part, function.apply(constant.value)))
                    : new Strict.Unary(function, arguments.get(0));
        } else if (arguments.size() == 2) {
            Strict.Two function = Functions.ofTwo(name).orElseThrow(() -> unsupported(part, name));
            return arguments.get(1) instanceof Node.Constant constant
                            && name.equals("matches")
                            && constant.value instanceof String pattern
                    ? new Strict.Unary(Functions.matching(checked(part, Functions.pattern(pattern))), arguments.get(0))
                    : new Strict.Binary(function, arguments.get(0), arguments.get(1));
        }
        throw unsupported(part, name);
    }

    private static Unsupported unsupported(CelExpr part, String name) {
        return new Unsupported(part, "rules cannot call " + name + ".");
    }

    private static Object checked(CelExpr part, Object value) {
        if (value instanceof Unknown error) {
            throw new Unsupported(part, error.causes().get(0).message().en() + ".");
        }
        return value;
    }

    /** The texts of a list that holds nothing else. */
    private static Optional<Set<String>> texts(CelExpr list) {
        return list.getKind() == Kind.LIST
                        && list.list().elements().stream()
                                .allMatch(item -> item.getKind() == Kind.CONSTANT
                                        && item.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                ? Optional.of(list.list().elements().stream()
                        .map(item -> item.constant().stringValue())
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    private Node loop(CelExpr part) {
        CelComprehension loop = part.comprehension();
        Node range = lower(loop.iterRange());
        int slot = depth++;
        slots = Math.max(slots, depth);
        Optional<Variable> shadowed =
                Optional.ofNullable(variables.put(loop.iterVar(), new Variable(slot, label(loop.iterRange()) + "[]")));
        Node node = body(loop, range, slot);
        variables.remove(loop.iterVar());
        shadowed.ifPresent(variable -> variables.put(loop.iterVar(), variable));
        depth--;
        return node;
    }

    /** Which macro a loop was is seen from what it does at each turn. */
    private Node body(CelComprehension loop, Node range, int slot) {
        CelCall step = loop.loopStep().call();
        return switch (step.function()) {
            case "_&&_" -> new Loops.Quantifier(range, slot, lower(step.args().get(1)), false);
            case "_||_" -> new Loops.Quantifier(range, slot, lower(step.args().get(1)), true);
            case "_?_:_" -> {
                Node predicate = lower(step.args().get(0));
                Optional<CelExpr> added = Loops.added(step.args().get(1));
                yield added.isPresent()
                        ? new Loops.Collect(range, slot, Optional.of(predicate), lower(added.get()))
                        : new Loops.ExistsOne(range, slot, predicate);
            }
            default ->
                new Loops.Collect(
                        range,
                        slot,
                        Optional.empty(),
                        lower(Loops.added(loop.loopStep()).orElseThrow()));
        };
    }

    /** How messages name a part. */
    private String label(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> {
                Variable variable = variables.get(part.ident().name());
                yield variable == null ? part.ident().name() : variable.label;
            }
            case SELECT -> label(part.select().operand()) + "." + part.select().field();
            case CALL ->
                part.call().function().equals("_[_]")
                        ? label(part.call().args().get(0)) + "[]"
                        : part.call().function() + "(...)";
            case COMPREHENSION -> label(part.comprehension().iterRange());
            default -> "a literal";
        };
    }

    private CelType type(CelExpr part) {
        return tree.getType(part.id()).orElse(SimpleType.DYN);
    }
}
