package io.nephoscope.http.rest;

import io.nephoscope.http.Percent;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlNode;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with names in braces, {@code /regions/{region}/disks}: what is filled in is not looked at again. */
record Template(String text) {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Pattern WHOLE = Pattern.compile("\\{\\w+}");

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return Collections.unmodifiableSortedSet(names);
    }

    String filled(UnaryOperator<String> value) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value.apply(name.group(1))));
    }

    /** The text as a path: each value is one name in it, whatever it holds. */
    String path(UnaryOperator<String> value) {
        StringBuilder path = new StringBuilder();
        Matcher name = NAME.matcher(text);
        int end = 0;
        while (name.find()) {
            path.append(Percent.encode(text.substring(end, name.start()), "/"))
                    .append(Percent.encode(value.apply(name.group(1))));
            end = name.end();
        }
        return path.append(Percent.encode(text.substring(end), "/")).toString();
    }

    /** @throws YamlException where a text names a setting that the service does not ask for */
    static void requireSetting(YamlNode node, Set<String> settings) {
        if (node.isMap() || node.isList()) {
            return;
        }
        String text = node.text();
        if (text.startsWith("$") && !settings.contains(text.substring(1))) {
            throw Words.unknown(
                    node, text, settings.stream().map(it -> "$" + it).toList());
        }
    }

    /** The name in braces that a text is whole, {@code {siteId}}; empty for a text that is itself. */
    static Optional<String> name(Object text) {
        return text instanceof String it && WHOLE.matcher(it).matches()
                ? Optional.of(it.substring(1, it.length() - 1))
                : Optional.empty();
    }

    /** The setting that a text names behind a dollar sign; empty for a text that is itself. */
    static Optional<String> setting(Object text) {
        return text instanceof String it && it.startsWith("$") ? Optional.of(it.substring(1)) : Optional.empty();
    }
}
