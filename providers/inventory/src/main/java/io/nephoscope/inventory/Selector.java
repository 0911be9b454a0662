package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.network.Cidr;
import io.nephoscope.inventory.network.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text by which a source says which assets it means, as {@code tag:Env=prod}: all that have what it names.
 *
 * @param sort what the assets are told by
 * @param what they have: a block of addresses, a domain name or all names below one, {@code key=value} of a tag, a native id, a kind
 */
public record Selector(Sort sort, String what) {
    private static final String COLON = ":";

    /** What assets are told by. */
    public enum Sort {
        /** An IP address, or any of a block of them. */
        ADDRESS,
        /** A domain name; {@code *.example.com} for all names below it. */
        DOMAIN,
        /** A tag with its value. */
        TAG,
        /** The native id. */
        ID,
        /** The kind. */
        CLASS;

        /** As selectors begin. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The words with which selectors begin, in the order of the sorts. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Sort::word).toList();
        }
    }

    private static final Map<String, Sort> CHINESE = Map.of(
            "地址", Sort.ADDRESS, "网段", Sort.ADDRESS, "域名", Sort.DOMAIN, "标签", Sort.TAG, "编号", Sort.ID, "类别", Sort.CLASS);

    /** @throws Unreadable with one clause that says what is wrong */
    public static Selector parse(String text) {
        int colon = text.replace('：', ':').indexOf(COLON);
        String word = colon < 0 ? "" : text.substring(0, colon).strip();
        Sort sort = Arrays.stream(Sort.values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .or(() -> Optional.ofNullable(CHINESE.get(word)))
                .orElseThrow(() -> new Unreadable(Text.of(
                        "\"{0}\" is no selector; one begins with {1}",
                        "\"{0}\" 不是选择器；选择器的开头须为 {1}",
                        text,
                        Sort.words().stream().map(it -> it + COLON).collect(Collectors.joining(", ")))));
        String what = text.substring(colon + 1).strip();
        if (what.isEmpty()) {
            throw new Unreadable(Text.of(
                    "\"{0}\" selects nothing; write what comes after the colon", "\"{0}\" 没有选择任何内容；请写明冒号之后的部分", text));
        }
        return new Selector(sort, checked(sort, what));
    }

    private static String checked(Sort sort, String what) {
        return switch (sort) {
            case ADDRESS -> address(what);
            case DOMAIN -> DomainName.parse(what);
            case TAG -> tag(what);
            case ID -> what;
            case CLASS -> Kind.parse(what).name();
        };
    }

    private static String address(String text) {
        try {
            Cidr.parse(text);
            return text;
        } catch (Unreadable e) {
            throw new Unreadable(Text.of(
                    "\"{0}\" is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8",
                    "\"{0}\" 既不是地址（如 10.0.0.1），也不是地址段（如 10.0.0.0/8）", text));
        }
    }

    private static String tag(String text) {
        if (text.indexOf('=') < 1) {
            throw new Unreadable(Text.of(
                    "\"tag:{0}\" is no tag with its value, as tag:Env=prod",
                    "\"tag:{0}\" 不是带值的标签（如 tag:Env=prod）", text));
        }
        return text;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return sort.word() + COLON + what;
    }
}
