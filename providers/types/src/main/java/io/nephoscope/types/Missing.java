package io.nephoscope.types;

import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.yaml.YamlNode;
import io.nephoscope.yaml.YamlShape;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What it means that a cloud leaves out a property, with where that is documented and since when it holds: facets read the property as
 * it is in force. What stands in no row is unknown. A default may hang on the day when the asset was made.
 */
final class Missing {
    private static final String SOURCE = "source";
    private static final String MADE = "made";
    private static final Set<String> WORDS = Set.of("is", "like", "since", "madeBefore", SOURCE);

    private final Map<String, List<Row>> rows;
    private final Optional<String> made;

    private Missing(Map<String, List<Row>> rows, Optional<String> made) {
        this.rows = rows;
        this.made = made;
    }

    /**
     * One meaning.
     *
     * @param is the value that holds; empty where another property has it
     * @param like the path of the other property
     * @param madeBefore for assets made before that day (UTC); for all where empty
     */
    private record Row(Optional<Object> is, Optional<String> like, Optional<LocalDate> madeBefore) {}

    static Missing read(YamlNode node, Struct attributes, Declaration of) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        Optional<YamlNode> source = node.optional(SOURCE);
        node.fields().forEach((path, meanings) -> {
            if (!path.equals(SOURCE) && !path.equals(MADE)) {
                of.known(meanings, new ListPath(path).first(), attributes);
                List<Row> ofPath = new ArrayList<>();
                TypeReader.each(meanings).forEach(it -> ofPath.add(row(it, source.isPresent())));
                rows.put(path, ofPath);
            }
        });
        return new Missing(rows, node.optional(MADE).map(YamlNode::filled));
    }

    private static Row row(YamlNode node, boolean hasSource) {
        node.fields(WORDS);
        if (!hasSource) {
            node.field(SOURCE).filled();
        }
        Optional<String> like = node.optional("like").map(YamlNode::filled);
        if (like.isEmpty()) {
            node.field("since").filled();
        }
        return new Row(
                like.isPresent() ? Optional.empty() : Optional.of(YamlShape.field(node.field("is"))),
                like,
                node.optional("madeBefore").map(Missing::day));
    }

    private static LocalDate day(YamlNode node) {
        try {
            return LocalDate.parse(node.filled());
        } catch (DateTimeException e) {
            throw node.error(Text.of(
                    "{0} is no day; write it as \"2024-01-31\".", "{0} 不是日期；请写作 \"2024-01-31\"。", node.filled()));
        }
    }

    /** The attributes that are read besides some of them, to know what their missing properties mean. */
    Set<String> inputs(Collection<String> attributes) {
        Set<String> more = new LinkedHashSet<>();
        rows.forEach((path, meanings) -> {
            if (attributes.contains(new ListPath(path).first())) {
                meanings.forEach(row -> {
                    row.like.ifPresent(it -> more.add(new ListPath(it).first()));
                    row.madeBefore.flatMap(day -> made).ifPresent(it -> more.add(new ListPath(it).first()));
                });
            }
        });
        return more;
    }

    /** The attributes with what holds where something was left out. */
    Attributes fill(Attributes said) {
        return attribute -> {
            Object field = said.get(attribute);
            if (!(field instanceof Doc)) {
                return field;
            }
            Doc filled = Doc.of(attribute, field);
            for (Map.Entry<String, List<Row>> entry : rows.entrySet()) {
                String path = entry.getKey();
                if (new ListPath(path).first().equals(attribute) && Paths.get(filled, path) == Absent.ABSENT) {
                    filled = Paths.set(filled, path, inForce(path, entry.getValue(), said));
                }
            }
            return filled.get(attribute);
        };
    }

    private Object inForce(String path, List<Row> meanings, Attributes said) {
        for (Row row : meanings) {
            Object holds = row.madeBefore
                    .<Object>map(day -> isMadeBefore(day, path, said))
                    .orElse(true);
            if (holds instanceof Unknown || holds.equals(true)) {
                return holds instanceof Unknown ? holds : row.is.orElseGet(like(row, said));
            }
        }
        return Absent.ABSENT;
    }

    private static Supplier<Object> like(Row row, Attributes said) {
        return () -> at(row.like.orElseThrow(), said);
    }

    private Object isMadeBefore(LocalDate day, String path, Attributes said) {
        Object written = made.map(it -> at(it, said)).orElse(Absent.ABSENT);
        if (written instanceof String text) {
            try {
                Instant time = OffsetDateTime.parse(text).toInstant();
                return time.isBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant());
            } catch (DateTimeException e) {
                return undated(path);
            }
        }
        return written instanceof Unknown ? written : undated(path);
    }

    private static Unknown undated(String path) {
        return Unknown.because(new Cause(
                "",
                Status.NOT_SAID,
                "",
                Text.of(
                        "the answer does not say when it was made, on which the default of {0} depends",
                        "应答未说明创建时间，而 {0} 的默认值取决于此", path)));
    }

    private static Object at(String path, Attributes said) {
        String first = new ListPath(path).first();
        return Paths.get(Doc.of(first, said.get(first)), path);
    }
}
