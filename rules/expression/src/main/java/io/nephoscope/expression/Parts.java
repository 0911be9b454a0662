package io.nephoscope.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parts of an expression that did not pass the checker, by id, with what can be told of their types all the same. */
final class Parts {
    private final Map<Long, CelExpr> byId = new HashMap<>();
    /** What the variables of loops run over. */
    private final Map<String, CelExpr> ranges = new HashMap<>();

    Parts(CelExpr root) {
        collect(root);
    }

    private void collect(CelExpr part) {
        byId.put(part.id(), part);
        switch (part.getKind()) {
            case SELECT -> collect(part.select().operand());
            case CALL -> {
                part.call().target().ifPresent(this::collect);
                part.call().args().forEach(this::collect);
            }
            case LIST -> part.list().elements().forEach(this::collect);
            case MAP ->
                part.map().entries().forEach(entry -> {
                    collect(entry.key());
                    collect(entry.value());
                });
            case COMPREHENSION -> {
                ranges.put(part.comprehension().iterVar(), part.comprehension().iterRange());
                collect(part.comprehension().iterRange());
                collect(part.comprehension().loopStep());
            }
            default -> {}
        }
    }

    Optional<CelExpr> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    static boolean isCall(CelExpr part) {
        return part.getKind() == Kind.CALL;
    }

    /** The loop variable of a call that is no macro, as {@code x} in {@code list.exist(x, …)}: it is not declared, either. */
    Optional<String> unknownLoopVariable(long id, String message) {
        return find(id).filter(part -> message.startsWith("undeclared reference") && isCall(part))
                .flatMap(part -> part.call().args().stream().findFirst())
                .filter(argument -> argument.getKind() == Kind.IDENT)
                .map(argument -> argument.ident().name());
    }

    /** The type of a chain of fields and loop variables that starts at the asset. */
    Optional<CelType> typeOf(CelExpr part, CelTypes types, StructType asset) {
        return switch (part.getKind()) {
            case IDENT -> {
                String name = part.ident().name();
                yield ranges.containsKey(name)
                        ? Optional.of(ranges.get(name))
                                .flatMap(range -> typeOf(range, types, asset))
                                .flatMap(Parts::item)
                        : asset.findField(name).map(StructType.Field::type);
            }
            case SELECT ->
                typeOf(part.select().operand(), types, asset)
                        .flatMap(types::structOf)
                        .flatMap(struct -> struct.findField(part.select().field()))
                        .map(StructType.Field::type);
            case CALL ->
                part.call().function().equals("_[_]")
                        ? typeOf(part.call().args().get(0), types, asset).flatMap(Parts::item)
                        : Optional.empty();
            case COMPREHENSION ->
                Macros.isFilter(part.comprehension())
                        ? typeOf(part.comprehension().iterRange(), types, asset)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<CelType> item(CelType list) {
        return list.kind() == CelKind.LIST ? Optional.of(list.parameters().get(0)) : Optional.empty();
    }

    /** How messages name a part. */
    String label(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT ->
                ranges.containsKey(part.ident().name())
                        ? label(ranges.get(part.ident().name())) + "[]"
                        : part.ident().name();
            case SELECT -> label(part.select().operand()) + "." + part.select().field();
            case CALL ->
                part.call().function().equals("_[_]") ? label(part.call().args().get(0)) + "[]" : "the object";
            default -> "the object";
        };
    }
}
