package io.nephoscope.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.nephoscope.expression.Form.Op;
import io.nephoscope.inventory.doc.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Turns a checked tree into what it comes down to. What it does not know, it refuses by name and place. */
final class Lowering {
    private static final Set<String> CHECKED_AT_ONCE = Set.of("timestamp", "duration");
    private static final Map<String, Op> OPERATORS = Map.ofEntries(
            Map.entry("_&&_", Op.AND),
            Map.entry("_||_", Op.OR),
            Map.entry("!_", Op.NOT),
            Map.entry("_?_:_", Op.CONDITIONAL),
            Map.entry("_==_", Op.EQUAL),
            Map.entry("_!=_", Op.UNEQUAL),
            Map.entry("_<_", Op.LESS),
            Map.entry("_<=_", Op.LESS_OR_EQUAL),
            Map.entry("_>_", Op.GREATER),
            Map.entry("_>=_", Op.GREATER_OR_EQUAL));

    private final CelAbstractSyntaxTree tree;
    private final Library library;
    private final Map<String, Variable> variables = new HashMap<>();
    private int depth;
    private int slots;

    /** The variable of a loop. */
    private record Variable(int slot, String label) {}

    private Lowering(CelAbstractSyntaxTree tree, Library library) {
        this.tree = tree;
        this.library = library;
    }

    static Expression lower(CelAbstractSyntaxTree tree, Library library) {
        return expression(tree, library, UnaryOperator.identity());
    }

    /** The same, with an error where the value is neither true nor false. */
    static Expression condition(CelAbstractSyntaxTree tree, Library library) {
        return expression(tree, library, form -> Form.of(Op.CONDITION, form));
    }

    private static Expression expression(CelAbstractSyntaxTree tree, Library library, UnaryOperator<Form> whole) {
        Lowering lowering = new Lowering(tree, library);
        Form form = whole.apply(lowering.lower(tree.getExpr()));
        return Expression.of(form, lowering.slots, Trails.reads(tree), library);
    }

