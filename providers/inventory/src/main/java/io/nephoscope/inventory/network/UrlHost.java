package io.nephoscope.inventory.network;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The name of the host in an address of the web, by which a cloud says where a resource answers. */
public final class UrlHost {
    private UrlHost() {}

    /** @throws Unreadable where the text is no such address */
    public static String of(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost()).orElseThrow(() -> malformed(url));
        } catch (URISyntaxException e) {
            throw malformed(url);
        }
    }

    private static Unreadable malformed(String url) {
        return new Unreadable(
                Text.of("the answer says \"{0}\" where an address of the web was expected", "应答为“{0}”，而预期为网址", url));
    }
}
