package io.nephoscope.cli.command;

import io.nephoscope.cli.plan.Plan;
import io.nephoscope.collect.Demand;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.RuleSet;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "permissions",
        description = {
            "Prints the policy that grants what the rules need, and nothing else, in each cloud's own language:"
                    + " for AWS an IAM policy document, for Azure a custom role. Sends nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope permissions --provider aws > policy.json",
            "  nephoscope permissions --provider aws --rule bucket-not-public",
            "  nephoscope permissions --provider azure > role.json"
        })
final class PermissionsCommand extends Action {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "The provider whose language to speak. Needed where the rules read more than one cloud.")
    private Optional<String> provider = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting of that provider which says to whom or where the permissions are granted. Repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--role-arn",
            paramLabel = "ARN",
            description = "The role that scans assume: adds the statement that lets the caller assume it.")
    private Optional<String> roleArn = Optional.empty();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private StatementOptions statements = new StatementOptions();

    @Override
    ExitCode run() {
        try (Installed installed = installed()) {
            RuleSet all = rules.all(installed.types());
            RuleSet chosen = rules.chosen(all);
            Demand demand = statements
                    .read(installed.types())
                    .checked(all, installed.types())
                    .ask(chosen.demand(installed.types()), chosen, installed.types());
            Collection<Provider> asked = provider.map(name -> List.of(installed.named(name)))
                    .orElseGet(() -> List.copyOf(installed.providers().values()));
            SortedMap<String, String> policies = new TreeMap<>();
            asked.forEach(each -> policy(each, demand).ifPresent(text -> policies.put(each.name(), text)));
            if (policies.size() > 1) {
                throw new UsageException(Text.of(
                        "These rules read several clouds, and each grants in a language of its own;"
                                + " name one with --provider: {0}.",
                        "这些规则读取多个云，而各云的授权语言不同；请用 --provider 指定一个：{0}。", String.join(", ", policies.keySet())));
            }
            policies.values().forEach(terminal().out()::println);
            if (policies.isEmpty()) {
                terminal()
                        .say(provider.map(name ->
                                        Text.of("These rules need no permission of {0}.", "这些规则不需要 {0} 的任何权限。", name))
                                .orElseGet(() -> Text.of(
                                        "These rules need no permission of any provider that is installed.",
                                        "这些规则不需要任何已安装云服务商的权限。")));
            }
            return ExitCode.OK;
        }
    }

    private Optional<String> policy(Provider of, Demand demand) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        roleArn.ifPresent(arn -> all.put("role-arn", arn));
        Target target = new Target(of.name(), "", of.name(), List.of(), all, Path.of(""));
        return of.policy(target, Plan.of(of, target, demand).operations());
    }
}
