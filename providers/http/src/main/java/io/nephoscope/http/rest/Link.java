package io.nephoscope.http.rest;

import io.nephoscope.http.Percent;
import io.nephoscope.http.Request;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.doc.Text;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a next page. It leads to where the page came from, or nowhere: what is signed goes to nobody else. */
final class Link {
    /** One link of RFC 8288, {@code <https://host/items?page=2>; rel="next"; title="a, b"}. */
    private static final Pattern ONE = Pattern.compile(
            "\\s*<([^>]*)>((?:\\s*;\\s*[\\w!#$&+.^`|~*-]+\\s*(?:=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s;,\"']*))?)*)\\s*(?:,|$)");

    private static final Pattern RELATION =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s;,\"']*))");

    /** Whoever decodes a path before he reads it goes where such a part leads. */
    private static final Pattern LEADS_UP = Pattern.compile("(?:\\A|[/\\\\])\\.{1,2}(?:[/\\\\]|\\z)");

    private static final Pattern SLASH = Pattern.compile("%2F|%5C");

    private Link() {}

    /**
     * The next page that a header names; the value itself where it is no list of links.
     *
     * @throws UnusableAnswer where it is one that cannot be read: it may lead on
     */
    static Optional<String> in(String header) {
        if (!header.contains("<")) {
            return header.isBlank() ? Optional.empty() : Optional.of(header.strip());
        }
        Optional<String> next = Optional.empty();
        Matcher one = ONE.matcher(header);
        int end = 0;
        while (end < header.length() && one.find(end) && one.start() == end) {
            if (isNext(one.group(2)) && next.isEmpty()) {
                next = Optional.of(one.group(1));
            }
            end = one.end();
        }
        if (end < header.length()) {
            throw new UnusableAnswer(Text.of("its links to other pages cannot be read", "应答中指向其他页的链接无法解析"));
        }
        return next;
    }

    private static boolean isNext(String parameters) {
        Matcher relation = RELATION.matcher(parameters);
        while (relation.find()) {
            for (int form = 1; form <= relation.groupCount(); form++) {
                String named = relation.group(form);
                if (named != null
                        && List.of(named.toLowerCase(Locale.ROOT).split("\\s+", -1))
                                .contains("next")) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The request for a page.
     *
     * @param asked the request whose answer gave the address
     * @throws UnusableAnswer where it leads elsewhere
     */
    static Request to(String address, Request asked) {
        URI uri;
        try {
            uri = asked.uri().resolve(address);
        } catch (IllegalArgumentException e) {
            UnusableAnswer none = new UnusableAnswer(Text.of("the address of the next page is none", "下一页的地址无效"));
            none.initCause(e);
            throw none;
        }
        URI from = asked.uri();
        boolean isSame = String.valueOf(uri.getScheme()).equalsIgnoreCase(from.getScheme())
                && String.valueOf(uri.getRawAuthority()).equalsIgnoreCase(from.getRawAuthority());
        if (!isSame) {
            throw new UnusableAnswer(Text.of(
                    "the next page is said to be at {0}, which is not asked",
                    "应答称下一页位于 {0}，不予访问", String.valueOf(uri.getHost())));
        }
        String path = path(uri);
        boolean isBelow = path.startsWith(asked.fullPath() + "/")
                && !SLASH.matcher(path.substring(asked.fullPath().length())).find();
        if (!path.equals(asked.fullPath()) && !isBelow) {
            throw new UnusableAnswer(Text.of(
                    "the next page is said to be at {0}, which is another call",
                    "应答称下一页位于 {0}，那是另一个调用", String.valueOf(uri.getPath())));
        }
        URI origin = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
        Request request = new Request("GET", origin, path, query(uri), Map.of(), "");
        for (Map.Entry<String, String> header : asked.headers().entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request;
    }

    /** Its path as requests have it; one that leads up leads to nobody knows what. */
    private static String path(URI uri) {
        StringBuilder path = new StringBuilder();
        for (String raw : uri.getRawPath().split("/", -1)) {
            String name = URI.create("/" + raw).getPath().substring(1);
            if (LEADS_UP.matcher(name).find()) {
                return "";
            }
            path.append('/').append(Percent.encode(name));
        }
        return path.substring(1);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new TreeMap<>();
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                if (query.put(decoded(name), decoded(value)) != null) {
                    throw new UnusableAnswer(
                            Text.of("the address of the next page says {0} twice", "下一页的地址重复给出 {0}", name));
                }
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
