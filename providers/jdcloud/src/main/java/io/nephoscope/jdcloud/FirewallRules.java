package io.nephoscope.jdcloud;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.FirewallEntry;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import io.nephoscope.inventory.network.InternetIngress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of security groups and network ACLs: the one with the smallest priority that matches decides, and among those with the same
 * priority one that denies. What no rule matches is kept out.
 */
final class FirewallRules {
    private static final String ALLOW = "allow";
    private static final String LIST = "PREFIXLIST";

    private FirewallRules() {}

    private record Ranked(long priority, boolean allows, Doc rule) {}

    /**
     * The facet {@code internetIngress}.
     *
     * @param rules {@code securityGroupRules} or {@code networkAclRules}
     */
    static Object internetIngress(Object rules) {
        if (rules instanceof Unknown) {
            return rules;
        }
        DocList all = (DocList) Standing.said(rules);
        List<FirewallEntry> entries = new ArrayList<>();
        all.docs()
                .filter(FirewallRules::isIngress)
                .map(rule -> new Ranked(priority(rule), allows(rule), rule))
                .sorted(Comparator.comparingLong(Ranked::priority).thenComparing(Ranked::allows))
                .forEach(ranked -> entries.addAll(entries(ranked.rule())));
        return InternetIngress.of(entries);
    }

    /** Security groups number the directions, network ACLs name them. */
    private static boolean isIngress(Doc rule) {
        Object direction = rule.get("direction");
        if (direction instanceof Long || direction instanceof String) {
            return direction.equals(0L) || direction.equals("ingress");
        }
        throw new Unreadable("a rule has no direction");
    }

    private static long priority(Doc rule) {
        if (rule.get("priority") instanceof Long priority) {
            return priority;
        }
        throw new Unreadable("a rule has no priority");
    }

    private static boolean allows(Doc rule) {
        String action = rule.text("ruleAction").toLowerCase(Locale.ROOT);
        if (action.equals(ALLOW) || action.equals("deny")) {
            return action.equals(ALLOW);
        }
        throw new Unreadable("a rule neither allows nor denies");
    }

    private static List<FirewallEntry> entries(Doc rule) {
        String protocol = protocol(rule.get("protocol"));
        Ports ports = Ports.of(protocol, first(rule.get("fromPort")), rule.get("toPort"));
        String source = rule.text("addressPrefix");
        if (!rule.text("addressPrefixType").equalsIgnoreCase(LIST)) {
            return List.of(FirewallEntry.of(allows(rule), protocol, ports, source));
        }
        // No call tells what is in a list of prefixes; it may hold addresses of either family.
        Unknown why = Unknown.because(new Cause("", Status.NO_API, "", "the addresses in the prefix list " + source));
        List<FirewallEntry> entries = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            entries.add(new FirewallEntry(
                    allows(rule), protocol, ports, family, source, AddressRanges.NONE, Optional.of(why)));
        }
        return entries;
    }

    /** Ports are counted from 1, so that 1 to 65535 is all of them. */
    private static Object first(Object port) {
        return Long.valueOf(1).equals(port) ? Long.valueOf(0) : port;
    }

    /** Security groups number the protocols, with 300 for all of them, and network ACLs name them. */
    private static String protocol(Object written) {
        if (written instanceof Long number) {
            return number == 300 ? FirewallEntry.ALL : FirewallEntry.protocol(number.toString());
        } else if (written instanceof String name && !name.isEmpty()) {
            return name.equals("300") ? FirewallEntry.ALL : FirewallEntry.protocol(name);
        }
        throw new Unreadable("a rule has no protocol");
    }
}
