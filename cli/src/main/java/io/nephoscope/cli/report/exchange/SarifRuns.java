package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.ReportData;
import io.nephoscope.rules.Finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The runs of a SARIF report, as a walk over findings in the order of uids comes to them: one for each account, whether there are
 * findings of it or not, for only a run without results tells that there are none any more. Where there are more accounts than code
 * scanning takes runs, one run is for all.
 */
final class SarifRuns {
    private static final String TOOL = "nephoscope/";

    private final String branch;
    private final boolean isOneForAll;
    private final SortedSet<String> next;
    private String current = "";

    private SarifRuns(String branch, SortedSet<String> accounts) {
        this.branch = branch;
        this.isOneForAll = accounts.isEmpty() || accounts.size() > SarifReport.MOST_RUNS;
        this.next = isOneForAll ? new TreeSet<>(List.of(branch + ":")) : accounts;
    }

    static SarifRuns of(ReportData data) {
        SortedSet<String> accounts = data.accounts().stream()
                .map(account -> account(account.provider() + ":" + account.id() + ":"))
                .collect(Collectors.toCollection(TreeSet::new));
        return new SarifRuns(data.snapshot().branch(), accounts);
    }

    /** The provider and the account with which a uid begins. */
    private static String account(String uid) {
        return uid.substring(0, uid.indexOf(':', uid.indexOf(':') + 1) + 1);
    }

    /** The categories of the runs that begin before an asset's findings. */
    List<String> upTo(Subject asset) {
        String its = isOneForAll ? branch + ":" : account(asset.uid());
        List<String> begun = new ArrayList<>();
        while (!next.isEmpty() && next.first().compareTo(its) < 0) {
            begun.add(begin(next.first()));
        }
        if (!its.equals(current)) {
            begun.add(begin(its));
        }
        return begun;
    }

    /** The categories of the runs that are still to begin when there are no findings any more. */
    List<String> rest() {
        List<String> begun = new ArrayList<>();
        while (!next.isEmpty()) {
            begun.add(begin(next.first()));
        }
        return begun;
    }

    private String begin(String run) {
        next.remove(run);
        current = run;
        List<String> names = List.of(run.substring(0, run.length() - 1).split(isOneForAll ? "/" : ":"));
        return TOOL + (names.get(0).isEmpty() ? "" : CloudPath.path(names) + "/");
    }
}
