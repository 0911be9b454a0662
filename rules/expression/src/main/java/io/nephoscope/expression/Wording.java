package io.nephoscope.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words, at the line and column of the file, what dev.cel's parser and checker found. */
final class Wording {
    private static final int MOST_FIELDS_LISTED = 12;
    private static final Pattern QUOTED = Pattern.compile("'(.*?)'(?= |$|\\.)", Pattern.DOTALL);
    private static final Pattern OVERLOAD = Pattern.compile("for '(.+?)' applied to '(.*?)'(?: \\(|$)");
    private static final Pattern STRUCT = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final Map<String, String> WORDS_FOR_OPERATORS =
            Map.of("and", "&&", "or", "||", "not", "!", "=", "==", "&", "&&", "|", "||");

    private final YamlNode source;
    private final CelTypes types;
    private final StructType asset;
    private final Library library;

    Wording(YamlNode source, CelTypes types, StructType asset, Library library) {
        this.source = source;
        this.types = types;
        this.asset = asset;
        this.library = library;
    }

    /** The first fault of a text that is no expression: those behind it only follow from it. */
    YamlException syntax(List<CelIssue> issues) {
        CelIssue first = issues.stream()
                .min(Comparator.comparing(
                                (CelIssue issue) -> issue.getSourceLocation().getLine())
                        .thenComparing(issue -> issue.getSourceLocation().getColumn()))
                .orElseThrow();
        return at(source, first.getSourceLocation(), 0, syntax(first.getMessage()));
    }

    private static String syntax(String message) {
        Matcher quoted = QUOTED.matcher(message);
        String token = quoted.find() ? quoted.group(1) : "";
        if (message.startsWith("token recognition error at: ")) {
            String text = message.substring("token recognition error at: '".length(), message.length() - 1)
                    .strip();
            return text.startsWith("'") || text.startsWith("\"")
                    ? "the string that begins here has no end, or a backslash in it that means nothing."
                    : meansNothing(text);
        } else if (message.startsWith("missing ")) {
            return "a " + token + " is missing here.";
        } else if (token.equals("<EOF>")) {
            return "the expression ends too early.";
        } else if (message.startsWith("For input string")) {
            return "the number does not fit into 64 bits.";
        } else if (message.startsWith("reserved identifier: ")) {
            return message.substring("reserved identifier: ".length()) + " is a reserved word; choose another name.";
        } else if (message.startsWith("The argument must be a simple name")) {
            return "a loop needs the name of its variable here, as list.exists(item, item == 1).";
        } else if (message.startsWith("invalid argument to has() macro")) {
            return "has() asks for a field, as has(attributes.Name).";
        }
        return token.isEmpty() ? message + "." : meansNothing(token);
    }

    private static String meansNothing(String token) {
        String operator = WORDS_FOR_OPERATORS.get(token);
        return token + " means nothing here" + (operator == null ? "." : "; write " + operator + ".");
    }

    /** Every fault that the checker found, but for those that only follow from a call that does not exist. */
    YamlException types(CelAbstractSyntaxTree tree, List<CelIssue> issues) {
        Parts parts = new Parts(tree.getExpr());
        Set<String> loopVariables = new TreeSet<>();
        issues.forEach(issue ->
                parts.unknownLoopVariable(issue.getExprId(), issue.getMessage()).ifPresent(loopVariables::add));
        return YamlException.of(issues.stream()
                .filter(issue -> !loopVariables.contains(undeclared(issue.getMessage())))
                .map(issue -> type(parts, issue))
                .toList());
    }

