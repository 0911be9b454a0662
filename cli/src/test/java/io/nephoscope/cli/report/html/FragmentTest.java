package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class FragmentTest {
    @Test
    void aLinkSaysWhichFindingsAreShown() {
        assertThat(Fragment.ALL
                        .verdicts(List.of(Verdict.FAIL, Verdict.NOT_APPLICABLE))
                        .severity(Severity.CRITICAL)
                        .account("111122223333")
                        .type("aws.s3.bucket")
                        .rule("bucket-not-public")
                        .link())
                .isEqualTo("#v=FAIL,NOT_APPLICABLE&severity=critical&account=111122223333&type=aws.s3.bucket"
                        + "&rule=bucket-not-public");
    }

    @Test
    void whateverAValueHoldsIsTakenForNoPartOfTheLink() {
        assertThat(Fragment.ALL.branch("Lakeside, R&D/湖 50%+=#").link())
                .isEqualTo("#branch=Lakeside%2C%20R%26D%2F%E6%B9%96%2050%25%2B%3D%23");
    }

    @Test
    void withoutAnOrganisationABranchIsEverything() {
        assertThat(Fragment.ALL.verdicts(List.of(Verdict.PASS)).branch("").link())
                .isEqualTo("#v=PASS");
    }
}
