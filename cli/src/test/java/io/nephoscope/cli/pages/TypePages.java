package io.nephoscope.cli.pages;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Door;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.FacetWord;
import io.nephoscope.inventory.FacetWords;
import io.nephoscope.inventory.Guards;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Types;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pages that derive from the declarations of the resource types. */
final class TypePages {
    static final String GENERATED = "<!-- Generated from the declarations: mvn verify -Dnephoscope.pages=write -->\n\n";

    private TypePages() {}

    /** Every type: how it is listed, what fills its attributes, what its facets and relations lean on. */
    static String types(Types types) {
        StringBuilder page = new StringBuilder("# Resource types\n\n")
                .append("What each provider lists, and the calls that fill the rest where a chosen rule needs it.\n\n")
                .append("| type | title | kind | listed | by |\n|---|---|---|---|---|\n");
        List<AssetType> declared = types.all().stream()
                .filter(type -> !type.name().startsWith("files."))
                .toList();
        for (AssetType type : declared) {
            page.append("| [`%s`](#%s) | %s | `%s` | %s | %s |\n"
                    .formatted(
                            type.name(),
                            anchor(type.name()),
                            type.title(),
                            type.kind(),
                            type.reach() == AssetType.Reach.ACCOUNT ? "once an account" : "in each region",
                            calls(type.listing().operations())));
        }
        page.append(
                "\nThe provider `files` has one type for each kind, `files.KIND`, whose facets are the file's columns.\n");
        kinds(page);
        facets(page);
        page.append("\nAssets of every type know the security products that guard them: ")
                .append(Kinds.all().stream()
                        .flatMap(kind ->
                                Guards.word(kind).map(word -> "`related.%s` (`%s`)".formatted(word, kind)).stream())
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        declared.forEach(type -> section(page, type));
        return page.toString();
    }

    /** What rules may read of the assets of each kind, on every cloud. */
    private static void kinds(StringBuilder page) {
        page.append("\n## Kinds\n\nRules on a kind read its facets, whatever the cloud.\n\n")
                .append("| kind | title | facets |\n|---|---|---|\n");
        Kinds.all()
                .forEach(kind -> page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                kind,
                                kind.en(),
                                names(kind.words().stream().map(FacetWord::name).toList()))));
    }

    private static void facets(StringBuilder page) {
        page.append(
                        "\n## Facets\n\nA facet means the same of every kind. It is unknown where the cloud does not say, and absent ")
                .append("where its question does not arise.\n\n| facet | holds | means |\n|---|---|---|\n");
        FacetWords.all()
                .forEach(word -> page.append("| `%s` | %s | %s |\n"
                        .formatted(word, describe(word.schema()), word.means().en())));
    }

    private static void section(StringBuilder page, AssetType type) {
        page.append("\n## ").append(type.name()).append("\n\n");
        page.append("%s, of kind `%s`.\n\n".formatted(type.title(), type.kind()));
        page.append("From the listing: ")
                .append(names(type.listing().schema().fields().keySet()))
                .append(".\n");
        if (!type.details().isEmpty()) {
            page.append("\n| attribute | holds | filled by | permission |\n|---|---|---|---|\n");
            for (Detail detail : type.details()) {
                page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                detail.attribute(),
                                describe(detail.schema()),
                                calls(detail.operations()),
                                names(detail.operations().stream()
                                        .map(Operation::permission)
                                        .filter(permission -> !permission.isEmpty())
                                        .distinct()
                                        .toList())));
            }
        }
        if (!type.facets().isEmpty()) {
            page.append("\n| facet | derived from |\n|---|---|\n");
            for (Facet facet : type.facets()) {
                page.append("| `%s` | %s |\n".formatted(facet.name(), names(facet.inputs())));
            }
        }
        if (!type.doors().isEmpty()) {
            page.append("\n| door, by which the public may get at it | told by |\n|---|---|\n");
            for (Door door : type.doors()) {
                page.append("| %s | %s |\n".formatted(door.name(), tellers(type, door)));
            }
        }
        type.doorless()
                .ifPresent(why -> page.append("\nNo door by which the public may get at it: ")
                        .append(why)
                        .append('\n'));
        type.relations().stream()
                .filter(relation -> Guards.kind(relation.name()).isEmpty())
                .forEach(relation -> page.append("\nRelated: `related.%s` leads to `%s` %s.\n"
                        .formatted(
                                relation.name(),
                                relation.target(),
                                relation.isBack() ? "that name it" : "by " + names(relation.inputs()))));
    }

    private static String tellers(AssetType type, Door door) {
        boolean untold = door.attributes().stream()
                .map(type::detail)
                .allMatch(detail -> detail.filter(Detail::isWithoutApi).isPresent());
        return names(door.attributes()) + (untold ? ": no call, so that it is UNKNOWN where it may be there" : "");
    }

    private static String describe(Schema schema) {
        if (schema instanceof Schema.Struct) {
            return "object";
        } else if (schema instanceof Schema.ListOf list) {
            return "list of " + describe(list.item());
        } else if (schema instanceof Schema.MapOf map) {
            return "map to " + describe(map.value());
        }
        return schema == Schema.Scalar.DYN ? "document" : schema.toString().toLowerCase(Locale.ROOT);
    }

    private static String calls(List<Operation> operations) {
        return names(operations.stream().map(Operation::call).distinct().toList());
    }

    static String names(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String anchor(String heading) {
        return heading.replace(".", "");
    }
}
