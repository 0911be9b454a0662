package io.nephoscope.jdcloud;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.FirewallEntry;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import io.nephoscope.inventory.network.FirewallLine;
import io.nephoscope.inventory.network.FirewallLine.Source;
import io.nephoscope.inventory.network.InternetIngress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of security groups and network ACLs: the one with the smallest priority that matches decides, and among those with the same
 * priority one that denies. What no rule matches is kept out. Security groups number what network ACLs name.
 */
final class FirewallRules {
    private static final Map<String, Boolean> DIRECTIONS =
            Map.of("0", true, "ingress", true, "1", false, "egress", false);
    private static final String LIST = "prefixlist";
    private static final long EVERY_PROTOCOL = 300;

    private FirewallRules() {}

    private record Ranked(long priority, FirewallLine line) {
        /** Of a rule that may deny nobody knows that another comes first. */
        private boolean allows() {
            return line.allows().orElse(false);
        }
    }

    /**
     * The facet {@code internetIngress}.
     *
     * @param rules {@code securityGroupRules} or {@code networkAclRules}
     * @param call the operation whose answer held them
     */
    static Object internetIngress(Object rules, String call) {
        if (rules instanceof Unknown) {
            return rules;
        } else if (!(rules instanceof DocList list)) {
            return InternetIngress.unclear(call, Text.of("the answer leaves out the rules", "应答缺少规则"));
        } else {
            List<Ranked> lines = new ArrayList<>();
            for (Object item : list) {
                Doc rule = item instanceof Doc doc ? doc : Doc.empty();
                Optional<Boolean> ingress =
                        Optional.ofNullable(DIRECTIONS.get(FirewallLine.word(rule.get("direction"))));
                Optional<Long> priority = FirewallLine.number(rule.get("priority"));
                if (ingress.orElse(true)) {
                    if (priority.isEmpty()) {
                        return InternetIngress.unclear(
                                call, Text.of("the answer holds a rule without its priority", "应答中有一条规则没有优先级"));
                    }
                    lines.add(new Ranked(priority.get(), line(rule, ingress.isPresent())));
                }
            }
            return InternetIngress.of(
                    lines.stream()
                            .sorted(Comparator.comparingLong(Ranked::priority).thenComparing(Ranked::allows))
                            .map(Ranked::line)
                            .toList(),
                    call);
        }
    }

    private static FirewallLine line(Doc rule, boolean isIngress) {
        Optional<String> protocol = protocol(rule.get("protocol"));
        return new FirewallLine(
                isIngress,
                FirewallLine.allows(rule.get("ruleAction")),
                protocol,
                ports(protocol, rule.get("fromPort"), rule.get("toPort")),
                source(rule.get("addressPrefix"), FirewallLine.word(rule.get("addressPrefixType"))));
    }

    /** No call tells what is in a list of prefixes. */
    private static Optional<Source> source(Object prefix, String type) {
        if (!type.equals(LIST)) {
            return Source.block(prefix);
        }
        return Optional.of(Source.unread(
                String.valueOf(prefix),
                Unknown.because(new Cause(
                        "",
                        Status.NO_API,
                        "",
                        Text.of("the addresses in the prefix list {0}", "前缀列表 {0} 中的地址", prefix)))));
    }

    /** Ports are counted from 1, so that 1 to 65535 is all of them, and 0 alone is no port. */
    private static Optional<Ports> ports(Optional<String> protocol, Object from, Object to) {
        Optional<Long> last = FirewallLine.number(to);
        return FirewallLine.ports(protocol, from, last.filter(port -> port == 0).isPresent() ? Absent.ABSENT : to)
                .map(ports -> ports.from() == 1 ? new Ports(0, ports.to()) : ports);
    }

    private static Optional<String> protocol(Object written) {
        return FirewallLine.number(written)
                        .filter(number -> number == EVERY_PROTOCOL)
                        .isPresent()
                ? Optional.of(FirewallEntry.ALL)
                : FirewallLine.protocol(written);
    }
}
