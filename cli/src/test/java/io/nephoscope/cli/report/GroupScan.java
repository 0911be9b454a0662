package io.nephoscope.cli.report;

import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A scan of a large organisation: 200 branches, in each of which the same five rules fail for many assets. */
public final class GroupScan {
    public static final int BRANCHES = 200;
    /** Of the last branch, whose name no other branch's holds. */
    public static final String LAST_BRANCH = branch(BRANCHES);

    private static final List<String> RULES =
            List.of("bucket-not-public", "disk-encrypted", "key-rotated", "log-kept", "port-shut");

    private GroupScan() {}

    /** @param each for how many assets each rule fails in each branch */
    public static ReportData in(Path folder, int each) {
        ToyScan scan = new ToyScan(folder).organisation("Lakeside Group");
        RULES.forEach(rule -> scan.rule(rule, Severity.HIGH, "Title of " + rule, rule + " 的标题"));
        for (int number = 1; number <= BRANCHES; number++) {
            Scope scope = new Scope(branch(number), String.format(Locale.ROOT, "%012d", number), "eu-west-1");
            for (String rule : RULES) {
                for (int asset = 0; asset < each; asset++) {
                    scan.finding(
                            rule,
                            ToyScan.subject("toy.bucket", scope, rule + "-" + asset),
                            Verdict.FAIL,
                            List.of(),
                            List.of(),
                            Text.EMPTY);
                }
            }
        }
        return scan.data();
    }

    private static String branch(int number) {
        return String.format(Locale.ROOT, "Lakeside Group/Branch %03d", number);
    }
}
