package io.nephoscope.azure.web;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.reach.Admitted;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.Cidr;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who the access restrictions of an app let in. The rule with the lowest number that matches decides; where there are rules, whatever
 * none of them matches is turned away, unless a default says otherwise.
 */
final class AccessRestrictions {
    private static final String ANY = "any";
    private static final Set<String> EVERYBODY = Set.of(ANY, "internet", "azurecloud");
    private static final Pattern SERVICE_TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    private AccessRestrictions() {}

    /** Whether they let in the Internet as a whole, of the configuration {@code WebApps_GetConfiguration}. */
    static Tri admitTheInternet(Object configuration) {
        return Tri.ask(
                Paths.get(configuration, "properties"),
                known -> Tri.of(known instanceof Doc settings
                        && Stream.of(AddressFamily.values()).anyMatch(family -> admit(settings, family))));
    }

    private static boolean admit(Doc settings, AddressFamily family) {
        List<Doc> rules = Fields.docs(settings.get("ipSecurityRestrictions"))
                .sorted(Comparator.comparing(AccessRestrictions::priority))
                .toList();
        AddressRanges admitted = AddressRanges.NONE;
        AddressRanges left = family.all();
        for (Doc rule : rules) {
            boolean allows = !Fields.either(rule.get("action"), "Deny", "Allow").isTrue();
            AddressRanges matched = addresses(rule, family, allows).and(left);
            admitted = allows ? admitted.or(matched) : admitted;
            left = left.minus(matched);
        }
        return Admitted.areEverybody(family, allowsTheRest(settings, rules) ? admitted.or(left) : admitted);
    }

    private static boolean allowsTheRest(Doc settings, List<Doc> rules) {
        String written = settings.text("ipSecurityRestrictionsDefaultAction");
        return written.isEmpty()
                ? rules.isEmpty()
                : Fields.either(written, "Allow", "Deny").isTrue();
    }

    private static long priority(Doc rule) {
        return rule.get("priority") instanceof Long priority ? priority : Long.MAX_VALUE;
    }

    /** A rule that asks for a header, or names a network of Azure's, speaks of nobody in particular on the Internet. */
    private static AddressRanges addresses(Doc rule, AddressFamily family, boolean allows) {
        String written = rule.text("ipAddress").strip();
        String lower = written.toLowerCase(Locale.ROOT);
        if (written.isEmpty() || rule.doc("headers").size() > 0) {
            return AddressRanges.NONE;
        } else if (EVERYBODY.contains(lower)) {
            return allows || lower.equals(ANY) ? family.all() : AddressRanges.NONE;
        } else if (SERVICE_TAG.matcher(written).matches()) {
            return AddressRanges.NONE;
        }
        return AddressRanges.anyOf(Stream.of(written.split(",", -1))
                .map(String::strip)
                .map(Cidr::parse)
                .filter(block -> block.family() == family)
                .map(Cidr::ranges)
                .toList());
    }
}