    private YamlException type(Parts parts, CelIssue issue) {
        String message = issue.getMessage();
        CelSourceLocation place = issue.getSourceLocation();
        Optional<CelExpr> part = parts.find(issue.getExprId());
        Matcher quoted = QUOTED.matcher(message);
        String first = quoted.find() ? quoted.group(1) : "";
        Matcher overload = OVERLOAD.matcher(message);
        if (message.startsWith("undefined field")) {
            Optional<CelExpr> operand = part.map(it -> it.select().operand());
            if (operand.filter(Macros::isSubject).isPresent()) {
                return at(source, place, 0, noName(first));
            }
            Collection<String> known = operand.flatMap(it -> parts.typeOf(it, types, asset))
                    .flatMap(types::structOf)
                    .map(StructType::fieldNames)
                    .<Collection<String>>map(it -> it)
                    .orElse(List.of());
            boolean has = part.filter(it -> it.select().testOnly()).isPresent();
            return at(
                    source,
                    place,
                    has ? -"has".length() : 1,
                    noField(first, operand.map(parts::label).orElse("the object"), known));
        } else if (message.startsWith("undeclared reference")) {
            boolean call = part.filter(Parts::isCall).isPresent();
            return call
                    ? at(
                            source,
                            place,
                            -first.length(),
                            "there is no function " + first
                                    + Suggestion.didYouMean(first, functions()).en() + ".")
                    : at(source, place, 0, noName(first));
        } else if (message.startsWith("found no matching overload") && overload.find()) {
            return at(source, place, 0, noOverload(overload.group(1), plain(overload.group(2))));
        } else if (message.contains("does not support field selection")) {
            return at(source, place, 1, article(plain(first)) + " has no fields.");
        }
        return at(source, place, 0, plain(message) + ".");
    }

    private Set<String> functions() {
        Set<String> names = new TreeSet<>(Functions.names());
        library.functions().forEach(function -> names.add(function.name()));
        return names;
    }

    private static String undeclared(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return message.startsWith("undeclared reference") && quoted.find() ? quoted.group(1) : "";
    }

    private String noName(String name) {
        if (asset.findField("facets").isPresent()
                && asset.findField("attributes").isEmpty()
                && name.equals("attributes")) {
            return "a rule on a kind reads no attributes, only facets; let the rule apply to a type to read them.";
        }
        Set<String> known = new TreeSet<>(asset.fieldNames());
        if (asset.findField("facets").isPresent()) {
            known.add("now");
        }
        return "there is no " + name + hint(name, known) + ".";
    }

    /** What is said of a field that does not exist. */
    static String noField(String field, String owner, Collection<String> known) {
        return owner + " has no field " + field + hint(field, known) + ".";
    }

    private static String hint(String name, Collection<String> known) {
        String suggestion = Suggestion.didYouMean(name, known).en();
        return !suggestion.isEmpty() || known.isEmpty() || known.size() > MOST_FIELDS_LISTED
                ? suggestion
                : "; known are " + String.join(", ", new TreeSet<>(known));
    }

    private static String noOverload(String function, String types) {
        String operator = Operator.lookupBinaryOperator(function)
                .or(() -> Operator.lookupUnaryOperator(function))
                .orElse(function);
        String listed = types.replaceFirst("^(.*?)\\.?\\((.*)\\)$", "$1, $2").replaceAll("^, |, $", "");
        if (listed.contains("null")) {
            return "there is no null in documents; ask with has() whether a field is there.";
        } else if (function.equals(Operator.CONDITIONAL.getFunction())) {
            return "? needs a bool before it and the same type on both sides of the colon, not " + listed + ".";
        }
        return (function.equals(Operator.INDEX.getFunction()) ? "[]" : operator) + " cannot be applied to "
                + listed.replaceFirst(", (?=[^,]*$)", " and ") + ".";
    }

    /** A type's name as people write it. */
    private static String plain(String text) {
        return STRUCT.matcher(text)
                .replaceAll("object")
                .replace("google.protobuf.Timestamp", "timestamp")
                .replace("google.protobuf.Duration", "duration");
    }

    static String withArticle(CelType type) {
        return article(plain(type.name()));
    }

    private static String article(String noun) {
        return (noun.matches("[aeiou].*") ? "an " : "a ") + noun;
    }

    /** The error for a part that rules may not use. */
    static YamlException refused(YamlNode source, CelSource positions, Unsupported part) {
        CelSourceLocation place = Optional.ofNullable(
                        positions.getPositionsMap().get(part.expression()))
                .flatMap(positions::getOffsetLocation)
                .orElse(CelSourceLocation.of(1, 0));
        return at(source, place, 0, part.sentence());
    }

    private static YamlException at(YamlNode source, CelSourceLocation place, int shift, String sentence) {
        return source.error(
                Math.max(0, place.getLine() - 1), Math.max(0, place.getColumn() + shift), Text.quoted(sentence));
    }
}