    private Form lower(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(constantOf(part));
            case IDENT -> identifier(part);
            case SELECT -> select(part);
            case CALL -> call(part);
            case COMPREHENSION -> loop(part);
            case LIST -> new Form(Op.LIST, List.of(), lower(part.list().elements()));
            case MAP -> map(part);
            case STRUCT, NOT_SET -> throw new Unsupported(part, "objects of a type cannot be made in rules.");
        };
    }

    private List<Form> lower(List<CelExpr> parts) {
        return parts.stream().map(this::lower).toList();
    }

    private static Form constant(Object value) {
        return Form.of(Op.CONSTANT, List.of(value));
    }

    private static Object constantOf(CelExpr part) {
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

    private Form identifier(CelExpr part) {
        String name = part.ident().name();
        Variable variable = variables.get(name);
        if (variable != null) {
            return Form.of(Op.ITEM, List.of((long) variable.slot, expected(part), variable.label));
        } else if (name.equals("now")) {
            return Form.of(Op.NOW);
        } else if (name.equals(Macros.SUBJECT)) {
            return Form.of(Op.SUBJECT);
        } else if (tree.getReference(part.id()).flatMap(it -> it.value()).isPresent()
                || type(part).name().equals("type")) {
            throw new Unsupported(part, "types are no values in rules.");
        }
        return assetField(part, Form.of(Op.SUBJECT), name, name);
    }

    private Form select(CelExpr part) {
        Form selected = selected(part);
        return part.select().testOnly() ? Form.of(Op.HAS, selected) : selected;
    }

    private Form selected(CelExpr part) {
        CelExpr operand = part.select().operand();
        String field = part.select().field();
        CelType from = type(operand);
        String label = label(part);
        if (CelTypes.isAsset(from)) {
            return assetField(part, lower(operand), field, label);
        } else if (CelTypes.isRelated(from)) {
            return Form.of(Op.RELATED, List.of(field, label), assetBehind(operand));
        } else if (isFacets(operand)) {
            return Form.of(Op.FACET, List.of(field, expected(part), label), assetBehind(operand));
        }
        return Form.of(Op.FIELD, List.of(label(operand), field, expected(part)), lower(operand));
    }

    private Form assetField(CelExpr part, Form asset, String name, String label) {
        if (name.equals("related")) {
            throw new Unsupported(part, "related needs the name of a relation behind it, as related.NAME.");
        }
        return Form.of(Op.COMMON, List.of(name, expected(part), label), asset);
    }

    /** The asset whose {@code related} or {@code facets} an expression is. */
    private Form assetBehind(CelExpr part) {
        if (part.getKind() == Kind.SELECT) {
            return lower(part.select().operand());
        } else if (part.getKind() == Kind.IDENT) {
            return Form.of(Op.SUBJECT);
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

    private Form map(CelExpr part) {
        List<Form> keys = new ArrayList<>();
        List<Form> values = new ArrayList<>();
        part.map().entries().forEach(entry -> {
            CelType key = type(entry.key());
            if (!key.equals(SimpleType.STRING) && !key.equals(SimpleType.DYN)) {
                throw new Unsupported(entry.key(), "the keys of a map are strings.");
            }
            keys.add(lower(entry.key()));
            values.add(lower(entry.value()));
        });
        keys.addAll(values);
        return new Form(Op.MAP, List.of(), keys);
    }

    private Form call(CelExpr part) {
        CelCall call = part.call();
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        String name = call.function();
        Optional<List<Object>> texts = name.equals("@in") ? texts(arguments.get(1)) : Optional.empty();
        if (texts.isPresent()) {
            return Form.of(Op.AMONG, texts.get(), lower(arguments.get(0)));
        }
        List<Form> parts = lower(arguments);
        Optional<Op> operator = Optional.ofNullable(OPERATORS.get(name));
        return operator.flatMap(op -> count(op, arguments))
                .or(() -> operator.map(op -> new Form(op, List.of(), parts)))
                .orElseGet(() -> function(part, name, parts));
    }

    /** How many assets are related is often not known, and still that they are more than some: those that were found tell. */
    private Optional<Form> count(Op op, List<CelExpr> sides) {
        if (!isCountOfAssets(sides.get(0))
                || sides.get(1).getKind() != Kind.CONSTANT
                || !(constantOf(sides.get(1)) instanceof Long number)) {
            return Optional.empty();
        }
        Form size = lower(sides.get(0));
        Form assets = size.parts().get(0);
        Form above = above(assets, number);
        return switch (op) {
            case GREATER -> Optional.of(above);
            case LESS_OR_EQUAL -> Optional.of(Form.of(Op.NOT, above));
            case GREATER_OR_EQUAL -> Optional.of(above(assets, number - 1));
            case LESS -> Optional.of(Form.of(Op.NOT, above(assets, number - 1)));
            case EQUAL -> Optional.of(Form.of(Op.AND, Form.of(Op.NOT, above), same(Op.EQUAL, size, number)));
            case UNEQUAL -> Optional.of(Form.of(Op.OR, above, same(Op.UNEQUAL, size, number)));
            default -> Optional.empty();
        };
    }

    private boolean isCountOfAssets(CelExpr part) {
        if (part.getKind() != Kind.CALL || !part.call().function().equals("size")) {
            return false;
        }
        CelType counted =
                type(part.call().target().orElseGet(() -> part.call().args().get(0)));
        return counted.kind() == CelKind.LIST
                && CelTypes.isAsset(counted.parameters().get(0));
    }

    private static Form above(Form assets, long number) {
        return Form.of(Op.BINARY, List.of(Functions.MORE_THAN), assets, constant(number));
    }

    private static Form same(Op op, Form size, long number) {
        return Form.of(op, size, constant(number));
    }

    private Form function(CelExpr part, String name, List<Form> arguments) {
        if (library.named(name).isPresent()) {
            return new Form(Op.LIBRARY, List.of(name), arguments);
        } else if (arguments.size() == 1) {
            Strict.One function = Functions.ofOne(name).orElseThrow(() -> unsupported(part, name));
            return arguments.get(0).op() == Op.CONSTANT && CHECKED_AT_ONCE.contains(name)
                    ? constant(checked(
                            part, function.apply(arguments.get(0).given().get(0))))
                    : new Form(Op.UNARY, List.of(name), arguments);
        } else if (arguments.size() == 2 && Functions.ofTwo(name).isPresent()) {
            if (name.equals("matches")
                    && arguments.get(1).op() == Op.CONSTANT
                    && arguments.get(1).given().get(0) instanceof String pattern) {
                checked(part, Functions.pattern(pattern));
                return Form.of(Op.MATCHES, List.of(pattern), arguments.get(0));
            }
            return new Form(Op.BINARY, List.of(name), arguments);
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
    private static Optional<List<Object>> texts(CelExpr list) {
        return list.getKind() == Kind.LIST
                        && list.list().elements().stream()
                                .allMatch(item -> item.getKind() == Kind.CONSTANT
                                        && item.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                ? Optional.of(list.list().elements().stream()
                        .<Object>map(item -> item.constant().stringValue())
                        .toList())
                : Optional.empty();
    }

    private Form loop(CelExpr part) {
        CelComprehension loop = part.comprehension();
        Form range = lower(loop.iterRange());
        int slot = depth++;
        slots = Math.max(slots, depth);
        Optional<Variable> shadowed =
                Optional.ofNullable(variables.put(loop.iterVar(), new Variable(slot, label(loop.iterRange()) + "[]")));
        Form form = body(loop, range, List.of((long) slot));
        variables.remove(loop.iterVar());
        shadowed.ifPresent(variable -> variables.put(loop.iterVar(), variable));
        depth--;
        return form;
    }

    /** Which macro a loop was is seen from what it does at each turn. */
    private Form body(CelComprehension loop, Form range, List<Object> slot) {
        CelCall step = loop.loopStep().call();
        return switch (step.function()) {
            case "_&&_" -> Form.of(Op.ALL, slot, range, lower(step.args().get(1)));
            case "_||_" -> Form.of(Op.EXISTS, slot, range, lower(step.args().get(1)));
            case "_?_:_" -> {
                Form predicate = lower(step.args().get(0));
                Optional<CelExpr> added = Macros.added(step.args().get(1));
                yield added.isPresent()
                        ? Form.of(Op.COLLECT_SOME, slot, range, predicate, lower(added.get()))
                        : Form.of(Op.EXISTS_ONE, slot, range, predicate);
            }
            default ->
                Form.of(
                        Op.COLLECT,
                        slot,
                        range,
                        lower(Macros.added(loop.loopStep()).orElseThrow()));
        };
    }

    /** How messages name a part. */
    private String label(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> {
                Variable variable = variables.get(part.ident().name());
                yield variable == null ? part.ident().name() : variable.label;
            }
            case SELECT ->
                Macros.isSubject(part.select().operand())
                        ? part.select().field()
                        : label(part.select().operand()) + "." + part.select().field();
            case CALL ->
                part.call().function().equals("_[_]")
                        ? label(part.call().args().get(0)) + "[]"
                        : part.call().function() + "(...)";
            case COMPREHENSION -> label(part.comprehension().iterRange());
            default -> "a literal";
        };
    }

    private Expected expected(CelExpr part) {
        return CelTypes.expected(type(part));
    }

    private CelType type(CelExpr part) {
        return tree.getType(part.id()).orElse(SimpleType.DYN);
    }
}
