package io.nephoscope.inventory.network;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads domain names as people write them. */
public final class DomainName {
    private static final Pattern FORM = Pattern.compile(
            "(\\*\\.)?([\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?\\.)*[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");
    private static final int LONGEST = 253;

    private DomainName() {}

    /**
     * A name, or {@code *.} before one for all names below it, in small letters.
     *
     * @throws Unreadable with one clause that says what is wrong
     */
    public static String parse(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) {
            throw new Unreadable(Text.of(
                    "\"{0}\" is no domain name, as shop.example.com or *.example.com",
                    "\"{0}\" 不是域名（如 shop.example.com 或 *.example.com）", text));
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
