package io.nephoscope.cli.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.IoConsumer;
import io.nephoscope.cli.report.Report;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Evaluation;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.Finding.Waived;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The AWS Security Finding Format: on each line the body of one BatchImportFindings request, with at most 100 findings of one account and
 * region. Security Hub takes findings of AWS accounts alone; of what it does not take {@link #leavesOut} tells.
 */
public final class AsffReport implements Report {
    private static final int MOST_IN_A_REQUEST = 100;
    private static final int MOST_ITEMS = 20;
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final FindingText text;

    public AsffReport(Words words) {
        this.text = new FindingText(words);
    }

    private static boolean takes(SeenAccount account) {
        return account.provider().equals("aws") && ACCOUNT.matcher(account.id()).matches();
    }

    @Override
    public Optional<Text> leavesOut(ReportData data) {
        long others = data.tally().byAccount().entrySet().stream()
                .filter(entry -> !takes(entry.getKey()))
                .mapToLong(entry -> entry.getValue().total())
                .sum();
        return others == 0
                ? Optional.empty()
                : Optional.of(Text.of(
                        "Left out of the ASFF report, since Security Hub takes findings of AWS accounts alone: {0}.",
                        "Security Hub 仅接受 AWS 账号的结果，ASFF 报告未包含其他结果：{0} 项。", others));
    }

    @Override
    public void write(ReportData data, OutputStream out) throws IOException {
        JsonStream.lines(out, json -> {
            Writing writing = new Writing(data, json);
            FindingRows.of(data).forEach(IoConsumer.unchecked(writing::add));
            writing.endRequest();
        });
    }

    /** Where Security Hub keeps a finding. */
    private record Home(String account, String region, String partition) {
        static Home of(Subject asset) {
            String partition = AwsTerms.partition(asset);
            String region = asset.scope().region();
            boolean isOfTheAccount = region.equals(Scope.GLOBAL) || asset.type().isEmpty() || region.equals("*");
            return new Home(
                    asset.scope().account(), isOfTheAccount ? AwsTerms.homeRegion(partition) : region, partition);
        }

        String product() {
            return "arn:" + partition + ":securityhub:" + region + ":" + account + ":product/" + account + "/default";
        }
    }

    private final class Writing {
        private final JsonGenerator json;
        private final String scan;
        private final String time;
        private Optional<Home> request = Optional.empty();
        private int inRequest;

        Writing(ReportData data, JsonGenerator json) {
            this.json = json;
            this.scan = data.manifest().scanId();
            this.time = Evaluation.timeOf(data.snapshot()).toString();
        }

        void add(FindingRow row) throws IOException {
            if (!takes(SeenAccount.of(row.finding().asset()))) {
                return;
            }
            Home home = Home.of(row.finding().asset());
            if (inRequest == MOST_IN_A_REQUEST || !request.equals(Optional.of(home))) {
                endRequest();
                json.writeStartObject();
                json.writeArrayFieldStart("Findings");
                request = Optional.of(home);
                inRequest = 0;
            }
            inRequest++;
            finding(row, home);
        }

        void endRequest() throws IOException {
            if (request.isPresent()) {
                json.writeEndArray();
                json.writeEndObject();
                JsonStream.endLine(json);
            }
        }

        private void finding(FindingRow row, Home home) throws IOException {
            Finding finding = row.finding();
            json.writeStartObject();
            json.writeStringField("SchemaVersion", "2018-10-08");
            json.writeStringField(
                    "Id", "nephoscope/" + home.account() + "/" + home.region() + "/" + finding.fingerprint());
            json.writeStringField("ProductArn", home.product());
            json.writeStringField("ProductName", "Nephoscope");
            json.writeStringField("CompanyName", "Nephoscope");
            json.writeStringField("GeneratorId", text.words().name("nephoscope/" + finding.rule()));
            json.writeStringField("AwsAccountId", home.account());
            json.writeStringField("Region", home.region());
            JsonStream.texts(
                    json,
                    "Types",
                    List.of("Software and Configuration Checks/Industry and Regulatory Standards/Nephoscope"));
            json.writeStringField("CreatedAt", time);
            json.writeStringField("UpdatedAt", time);
            json.writeObjectFieldStart("Severity");
            json.writeStringField("Label", severity(finding));
            json.writeStringField("Original", finding.severity().label());
            json.writeEndObject();
            json.writeStringField("Title", text.limited(text.title(row.rule()), 256));
            json.writeStringField("Description", text.limited(text.asset(row) + ": " + text.message(row), 1_024));
            remediation(row);
            resource(row, home);
            compliance(row);
            workflow(finding);
            json.writeStringField("RecordState", "ACTIVE");
            json.writeObjectFieldStart("ProductFields");
            json.writeStringField("nephoscope/scan", text.limited(FindingText.id(scan), 1_024));
            json.writeStringField("nephoscope/verdict", finding.verdict().name());
            json.writeStringField(
                    "nephoscope/asset",
                    text.limited(FindingText.id(finding.asset().uid()), 1_024));
            json.writeEndObject();
            json.writeEndObject();
        }

        private void remediation(FindingRow row) throws IOException {
            json.writeObjectFieldStart("Remediation");
            json.writeObjectFieldStart("Recommendation");
            json.writeStringField("Text", text.limited(text.advice(row), 512));
            Optional<String> url = row.rule().references().stream()
                    .map(RuleInfo.Reference::url)
                    .filter(it -> it.startsWith("https://") && it.length() <= 512)
                    .findFirst();
            if (url.isPresent()) {
                json.writeStringField("Url", url.get());
            }
            json.writeEndObject();
            json.writeEndObject();
        }

        /** What could not be listed is of the account. */
        private void resource(FindingRow row, Home home) throws IOException {
            Subject asset = row.finding().asset();
            json.writeArrayFieldStart("Resources");
            json.writeStartObject();
            json.writeStringField("Type", asset.isUnlisted() ? AwsTerms.ACCOUNT : AwsTerms.resourceType(asset.type()));
            json.writeStringField(
                    "Id",
                    asset.isUnlisted()
                            ? "AWS::::Account:" + home.account()
                            : text.limited(FindingText.id(asset.nativeId()), 512));
            json.writeStringField("Partition", home.partition());
            json.writeStringField("Region", home.region());
            json.writeEndObject();
            json.writeEndArray();
        }

        private void compliance(FindingRow row) throws IOException {
            Finding finding = row.finding();
            json.writeObjectFieldStart("Compliance");
            json.writeStringField("Status", status(finding.verdict()));
            if (!row.rule().references().isEmpty()) {
                JsonStream.texts(
                        json,
                        "RelatedRequirements",
                        row.rule().references().stream()
                                .limit(MOST_ITEMS)
                                .map(it -> text.words().name(it.name()))
                                .toList());
            }
            if (!finding.missing().isEmpty()) {
                json.writeArrayFieldStart("StatusReasons");
                for (Cause cause : finding.missing().stream().limit(MOST_ITEMS).toList()) {
                    json.writeStartObject();
                    json.writeStringField("ReasonCode", cause.outcome().name());
                    json.writeStringField("Description", text.reason(cause));
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }

        private void workflow(Finding finding) throws IOException {
            json.writeObjectFieldStart("Workflow");
            json.writeStringField("Status", finding.waived().isPresent() ? "SUPPRESSED" : "NEW");
            json.writeEndObject();
            if (finding.waived().isPresent()) {
                Waived waived = finding.waived().get();
                json.writeObjectFieldStart("Note");
                json.writeStringField("Text", text.limited(text.waiver(waived), 512));
                json.writeStringField("UpdatedBy", text.words().name(waived.owner()));
                json.writeStringField("UpdatedAt", time);
                json.writeEndObject();
            }
        }
    }

    /** What is fine or does not apply is information, as it is where Security Hub itself checks. */
    private static String severity(Finding finding) {
        return switch (finding.verdict()) {
            case PASS, NOT_APPLICABLE -> "INFORMATIONAL";
            case FAIL, UNKNOWN, MANUAL -> finding.severity().name().toUpperCase(Locale.ROOT);
        };
    }

    /** A warning says that information is missing; of what does not apply no status is to be had. */
    private static String status(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "PASSED";
            case FAIL -> "FAILED";
            case UNKNOWN, MANUAL -> "WARNING";
            case NOT_APPLICABLE -> "NOT_AVAILABLE";
        };
    }
}
