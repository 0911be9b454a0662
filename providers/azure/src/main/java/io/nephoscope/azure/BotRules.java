package io.nephoscope.azure;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Locale;

/** Whether a WAF policy has the rules that tell bots, all of them. Fields as in {@code WebApplicationFirewallPolicies_Get}. */
final class BotRules {
    private static final String SET = "Microsoft_BotManagerRuleSet";
    /** By what bots are told, beside their addresses. */
    private static final String HEADER = "user-agent";

    private BotRules() {}

    /** The facet {@code botRulesAtWork}. */
    static Object atWork(Object properties) {
        if (properties instanceof Unknown) {
            return properties;
        }
        Object state = Paths.get(properties, "policySettings.state");
        Object sets = Paths.get(properties, "managedRules.managedRuleSets");
        if (state == Absent.ABSENT || sets == Absent.ABSENT) {
            throw new Unreadable(Text.of(
                    "the policy does not say its {0}",
                    "策略未说明其 {0}", sets == Absent.ABSENT ? "managedRuleSets" : "state"));
        }
        return Fields.is(state, "Enabled").isTrue()
                && Fields.docs(sets).anyMatch(set -> isBots(set) && isWhole(set))
                && Fields.docs(Paths.get(properties, "managedRules.exclusions")).noneMatch(BotRules::blinds);
    }

    private static boolean isBots(Doc set) {
        return set.text("ruleSetType").equalsIgnoreCase(SET);
    }

    /** An override without rules disables its group, and a rule in one without a state is disabled. */
    private static boolean isWhole(Doc set) {
        return set.list("ruleGroupOverrides")
                .docs()
                .allMatch(group -> group.list("rules").size() > 0
                        && group.list("rules")
                                .docs()
                                .allMatch(rule -> rule.text("state").equalsIgnoreCase("Enabled")));
    }

    /** Whether an exclusion hides from them by what they tell bots; one that names no rule sets is about all. */
    private static boolean blinds(Doc exclusion) {
        String variable = exclusion.text("matchVariable");
        boolean isHeader =
                variable.equalsIgnoreCase("RequestHeaderNames") || variable.equalsIgnoreCase("RequestHeaderValues");
        boolean concerns = exclusion.list("exclusionManagedRuleSets").size() == 0
                || exclusion.list("exclusionManagedRuleSets").docs().anyMatch(BotRules::isBots);
        return isHeader && concerns && hides(exclusion);
    }

    private static boolean hides(Doc exclusion) {
        String selector = exclusion.text("selector").toLowerCase(Locale.ROOT);
        return switch (exclusion.text("selectorMatchOperator").toLowerCase(Locale.ROOT)) {
            case "contains" -> HEADER.contains(selector);
            case "startswith" -> HEADER.startsWith(selector);
            case "endswith" -> HEADER.endsWith(selector);
            case "equals" -> HEADER.equals(selector);
            default -> true; // EqualsAny
        };
    }
}
