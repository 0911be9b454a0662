package io.nephoscope.cli.report.change;

import io.nephoscope.cli.report.sheet.Column;
import io.nephoscope.cli.report.sheet.Heading;
import io.nephoscope.cli.report.sheet.Sheet;
import io.nephoscope.cli.report.sheet.SheetWords;
import io.nephoscope.rules.Finding.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed: a row for each finding that is another one than before. */
public record ChangesSheet(SheetWords words) {
    public static Sheet<Changed> of(Comparison comparison, SheetWords words) {
        return new Sheet<>(new ChangesSheet(words).columns(), comparison.changes()::forEach);
    }

    private List<Column<Changed>> columns() {
        return List.of(
                Column.text(Heading.CHANGE, changed -> words.of(changed.change())),
                Column.text(Heading.REASON, this::reasons),
                Column.text(Heading.BEFORE, changed -> verdict(changed.before())),
                Column.text(Heading.NOW, changed -> verdict(changed.now())),
                Column.text(Heading.SEVERITY, changed -> words.of(changed.severity())),
                Column.text(Heading.RULE, Changed::rule),
                asset(Heading.ASSET, Subject::uid),
                asset(Heading.NAME, Subject::name),
                asset(Heading.TYPE, Subject::type),
                asset(Heading.BRANCH, asset -> asset.scope().branch()),
                asset(Heading.ACCOUNT, asset -> asset.scope().account()),
                asset(Heading.REGION, asset -> asset.scope().region()),
                Column.text(Heading.FINGERPRINT, Changed::fingerprint));
    }

    private static Column<Changed> asset(Heading heading, Function<Subject, String> cell) {
        return Column.text(heading, changed -> cell.apply(changed.asset()));
    }

    private String reasons(Changed changed) {
        return changed.reasons().stream().map(words::of).sorted().collect(Collectors.joining("; "));
    }

    private String verdict(Optional<Result> result) {
        return result.map(it -> words.of(it.verdict()) + (it.isWaived() ? " (" + words.waived() + ")" : ""))
                .orElse("");
    }
}
