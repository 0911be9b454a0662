package io.nephoscope.cli.report.html;

import io.nephoscope.cli.plan.Calls;
import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.CoverageStatus;
import io.nephoscope.cli.report.Fact;
import io.nephoscope.cli.report.Opening;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.html.embed.Embedded;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.List;
import java.util.Optional;

/** Everything that the page shows, in its order. */
public record Page(
        Words words,
        Inlined inlined,
        Cover cover,
        BranchMap branchMap,
        AccountMap accountMap,
        Worst worst,
        Unseen unseen,
        Optional<Since> since,
        Optional<Statements> statements,
        Scanned scanned,
        Branches branches,
        Coverage coverage,
        Verdicts verdicts,
        List<RuleCounts> manual,
        List<RuleCounts> rules,
        Calls calls,
        Embedded embedded) {

    /**
     * The head of the page.
     *
     * @param started when the scan began
     * @param finished empty where it was cut off
     * @param extent how much was looked at
     * @param asWhom by whose credentials
     * @param style amber wherever something is unknown, green only where all was seen
     * @param seen how much was seen, and how much not
     * @param missing how much in percent was not, at least 1 if anything: of the listings or of the verdicts, whichever is more
     * @param failures by severity, those that there are
     */
    public record Cover(
            Opening statement,
            Moment started,
            Optional<Moment> finished,
            String extent,
            String asWhom,
            String style,
            String seen,
            int missing,
            List<Total> totals,
            Bar bar,
            List<Failures> failures,
            String reportedWith,
            String scanId) {
        /** Whether there is something to tell of what was not seen. */
        public boolean hasGaps() {
            return style.equals("gaps");
        }
    }

    /** @param iso as programs read it */
    public record Moment(String iso, String text) {}

    public record Total(Verdict verdict, long count, String link) {}

    public record Failures(Severity severity, long count, String link) {}

    /**
     * The worst of what failed, and of what is unknown.
     *
     * @param leftOut how many failed beside these
     * @param unknownLeftOut how many are unknown beside these
     */
    public record Worst(List<WorstFinding> findings, long leftOut, List<UnknownFinding> unknown, long unknownLeftOut) {}

    /** @param marks that it was stated and not read, or is waived */
    public record WorstFinding(
            RuleHead rule, AssetLine asset, String message, List<String> marks, List<Observation> observations) {}

    /** @param moreCauses how many causes there are beside these */
    public record UnknownFinding(RuleHead rule, AssetLine asset, List<CauseLine> causes, int moreCauses) {}

    public record Scanned(List<Fact> facts, List<TargetRow> targets) {}

    /** @param regions none for every region */
    public record TargetRow(String branch, String provider, String label, List<String> regions, String source) {}

    /** What could not be seen; {@code more…} counts the rows that were left out. */
    public record Unseen(
            boolean nothing,
            String completeness,
            List<CauseCount> causes,
            int moreCauses,
            String grants,
            List<PermissionRow> permissions,
            List<GapRow> listings,
            long moreListings,
            List<GapRow> calls,
            long moreCalls) {}

    /** @param verdicts how many UNKNOWN verdicts name the cause */
    public record CauseCount(CauseLine cause, long verdicts) {}

    /** @param known how many verdicts would be known with this permission and all above it */
    public record PermissionRow(
            String permission, List<String> calls, List<String> accounts, long verdicts, long alone, long known) {}

    /** @param count how many calls ended so; none for a listing, which is one */
    public record GapRow(
            Place place, List<String> regions, List<String> types, CauseLine cause, Optional<Long> count) {}

    /** @param name what people call the account; empty where nothing tells */
    public record Place(String provider, String branch, String account, String name) {}

    public record CauseLine(String call, Status outcome, String permission, String message) {
        /** Whether the permission is what is missing: a throttled call had it. */
        public boolean needsPermission() {
            return !permission.isEmpty() && (outcome == Status.DENIED || outcome == Status.NOT_COLLECTED);
        }
    }

    /**
     * What was read and what was not.
     *
     * @param statuses those that occur
     * @param counts a row for each account; the first for all of them where there are several
     */
    public record Coverage(
            List<CoverageStatus> statuses,
            List<CoverageCounts> counts,
            List<AccountCoverage> accounts,
            long moreAccounts) {}

    /**
     * How many listings of an account ended how, and how many of its verdicts are UNKNOWN.
     *
     * @param place empty for all accounts
     */
    public record CoverageCounts(Optional<Place> place, List<Long> listings, long unknown, long verdicts) {}

    /**
     * What was listed in an account.
     *
     * @param regions how many were looked at, in words
     * @param open whether the table is shown from the start
     * @param empty the types of which everything was read and nothing was there
     * @param skipped what nobody asked for, a sentence for each reason
     */
    public record AccountCoverage(
            Place place,
            long assets,
            String regions,
            int gaps,
            long outside,
            long gone,
            boolean open,
            List<Grid> grids,
            List<String> empty,
            List<String> skipped) {}

    /** A table of types and regions that is not too wide to print. */
    public record Grid(List<GridColumn> columns, List<GridRow> rows) {}

    /** Regions that look the same. */
    public record GridColumn(String label, List<String> regions) {}

    public record GridRow(String type, List<Cell> cells) {}

    /**
     * A type in a region.
     *
     * @param outcome how the listing ended; empty where it was not asked for
     */
    public record Cell(Optional<Status> outcome, long assets) {
        static final Cell NOT_ASKED = new Cell(Optional.empty(), 0);

        public boolean isGap() {
            return outcome.filter(Status::isGap).isPresent();
        }

        boolean isReadAndEmpty() {
            return outcome.isPresent() && !isGap() && outcome.get() != Status.UNSUPPORTED && assets == 0;
        }
    }

    /** What was seen in a baseline and is not seen now. */
    public record Since(
            String title, int maxDrop, List<LostRow> lost, long moreLost, List<FewerRow> fewer, long moreFewer) {}

    public record LostRow(Place place, String region, String type, String now, long assets) {}

    public record FewerRow(Place place, String type, long before, long now) {}

    /** The organisation; {@code more} counts the branches that were left out. */
    public record Branches(List<BranchRow> rows, int more) {
        /** Whether there is more than one branch to tell of. */
        public boolean isTree() {
            return rows.size() > 1;
        }
    }

    /**
     * A branch with all that lies below it.
     *
     * @param note what it is, its level and who answers for it
     * @param depth how deep it lies below the first
     */
    public record BranchRow(
            String name,
            String path,
            String note,
            int depth,
            long accounts,
            long lost,
            long assets,
            Bar bar,
            List<KindCount> kinds,
            List<WorstRow> worst) {}

    public record KindCount(String kind, long assets) {}

    /** @param link to what failed in the branch */
    public record WorstRow(RuleHead rule, String failed, String link) {}

    public record Verdicts(List<SeverityCounts> bySeverity, List<PlaceCounts> byAccount) {}

    public record SeverityCounts(Severity severity, Counts counts, Bar bar) {}

    public record PlaceCounts(Place place, Counts counts, Bar bar) {}

    /** A rule's head: {@code link} leads to its findings. */
    public record RuleHead(String link, String id, String title, Severity severity, String appliesTo) {}

    public record RuleCounts(RuleHead rule, String why, Counts counts) {}

    public record AssetLine(String name, String nativeId, String type, Place place, String region) {}

    public record Observation(String path, String value, String call) {}

    /**
     * What rests on people's word.
     *
     * @param totals in sentences
     */
    public record Statements(List<String> totals, List<StatedRow> stated, long more, List<String> warnings) {}

    /** A verdict that rests on a statement. */
    public record StatedRow(Verdict verdict, RuleHead rule, AssetLine asset, List<StatedField> fields) {}

    public record StatedField(String field, String statement, String owner, String evidence, String until) {}
}
