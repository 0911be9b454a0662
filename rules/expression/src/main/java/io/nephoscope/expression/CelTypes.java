package io.nephoscope.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.ListOf;
import io.nephoscope.inventory.Schema.MapOf;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Schemas as CEL types. Structs become types when the checker first asks for their fields, since providers' models may be
 * recursive. Their names hold a slash, which no expression can, so that no field path is ever taken for a type.
 */
@SuppressWarnings("Immutable") // it learns structs as they are asked for, and never changes one
final class CelTypes implements CelTypeProvider {
    private static final String ASSET = "/asset";
    private static final String RELATED = "/related";
    /** Types of one kind may call links to different kinds by the same name: a rule on the kind cannot follow them. */
    private static final CelType OF_NO_KIND = SimpleType.DYN;

    private final Types types;
    private final Map<String, Supplier<StructType>> structs = new ConcurrentHashMap<>();

    CelTypes(Types types) {
        this.types = types;
    }

    /** What a rule on a type sees of an asset. */
    StructTypeReference assetOf(AssetType type) {
        return struct(type.name() + ASSET, () -> {
            Map<String, CelType> fields = commonFields();
            fields.put("attributes", plain(type.name(), type.attributes()));
            fields.put("facets", plain(type.name(), type.facetFields()));
            fields.put("related", relatedOf(type));
            return fields;
        });
    }

    /** What a rule on a kind sees of an asset. */
    StructTypeReference assetOf(Kind kind) {
        return struct(kind.name() + ASSET, () -> {
            Map<String, CelType> fields = commonFields();
            fields.put("facets", plain(kind.name(), kind.facets()));
            fields.put("related", relatedOf(kind));
            return fields;
        });
    }

    /** What a rule sees of an asset of which it does not know the type: what every asset has. */
    private StructTypeReference assetOfAnyType() {
        return struct(Relation.ANYTHING + ASSET, () -> {
            Map<String, CelType> fields = commonFields();
            fields.put("facets", plain(Relation.ANYTHING, Kind.COMMON));
            return fields;
        });
    }

    /** What an expression of a type's declaration is about: the attributes of an asset. */
    StructTypeReference subjectOf(Struct attributes) {
        return struct(attributes.name() + ASSET, () -> {
            Map<String, CelType> fields = new LinkedHashMap<>();
            attributes.fields().forEach((name, field) -> fields.put(name, plain(attributes.name(), field)));
            return fields;
        });
    }

    /** How the checker knows a function. */
    CelFunctionDecl declared(Library.Function function) {
        return CelFunctionDecl.newFunctionDeclaration(
                function.name(),
                CelOverloadDecl.newGlobalOverload(
                        function.name() + "_library",
                        plain(function.name(), function.gives()),
                        function.takes().stream()
                                .map(schema -> plain(function.name(), schema))
                                .toList()));
    }

    private static Map<String, CelType> commonFields() {
        Map<String, CelType> fields = new LinkedHashMap<>();
        for (String text : new String[] {"name", "nativeId", "account", "region", "branch"}) {
            fields.put(text, SimpleType.STRING);
        }
        fields.put("tags", MapType.create(SimpleType.STRING, SimpleType.STRING));
        return fields;
    }

    private StructTypeReference relatedOf(AssetType type) {
        return struct(type.name() + RELATED, () -> {
            Map<String, CelType> fields = new LinkedHashMap<>();
            type.relations().forEach(relation -> end(relation).ifPresent(end -> fields.put(relation.name(), end)));
            return fields;
        });
    }

    /**
     * What the assets of a kind are related to, which are seen as assets of their kind in turn: of one whose type does not tell, that is
     * unknown.
     */
    private StructTypeReference relatedOf(Kind kind) {
        return struct(kind.name() + RELATED, () -> {
            Map<String, CelType> fields = new LinkedHashMap<>();
            types.ofKind(kind)
                    .forEach(type -> type.relations()
                            .forEach(relation -> types.targets(relation).stream()
                                    .map(end -> ListType.create(assetOf(end.kind())))
                                    .forEach(end -> fields.merge(
                                            relation.name(),
                                            end,
                                            (one, other) -> one.equals(other) ? one : OF_NO_KIND))));
            fields.values().removeIf(OF_NO_KIND::equals);
            return fields;
        });
    }

    /** The assets at the other end; empty where no provider that is installed has such. */
    private Optional<CelType> end(Relation relation) {
        List<AssetType> ends = types.targets(relation);
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        if (relation.isToAnything()) {
            return Optional.of(ListType.create(assetOfAnyType()));
        }
        return Optional.of(ListType.create(
                ends.size() == 1 && relation.kind().isEmpty()
                        ? assetOf(ends.get(0))
                        : assetOf(ends.get(0).kind())));
    }

    private CelType plain(String owner, Schema schema) {
        if (schema instanceof Struct struct) {
            return struct(owner + "/" + struct.name(), () -> {
                Map<String, CelType> fields = new LinkedHashMap<>();
                struct.fields().forEach((name, field) -> fields.put(name, plain(owner, field)));
                return fields;
            });
        } else if (schema instanceof ListOf list) {
            return ListType.create(plain(owner, list.item()));
        } else if (schema instanceof MapOf map) {
            return MapType.create(SimpleType.STRING, plain(owner, map.value()));
        }
        return switch ((Scalar) schema) {
            case STRING, ADDRESS, PROTOCOL, FAMILY -> SimpleType.STRING;
            case INT, PORT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BOOL -> SimpleType.BOOL;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
            case DYN -> SimpleType.DYN;
        };
    }

    private StructTypeReference struct(String name, Supplier<Map<String, CelType>> fields) {
        structs.putIfAbsent(name, new Lazy<>(() -> {
            ImmutableMap<String, CelType> known = ImmutableMap.copyOf(fields.get());
            return StructType.create(name, known.keySet(), field -> Optional.ofNullable(known.get(field)));
        }));
        return StructTypeReference.create(name);
    }

    static boolean isAsset(CelType type) {
        return type.name().endsWith(ASSET);
    }

    static boolean isRelated(CelType type) {
        return type.name().endsWith(RELATED);
    }

    /** What a field of a type is expected to hold. */
    static Expected expected(CelType type) {
        return switch (type.kind()) {
            case STRING -> Expected.STRING;
            case INT -> Expected.INT;
            case DOUBLE -> Expected.DOUBLE;
            case BOOL -> Expected.BOOL;
            case TIMESTAMP -> Expected.TIMESTAMP;
            case LIST -> Expected.listOf(expected(type.parameters().get(0)));
            case MAP -> Expected.mapOf(written(expected(type.parameters().get(1))));
            case STRUCT -> isAsset(type) ? Expected.ANY : Expected.OBJECT;
            default -> Expected.ANY;
        };
    }

    /** Objects hold no times: in maps they stay the texts that they are. */
    private static Expected written(Expected value) {
        return value.equals(Expected.TIMESTAMP) ? Expected.STRING : value;
    }

    /** The struct behind a type, where it is one. */
    Optional<StructType> structOf(CelType type) {
        return Optional.ofNullable(structs.get(type.name())).map(Supplier::get);
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.of();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(structs.get(name)).map(Supplier::get);
    }
}
