package io.nephoscope.jdcloud;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses that may connect to a database, as its console takes them: blocks and addresses, with commas or line breaks between. */
final class WhiteList {
    static final String FACET = "admitsInternet";

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final Pattern FIRST_OCTETS = Pattern.compile("(\\d{1,3}\\.){0,3}\\*");
    /** An address that stands for any of its family, however it is spelled. */
    private static final Map<Cidr, Cidr> ANY_ADDRESS = Map.of(
            Cidr.parse("0.0.0.0"), Cidr.parse("0.0.0.0/0"),
            Cidr.parse("::"), Cidr.parse("::/0"));

    private static final int OCTETS = 4;
    private static final int OCTET_BITS = 8;

    private WhiteList() {}

    /**
     * The facet that says whether a white list lets in the Internet as a whole, in one entry or in all together.
     *
     * @param field a text, a list of texts, or a list of objects that have one in {@code ips}
     */
    static Object admitsInternet(Object field) {
        if (field instanceof Unknown) {
            return field;
        }
        List<Cidr> blocks = new ArrayList<>();
        List<String> others = new ArrayList<>();
        texts(field)
                .flatMap(SEPARATORS::splitAsStream)
                .filter(entry -> !entry.isEmpty())
                .forEach(entry -> {
                    try {
                        Cidr block = block(entry);
                        blocks.add(entry.contains("/") ? block : ANY_ADDRESS.getOrDefault(block, block));
                    } catch (Unreadable e) {
                        others.add(entry);
                    }
                });
        if (Cidr.areInternet(blocks)) {
            return true;
        } else if (!others.isEmpty()) {
            return unclear(Text.of("{0} is no block of addresses", "{0} 不是地址段", others.get(0)));
        }
        return blocks.isEmpty()
                ? unclear(Text.of(
                        "it names nobody, and JD Cloud does not say who may connect then", "名单为空，而京东云未说明此时谁可以连接"))
                : false;
    }

    private static Stream<String> texts(Object field) {
        return field instanceof DocList list
                ? list.stream()
                        .map(item -> item instanceof Doc named ? named.get("ips") : item)
                        .flatMap(WhiteList::texts)
                : Stream.of(field instanceof String text ? text : String.valueOf(field));
    }

    private static Unknown unclear(Text why) {
        return Unknown.because(new Cause(
                "derive:" + FACET, Status.FAILED, "", Text.of("the white list is not clear: {0}", "白名单不明确：{0}", why)));
    }

    /**
     * A block as JD Cloud takes it: also the first octets of an address, {@code 192.168.*}.
     *
     * @throws Unreadable where the text is none
     */
    static Cidr block(String entry) {
        if (!FIRST_OCTETS.matcher(entry).matches()) {
            return Cidr.parse(entry);
        }
        int known = (int) entry.chars().filter(letter -> letter == '.').count();
        return Cidr.parse(entry.replace("*", "0") + ".0".repeat(OCTETS - 1 - known) + "/" + known * OCTET_BITS);
    }
}
