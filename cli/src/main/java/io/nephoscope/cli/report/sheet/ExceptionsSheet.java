package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.Counts;
import io.nephoscope.cli.report.FindingRow;
import io.nephoscope.cli.report.FindingRows;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.StatementText;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Attested;
import io.nephoscope.rules.Finding.Waived;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What rests on people's word: a row for each waiver and attestation of a finding, and for each that needs a look. */
public record ExceptionsSheet(SheetWords words) {
    private static final Text WAIVER = Text.of("waiver", "豁免");
    private static final Text ATTESTATION = Text.of("attestation", "声明");
    private static final Text WARNING = Text.of("needs a look", "需要核对");

    public static Sheet<?> of(ReportData data, SheetWords words) {
        ExceptionsSheet sheet = new ExceptionsSheet(words);
        return new Sheet<>(sheet.columns(), each -> sheet.rows(data, each));
    }

    /**
     * @param row of the finding; empty where it is about a statement alone
     * @param reason why the failure is accepted, where the proof of what is stated lies, or what needs a look
     */
    private record Exceptional(
            Text sort,
            Optional<FindingRow> row,
            String field,
            String statement,
            String owner,
            String until,
            String reason) {}

    private List<Column<Exceptional>> columns() {
        return List.of(
                Column.<Exceptional>text(Heading.EXCEPTION, it -> words.fixed(it.sort()))
                        .narrow(),
                finding(Heading.VERDICT, row -> words.of(row.finding().verdict()))
                        .toned(it -> it.row()
                                .map(row -> Tone.of(row.finding().verdict()))
                                .orElse(Tone.PLAIN))
                        .narrow(),
                finding(Heading.SEVERITY, row -> words.of(row.finding().severity()))
                        .narrow(),
                finding(Heading.RULE, row -> row.finding().rule()),
                finding(Heading.TITLE, row -> words.in(row.rule().title())).wide(),
                finding(Heading.ASSET, row -> row.finding().asset().uid()),
                finding(Heading.NAME, row -> row.finding().asset().name()),
                finding(Heading.BRANCH, row -> row.finding().asset().scope().branch()),
                finding(Heading.ACCOUNT, row -> row.finding().asset().scope().account()),
                Column.text(Heading.FIELD, Exceptional::field),
                Column.text(Heading.STATEMENT, Exceptional::statement),
                Column.text(Heading.OWNER, Exceptional::owner),
                Column.<Exceptional>text(Heading.UNTIL, Exceptional::until).narrow(),
                Column.<Exceptional>text(Heading.REASON, Exceptional::reason).wide());
    }

    private static Column<Exceptional> finding(Heading heading, Function<FindingRow, String> cell) {
        return Column.text(heading, it -> it.row().map(cell).orElse(""));
    }

    private void rows(ReportData data, Consumer<Exceptional> each) {
        Counts all = data.tally().verdicts();
        if (all.attested() + all.waived() > 0) {
            FindingRows.of(data).forEach(row -> rows(row, each));
        }
        StatementText text = new StatementText(words.texts());
        data.warnings()
                .forEach(warning ->
                        each.accept(new Exceptional(WARNING, Optional.empty(), "", "", "", "", text.of(warning))));
    }

    private static void rows(FindingRow row, Consumer<Exceptional> each) {
        Finding finding = row.finding();
        finding.waived().ifPresent(waived -> each.accept(of(row, waived)));
        finding.attested().forEach(attested -> each.accept(of(row, attested)));
    }

    private static Exceptional of(FindingRow row, Waived waived) {
        return new Exceptional(WAIVER, Optional.of(row), "", "", waived.owner(), waived.until(), waived.reason());
    }

    private static Exceptional of(FindingRow row, Attested attested) {
        return new Exceptional(
                ATTESTATION,
                Optional.of(row),
                attested.field(),
                attested.statement(),
                attested.owner(),
                attested.until(),
                attested.evidence());
    }
}
