package io.nephoscope.cli.command;

import io.nephoscope.cli.report.AccountNames;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.JudgedAsset;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which findings are asked for: those that meet every option, and one of the values of each. */
final class FindingFilter implements Predicate<FindingRow> {
    @ArgGroup(validate = false, order = 3, heading = "%nWhich findings:%n")
    private Given given = new Given();

    private static final class Given {
        @Option(
                names = "--verdict",
                paramLabel = "VERDICT",
                split = ",",
                description =
                        "With this verdict: fail, unknown, pass, not_applicable or manual (default: fail,unknown).")
        private List<Verdict> verdicts = new ArrayList<>();

        @Option(
                names = "--severity",
                paramLabel = "SEVERITY",
                description = "Of this severity or a worse one: critical, high, medium or low.")
        private Optional<Severity> severity = Optional.empty();

        @Option(names = "--rule", paramLabel = "ID", description = "By this rule. Repeatable.")
        private List<String> rules = new ArrayList<>();

        @Option(
                names = "--asset",
                paramLabel = "TEXT",
                description = "Of assets that hold this in their name or uid, whatever the capitals. Repeatable.")
        private List<String> assets = new ArrayList<>();

        @Option(names = "--type", paramLabel = "NAME", description = "Of this type, as aws.s3.bucket. Repeatable.")
        private List<String> types = new ArrayList<>();

        @Option(names = "--kind", paramLabel = "NAME", description = "Of this kind, as storage.bucket. Repeatable.")
        private List<String> kinds = new ArrayList<>();

        @Option(names = "--provider", paramLabel = "NAME", description = "In this cloud. Repeatable.")
        private List<String> providers = new ArrayList<>();

        @Option(names = "--account", paramLabel = "ID", description = "In this account, by id or name. Repeatable.")
        private List<String> accounts = new ArrayList<>();

        @Option(names = "--region", paramLabel = "NAME", description = "In this region. Repeatable.")
        private List<String> regions = new ArrayList<>();

        @Option(names = "--owner", paramLabel = "TEXT", description = "Of this owner. Repeatable.")
        private List<String> owners = new ArrayList<>();

        @Option(
                names = "--waived",
                negatable = true,
                description = "Those that somebody accepts; with --no-waived the others (default: both).")
        private Optional<Boolean> waived = Optional.empty();
    }

    /**
     * Finds out whether what is named is there: a name that nothing has would look as if all were well.
     *
     * @throws UsageException where it is not, with what it may have meant
     */
    void check(ReportData data) {
        Collection<AssetType> types = data.snapshot().types().all();
        known(Text.of("rule", "规则"), given.rules, data.rules().stream().map(RuleInfo::id));
        known(Text.of("type", "类型"), given.types, types.stream().map(AssetType::name));
        known(
                Text.of("kind", "类别"),
                given.kinds,
                types.stream().map(type -> type.kind().name()));
        known(
                Text.of("provider", "云服务商"),
                given.providers,
                data.accounts().stream().map(SeenAccount::provider));
        AccountNames names = AccountNames.of(data.snapshot());
        known(
                Text.of("account", "账号"),
                given.accounts,
                data.accounts().stream().flatMap(account -> Stream.of(account.id(), names.of(account))));
        known(
                Text.of("region", "区域"),
                given.regions,
                Stream.concat(
                        data.snapshot().units().stream()
                                .map(unit -> unit.scope().region()),
                        data.accounts().stream()
                                .flatMap(account ->
                                        data.snapshot().regions(account.provider(), account.id()).stream())));
    }

    private static void known(Text what, List<String> asked, Stream<String> there) {
        Set<String> known = asked.isEmpty() ? Set.of() : there.collect(Collectors.toCollection(TreeSet::new));
        for (String name : asked) {
            if (!known.contains(name)) {
                throw new UsageException(Text.of(
                        "There is no {0} {1} among these findings{2}.",
                        "这些判定中没有{0} {1}{2}。", what, name, Suggestion.didYouMean(name, known)));
            }
        }
    }

    /** Whether it leaves a finding out only since nobody knows whose its asset is. */
    boolean lacksOwner(FindingRow row) {
        return !given.owners.isEmpty() && row.asset().owner() instanceof Unknown && meetsAllElse(row);
    }

    @Override
    public boolean test(FindingRow row) {
        return isAmong(given.owners, String.valueOf(row.asset().owner())) && meetsAllElse(row);
    }

    private boolean meetsAllElse(FindingRow row) {
        Finding finding = row.finding();
        JudgedAsset asset = row.asset();
        List<Verdict> verdicts = given.verdicts.isEmpty() ? List.of(Verdict.FAIL, Verdict.UNKNOWN) : given.verdicts;
        return verdicts.contains(finding.verdict())
                && given.severity
                        .filter(it -> !finding.severity().isAtLeast(it))
                        .isEmpty()
                && isAmong(given.rules, finding.rule())
                && isAmong(given.types, finding.asset().type())
                && isAmong(given.kinds, asset.kind())
                && isAmong(given.providers, asset.provider())
                && (isAmong(given.accounts, finding.asset().scope().account())
                        || isAmong(given.accounts, asset.accountName()))
                && isAmong(given.regions, finding.asset().scope().region())
                && (given.assets.isEmpty() || given.assets.stream().anyMatch(text -> holds(finding.asset(), text)))
                && given.waived.filter(it -> it != finding.waived().isPresent()).isEmpty();
    }

    private static boolean isAmong(List<String> asked, String value) {
        return asked.isEmpty() || asked.contains(value);
    }

    private static boolean holds(Finding.Subject asset, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return asset.uid().toLowerCase(Locale.ROOT).contains(wanted)
                || asset.name().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
