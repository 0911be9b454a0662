package io.nephoscope.cli.report.html;

import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The part of the page's address behind {@code #}: which of the findings are shown, or of their assets. Whatever counts them is a link to
 * those that it counts.
 *
 * @param text keys and values as an address holds them; empty for every finding
 */
record Fragment(String text) {
    static final Fragment ALL = new Fragment("");

    /** The assets, and not their findings. */
    Fragment ofAssets() {
        return with("view", List.of("assets"));
    }

    Fragment verdicts(Collection<Verdict> verdicts) {
        return with("v", verdicts.stream().map(Verdict::name).toList());
    }

    Fragment severity(Severity severity) {
        return with("severity", List.of(severity.name().toLowerCase(Locale.ROOT)));
    }

    /** A branch and all that lies below it; every one where the path is empty. */
    Fragment branch(String path) {
        return path.isEmpty() ? this : with("branch", List.of(path));
    }

    Fragment provider(String provider) {
        return with("provider", List.of(provider));
    }

    Fragment account(String account) {
        return with("account", List.of(account));
    }

    Fragment type(String type) {
        return with("type", List.of(type));
    }

    Fragment rule(String rule) {
        return with("rule", List.of(rule));
    }

    /** Several values of a key stand with commas between them, which are no commas of a value, for those are encoded. */
    private Fragment with(String key, List<String> values) {
        String joined = values.stream().map(Fragment::encoded).collect(Collectors.joining(","));
        return new Fragment((text.isEmpty() ? "" : text + "&") + key + "=" + joined);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** As the target of a link. */
    String link() {
        return "#" + text;
    }
}
