package io.nephoscope.cli.command;

import io.nephoscope.cli.plan.Plan;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.collect.Demand;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "permissions",
        description = {
            "Prints the policy that grants what the rules need, and nothing else, in each cloud's own language:"
                    + " for AWS an IAM policy document. Sends nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope permissions > policy.json",
            "  nephoscope permissions --provider aws --rule bucket-not-public"
        })
final class PermissionsCommand extends Action {
    @Option(names = "--provider", paramLabel = "NAME", description = "For this provider only (default: all).")
    private Optional<String> provider = Optional.empty();

    @Option(
            names = "--role-arn",
            paramLabel = "ARN",
            description = "The role that scans assume: adds the statement that lets the caller assume it.")
    private Optional<String> roleArn = Optional.empty();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Override
    ExitCode run() {
        try (Installed installed = Installed.load()) {
            Demand demand = rules.chosen(installed.types()).demand(installed.types());
            Collection<Provider> asked = provider.map(name -> List.of(installed.named(name)))
                    .orElseGet(() -> List.copyOf(installed.providers().values()));
            List<String> policies = asked.stream()
                    .map(each -> policy(each, demand))
                    .flatMap(Optional::stream)
                    .toList();
            policies.forEach(terminal().out()::println);
            if (policies.isEmpty()) {
                terminal()
                        .say("These rules need no permission of " + provider.orElse("any provider that is installed")
                                + ".");
            }
            return ExitCode.OK;
        }
    }

    private Optional<String> policy(Provider of, Demand demand) {
        Map<String, String> settings =
                roleArn.map(arn -> Map.of("role-arn", arn)).orElse(Map.of());
        Target target = new Target(of.name(), "", of.name(), List.of(), settings, Path.of(""));
        return of.policy(target, Plan.of(of, target, demand).operations());
    }
}
