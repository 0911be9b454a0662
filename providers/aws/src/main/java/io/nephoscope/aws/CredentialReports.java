package io.nephoscope.aws;

import static io.nephoscope.aws.Services.IAM;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.identity.CredentialReport;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** The credential report of an account, made and fetched once for all that read it. */
final class CredentialReports {
    private static final int MOST_QUESTIONS = 60;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);

    private static final AwsCall<IamClient, String, GenerateCredentialReportResponse> GENERATE =
            IAM.read("GenerateCredentialReport", holding("State"), (iam, nothing) -> iam.generateCredentialReport());

    static final AwsCall<IamClient, String, GetCredentialReportResponse> GET = IAM.read(
            "GetCredentialReport", holding("Content", "GeneratedTime"), (iam, nothing) -> iam.getCredentialReport());

    private CredentialReports() {}

    /** An attribute that is read from the account's report. */
    static Detail detail(String attribute, Schema schema, BiFunction<CredentialReport, Doc, Outcome<?>> part) {
        return new Detail(
                attribute,
                schema,
                List.of(GENERATE.operation().per(Per.ACCOUNT), GET.operation().per(Per.ACCOUNT)),
                (site, asset) ->
                        of(site).then(report -> part.apply(report, asset).map(it -> it)));
    }

    private static Outcome<CredentialReport> of(Site anywhere) {
        Site site = anywhere.in(Scope.GLOBAL);
        return site.once(
                GET.operation(),
                "",
                () -> generate(site).then(ready -> GET.at(site, "")).then(CredentialReports::parse));
    }

    /** Asks for a new report until there is one. IAM hands out one of the last four hours if it has it. */
    private static Outcome<Boolean> generate(Site site) {
        for (int question = 1; question <= MOST_QUESTIONS; question++) {
            Outcome<ReportStateType> state = GENERATE.at(site, "").map(GenerateCredentialReportResponse::state);
            if (!(state instanceof Outcome.Value<ReportStateType> known)) {
                return state.map(never -> false);
            } else if (known.value() == ReportStateType.COMPLETE) {
                return Outcome.value(true);
            }
            site.pause(BETWEEN_QUESTIONS);
        }
        return GENERATE.unusable(Text.of(
                "the report was not ready after {0} s",
                "报告在 {0} 秒后仍未就绪", BETWEEN_QUESTIONS.multipliedBy(MOST_QUESTIONS).toSeconds()));
    }

    private static Outcome<CredentialReport> parse(GetCredentialReportResponse answer) {
        if (answer.content() == null || answer.generatedTime() == null) {
            return GET.unusable(Text.of("the answer leaves out the report or when it was made", "应答缺少报告或其生成时间"));
        }
        try {
            return Outcome.value(CredentialReport.parse(
                    answer.content().asString(StandardCharsets.UTF_8),
                    answer.generatedTime().toString(),
                    GET.operation()));
        } catch (IOException e) {
            return GET.unusable(Text.of("the answer holds something else than a credential report", "应答中不是凭证报告"));
        }
    }

    static Outcome<Doc> ofRoot(CredentialReport report, Doc account) {
        return report.ofRoot()
                .map(Outcome::value)
                .orElseGet(
                        () -> GET.unusable(Text.of("the credential report has no row of the root user", "凭证报告中没有根用户")));
    }

    static Outcome<Long> usersWithPassword(CredentialReport report, Doc account) {
        return report.usersWithPassword()
                .map(Outcome::value)
                .orElseGet(() ->
                        GET.unusable(Text.of("the credential report has rows that cannot be read", "凭证报告中有无法读取的行")));
    }

    /** A report that is older than the user has no row of it. */
    static Outcome<Doc> ofUser(CredentialReport report, Doc user) {
        return report.ofUser(user.text("Arn"))
                .map(Outcome::value)
                .orElseGet(() -> GET.unusable(Text.of("the credential report has no row of this user", "凭证报告中没有该用户")));
    }
}
