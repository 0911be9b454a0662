package io.nephoscope.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where in an asset the parts of a checked expression lead, as far as that is known without an asset. Loops over related assets
 * go through, {@code related.bucket.facets.public}; loops over other lists stop at the list.
 */
final class Trails {
    private static final Trail NOWHERE = new Trail("", false);
    private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+");

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Trail> variables = new HashMap<>();
    private final SortedSet<String> reads = new TreeSet<>();

    /** Where a part leads. One that is closed leads no deeper, whatever is selected from it. */
    private record Trail(String path, boolean open) {
        Trail step(String step) {
            return open ? new Trail(path + step, true) : this;
        }

        Trail closed() {
            return new Trail(path, false);
        }
    }

    private Trails(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /** Every path that a checked expression reads. */
    static SortedSet<String> reads(CelAbstractSyntaxTree tree) {
        Trails trails = new Trails(tree);
        trails.read(tree.getExpr());
        return trails.reads;
    }

    private void read(CelExpr part) {
        record(visit(part));
    }

    private void record(Trail trail) {
        if (!trail.path.isEmpty() && !trail.path.equals("now")) {
            reads.add(trail.path);
        }
    }

    /** Records what lies below a part, and says where the part itself leads: whoever goes no further records that. */
    private Trail visit(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> {
                String name = part.ident().name();
                yield variables.getOrDefault(name, name.startsWith("@") ? NOWHERE : new Trail(name, true));
            }
            case SELECT -> select(part);
            case CALL -> call(part.call());
            case COMPREHENSION -> comprehension(part.comprehension());
            case LIST -> {
                part.list().elements().forEach(this::read);
                yield NOWHERE;
            }
            case MAP -> {
                part.map().entries().forEach(entry -> read(entry.value()));
                yield NOWHERE;
            }
            default -> NOWHERE;
        };
    }

    private Trail select(CelExpr part) {
        CelExpr operand = part.select().operand();
        String field = part.select().field();
        if (Macros.isSubject(operand)) {
            record(new Trail(field, true));
            return NOWHERE;
        }
        Trail from = visit(operand);
        if (from.path.isEmpty() && CelTypes.isAsset(type(operand))) {
            throw new Unsupported(part, "it is not clear which relation this asset comes from; loop over it directly.");
        }
        Trail to = STEP.matcher(field).matches() ? from.step("." + field) : from.closed();
        if (part.select().testOnly()) {
            record(to);
            return NOWHERE;
        }
        return to;
    }

    private Trail call(CelCall call) {
        call.target().ifPresent(this::read);
        if (!call.function().equals(Operator.INDEX.getFunction())) {
            call.args().forEach(this::read);
            return NOWHERE;
        }
        CelExpr list = call.args().get(0);
        CelExpr index = call.args().get(1);
        read(index);
        Trail trail = visit(list);
        return holdsAssets(list)
                ? trail
                : constant(index).filter(it -> trail.open).map(trail::step).orElse(trail.closed());
    }

    /** The step that a constant index is, where a path can say it. */
    private static Optional<String> constant(CelExpr index) {
        if (index.getKind() != Kind.CONSTANT) {
            return Optional.empty();
        }
        return switch (index.constant().getKind()) {
            case INT64_VALUE -> Optional.of("[" + index.constant().int64Value() + "]");
            case STRING_VALUE ->
                Optional.of(index.constant().stringValue())
                        .filter(key -> STEP.matcher(key).matches())
                        .map(key -> "." + key);
            default -> Optional.empty();
        };
    }

    private Trail comprehension(CelComprehension loop) {
        Trail range = visit(loop.iterRange());
        record(range);
        Trail items = holdsAssets(loop.iterRange()) ? range : range.closed();
        Optional<Trail> shadowed = Optional.ofNullable(variables.put(loop.iterVar(), items));
        read(loop.loopStep());
        variables.remove(loop.iterVar());
        shadowed.ifPresent(trail -> variables.put(loop.iterVar(), trail));
        return Macros.isFilter(loop) ? items : NOWHERE;
    }

    private boolean holdsAssets(CelExpr list) {
        CelType type = type(list);
        return type.kind() == CelKind.LIST && CelTypes.isAsset(type.parameters().get(0));
    }

    private CelType type(CelExpr part) {
        return tree.getType(part.id()).orElse(SimpleType.DYN);
    }
}
