package io.nephoscope.http.rest;

import io.nephoscope.http.Request;
import io.nephoscope.http.UnusableReply;
import io.nephoscope.inventory.doc.Text;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a next page. It leads to where the page came from, or nowhere: what is signed goes to nobody else. */
final class Link {
    /** {@code <https://host/items?page=2>; rel="next"} of RFC 8288. */
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,<]*;\\s*rel=\"?next\"?(?=[\\s;,]|$)");

    private Link() {}

    /** The next page that a header names; the value itself where it is no list of links. */
    static Optional<String> in(String header) {
        Matcher next = NEXT.matcher(header);
        if (next.find()) {
            return Optional.of(next.group(1));
        }
        return header.contains("<") || header.isBlank() ? Optional.empty() : Optional.of(header.strip());
    }

    /**
     * The request for a page.
     *
     * @param asked the request whose answer gave the address
     * @throws UnusableReply where it leads elsewhere
     */
    static Request to(String address, Request asked) {
        URI uri;
        try {
            uri = asked.uri().resolve(address);
        } catch (IllegalArgumentException e) {
            UnusableReply none = new UnusableReply(Text.of("the address of the next page is none", "下一页的地址无效"));
            none.initCause(e);
            throw none;
        }
        URI from = asked.uri();
        boolean isSame = String.valueOf(uri.getScheme()).equalsIgnoreCase(from.getScheme())
                && String.valueOf(uri.getRawAuthority()).equalsIgnoreCase(from.getRawAuthority());
        if (!isSame) {
            throw new UnusableReply(Text.of(
                    "the next page is said to be at {0}, which is not asked",
                    "应答称下一页位于 {0}，不予访问", String.valueOf(uri.getHost())));
        }
        URI origin = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
        String path = uri.getPath().isEmpty() ? "/" : uri.getPath();
        Request request = Request.get(origin, path, query(uri));
        for (Map.Entry<String, String> header : asked.headers().entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request;
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
                    throw new UnusableReply(
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
