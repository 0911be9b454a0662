package io.nephoscope.snapshot;

import io.nephoscope.inventory.Relation.By;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.AddressRanges.Range;
import io.nephoscope.inventory.network.Cidr;
import java.math.BigInteger;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One spelling for what assets are found by, since sources write the same address and the same name in several. */
final class Keys {
    private static final String WILDCARD = "*.";
    /** The addresses of IPv4 as IPv6 writes them. */
    private static final Cidr MAPPED = Cidr.parse("::ffff:0:0/96");

    private Keys() {}

    /**
     * The key as it is looked up; empty for what is none.
     *
     * @param text a native id, an address or a domain name
     */
    static Optional<String> plain(By by, String text) {
        return switch (by) {
            case ID, SELECTOR -> Optional.of(text);
            case ADDRESS -> address(text).map(it -> it.ranges().toString());
            case DOMAIN -> domain(text.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
        };
    }

    /** A name in letters of its own is written in ASCII. */
    private static Optional<String> domain(String name) {
        String plain = name.startsWith(WILDCARD) ? name.substring(WILDCARD.length()) : name;
        try {
            return Optional.of(IDN.toASCII(plain))
                    .filter(ascii -> ascii.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*"))
                    .map(ascii -> name.startsWith(WILDCARD) ? WILDCARD + ascii : ascii);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A single address; a block is none. */
    private static Optional<Cidr> address(String text) {
        return text.contains("/") ? Optional.empty() : block(text);
    }

    /** An address, or a block of them. */
    static Optional<Cidr> block(String text) {
        try {
            return Optional.of(unmapped(Cidr.parse(text)));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static Cidr unmapped(Cidr block) {
        if (!MAPPED.holds(block)) {
            return block;
        }
        BigInteger zero = MAPPED.ranges().ranges().get(0).first();
        Range range = block.ranges().ranges().get(0);
        return new Cidr(
                AddressFamily.IPV4,
                AddressRanges.of(range.first().subtract(zero), range.last().subtract(zero)));
    }

    /** A native id by which somebody selects: portals write some ids in other cases than the cloud's own answers. */
    static String id(String nativeId) {
        return nativeId.toLowerCase(Locale.ROOT);
    }

    /** Whether the same key may stand for another thing in another network: an address that the Internet does not route. */
    static boolean isLocal(By by, String text) {
        return by == By.ADDRESS && address(text).filter(it -> !it.isRouted()).isPresent();
    }

    /** Whether a key stands for all names below it. */
    static boolean isWildcard(By by, String key) {
        return by == By.DOMAIN && key.startsWith(WILDCARD);
    }

    /** The key, and for a domain name the wildcards that stand for it too. */
    static List<String> covering(By by, String key) {
        List<String> all = new ArrayList<>(List.of(key));
        if (by == By.DOMAIN) {
            String rest = key.startsWith(WILDCARD) ? key.substring(WILDCARD.length()) : key;
            for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
                rest = rest.substring(dot + 1);
                all.add(WILDCARD + rest);
            }
        }
        return all;
    }

    /** Whether a key stands for all names below it, of which another is one. */
    static boolean covers(String key, String other) {
        return key.startsWith(WILDCARD) && other.endsWith(key.substring(1));
    }
}
