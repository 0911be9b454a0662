package io.nephoscope.cli.pages;

import static io.nephoscope.cli.pages.TypePages.names;

import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.Rule;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.RuleSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page that derives from the rules. */
final class RulePages {
    private RulePages() {}

    /** Every rule, with what it judges, how bad a FAIL is, and the permissions that it costs. */
    static String rules(RuleSet rules, Types types) {
        StringBuilder page = new StringBuilder("# Rules\n\n")
                .append(
                        "`./nephoscope rules show ID` prints the expression, the reasons and the remediation of one.\n\n")
                .append("| rule | judges | severity | states that | 说明 | references |\n|---|---|---|---|---|---|\n");
        for (Rule rule : rules.rules()) {
            RuleInfo info = rule.info();
            page.append("| `%s` | `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            info.id(),
                            info.appliesTo(),
                            info.severity().label(),
                            info.title().en(),
                            info.title().zh(),
                            info.references().stream()
                                    .map(it ->
                                            it.url().isEmpty() ? it.name() : "[%s](%s)".formatted(it.name(), it.url()))
                                    .collect(Collectors.joining("; "))));
        }
        page.append(
                "\n## Permissions\n\nWhat each rule needs to be granted on AWS, beside `ec2:DescribeRegions` "
                        + "where it looks at regions. `./nephoscope permissions` prints the policy of all of them, or of some.\n\n| rule | permissions |\n|---|---|\n");
        for (Rule rule : rules.rules()) {
            page.append("| `%s` | %s |\n"
                    .formatted(
                            rule.id(),
                            names(permissions(rules.select(List.of(rule.id())).demand(types)))));
        }
        page.append("\nAll of them:\n\n```\n");
        permissions(rules.demand(types))
                .forEach(permission -> page.append(permission).append('\n'));
        return page.append("```\n").toString();
    }

    private static Collection<String> permissions(Demand demand) {
        return demand.types().stream()
                .filter(type -> type.name().startsWith("aws."))
                .map((AssetType type) -> demand.operations(type))
                .flatMap(List::stream)
                .map(Operation::permission)
                .filter(permission -> !permission.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
