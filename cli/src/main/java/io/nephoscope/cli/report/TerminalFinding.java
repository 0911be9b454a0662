package io.nephoscope.cli.report;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Explained;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One finding whole, for a terminal. */
public final class TerminalFinding {
    private static final String INDENT = "  ";

    private final TerminalPage page;
    private final Words words;
    private final Style style;

    public TerminalFinding(TerminalPage page) {
        this.page = page;
        this.words = page.words();
        this.style = page.style();
    }

    /** @param steps how the condition came out; none where nothing was judged */
    public void write(FindingRow row, List<Explained> steps) {
        Finding finding = row.finding();
        RuleInfo rule = row.rule();
        page.row(style.verdict(finding.verdict(), Words.shape(finding.verdict()) + " " + words.of(finding.verdict()))
                + INDENT
                + style.severity(finding.severity(), words.of(finding.severity()))
                + INDENT
                + style.strong(words.name(rule.id())));
        page.paragraph("", words.in(rule.title()));
        page.blank();
        asset(row.asset());
        section(Word.FINDING_SAYS, List.of(words.in(finding.message())));
        condition(rule, steps, finding.evidence());
        section(Word.MISSING_CALLS, finding.missing().stream().map(this::cause).toList());
        finding.waived()
                .ifPresent(it -> section(
                        Word.STATEMENTS,
                        List.of(words.of(
                                Word.WAIVED_MARK, it.until(), words.name(it.owner()), words.value(it.reason())))));
        section(
                Word.STATEMENTS,
                finding.attested().stream()
                        .map(it -> words.of(
                                Word.ATTESTED_MARK,
                                words.name(it.field()),
                                words.name(it.owner()),
                                it.until(),
                                words.value(it.evidence())))
                        .toList());
        section(Word.WHY, List.of(words.in(rule.why())));
        if (finding.verdict() == Verdict.FAIL) {
            Optional.ofNullable(rule.remediation().get(row.asset().provider())).ifPresent(this::remediation);
        }
        references(rule);
        page.blank();
        page.line(words.of(Word.FINGERPRINT) + " " + finding.fingerprint(), style::quiet);
    }

    /** An address that is broken leads nowhere, so it stands on a line of its own. */
    private void references(RuleInfo rule) {
        if (!rule.references().isEmpty()) {
            page.heading(Word.REFERENCES);
        }
        for (RuleInfo.Reference reference : rule.references()) {
            page.paragraph(INDENT, words.name(reference.name()));
            if (!reference.url().isEmpty()) {
                page.row(INDENT + INDENT + words.value(reference.url()));
            }
        }
    }

    private void asset(JudgedAsset asset) {
        fact(Word.ASSET, words.name(asset.subject().name()));
        page.row(INDENT
                + words.sentences(List.of(
                        words.of(Word.UID) + words.of(Word.COLON),
                        words.value(asset.subject().uid()))));
        fact(Word.TYPE, words.name(asset.subject().type()));
        fact(Word.BRANCH, words.name(asset.subject().scope().branch()));
        fact(
                Word.ACCOUNT,
                words.name(asset.subject().scope().account())
                        + (asset.accountName().isEmpty() ? "" : " (" + words.name(asset.accountName()) + ")"));
        fact(Word.REGION, words.name(asset.subject().scope().region()));
        fact(Word.OWNER, asset.owner() == Absent.ABSENT ? "" : value(asset.owner()));
        fact(
                Word.READ_AT,
                asset.read()
                        .map(Asset::provenance)
                        .map(it -> words.time(it.observedAt()))
                        .orElse(""));
    }

    private void fact(Word name, String value) {
        if (!value.isEmpty()) {
            page.paragraph(INDENT, words.sentences(List.of(words.of(name) + words.of(Word.COLON), value)));
        }
    }

    private void section(Word heading, List<String> paragraphs) {
        if (paragraphs.stream().anyMatch(text -> !text.isBlank())) {
            page.heading(heading);
            paragraphs.forEach(text -> text.lines().forEach(line -> page.paragraph(INDENT, line)));
        }
    }

    /** Without its steps, what the rule shows as evidence. */
    private void condition(RuleInfo rule, List<Explained> steps, List<Evidence> evidence) {
        page.heading(Word.CONDITION);
        if (steps.isEmpty()) {
            page.paragraph(INDENT, rule.pass());
            evidence.forEach(it -> evidence(INDENT + INDENT, it));
        }
        for (Explained step : steps) {
            String indent = INDENT.repeat(step.depth() + 1);
            page.paragraph(indent, mark(step.value()) + " " + words.value(step.text()), styled(step.value()));
            step.read().forEach(it -> evidence(indent + INDENT + INDENT, it));
        }
    }

    private void evidence(String indent, Evidence evidence) {
        String call = evidence.call().isEmpty() ? "" : " [" + words.value(evidence.call()) + "]";
        page.paragraph(indent, words.name(evidence.path()) + " = " + value(evidence.value()) + call, style::quiet);
    }

    private String value(Object field) {
        return words.value(
                field instanceof String text
                        ? text
                        : FieldText.of(field, words.of(Word.ABSENT), words.of(Word.NOT_READ)));
    }

    private String mark(Object value) {
        if (value instanceof Unknown) {
            return Words.shape(Verdict.UNKNOWN) + " " + words.of(Word.NOT_READ);
        }
        return value instanceof Boolean truth
                ? Words.shape(truth ? Verdict.PASS : Verdict.FAIL) + " " + truth
                : "= " + value(value);
    }

    private UnaryOperator<String> styled(Object value) {
        if (value instanceof Unknown) {
            return text -> style.verdict(Verdict.UNKNOWN, text);
        }
        return value instanceof Boolean truth
                ? text -> style.verdict(truth ? Verdict.PASS : Verdict.FAIL, text)
                : UnaryOperator.identity();
    }

    private String cause(Cause cause) {
        List<String> parts = new ArrayList<>();
        parts.add(words.name(cause.call()) + " " + words.of(cause.outcome())
                + (cause.message().isEmpty() ? "" : words.of(Word.COLON)));
        if (!cause.message().isEmpty()) {
            parts.add(words.value(cause.message()));
        }
        if (!cause.permission().isEmpty()) {
            parts.add(words.of(Word.NEEDS_PERMISSION, words.name(cause.permission())));
        }
        return words.sentences(parts);
    }

    private void remediation(Remediation remediation) {
        section(Word.CONSOLE, List.of(words.in(remediation.console())));
        code(Word.COMMAND_LINE, remediation.cli());
        code(Word.TERRAFORM, remediation.terraform());
    }

    /** To be copied, so that its lines stay as long as they are. */
    private void code(Word heading, String code) {
        if (!code.isBlank()) {
            page.heading(heading);
            Escaped.lines(code).lines().forEach(line -> page.row(INDENT + line));
        }
    }
}
