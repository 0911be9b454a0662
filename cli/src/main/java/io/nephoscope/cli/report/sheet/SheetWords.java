package io.nephoscope.cli.report.sheet;

import io.nephoscope.cli.report.CoverageStatus;
import io.nephoscope.cli.report.FieldText;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.cli.report.change.Change;
import io.nephoscope.cli.report.change.Reason;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;

/**
 * The words of a table for spreadsheets. Its texts are in its language; so are its headings and what a cell says in one of a few words,
 * as a verdict, unless programs read the table: they know those by the English names, which never change.
 */
public record SheetWords(Words texts, boolean forPrograms) {
    public static SheetWords of(Language language, boolean english) {
        return new SheetWords(new Words(language), english || language == Language.EN);
    }

    public String in(Text text) {
        return text.in(texts.language());
    }

    /** A text of ours of which programs know the English. */
    public String fixed(Text text) {
        return text.in(forPrograms ? Language.EN : texts.language());
    }

    public String of(Heading term) {
        return fixed(term.text());
    }

    public String of(Verdict verdict) {
        return forPrograms ? verdict.name() : texts.of(verdict);
    }

    public String of(Severity severity) {
        return forPrograms ? severity.label() : texts.of(severity);
    }

    public String of(Status outcome) {
        return forPrograms ? outcome.label() : texts.of(outcome);
    }

    public String of(CoverageStatus status) {
        return forPrograms ? status.label() : texts.of(status);
    }

    public String of(Change change) {
        return forPrograms ? change.label() : in(change.text());
    }

    public String of(Reason reason) {
        return forPrograms ? reason.label() : in(reason.text());
    }

    /** Of a failure that somebody accepts. */
    public String waived() {
        return fixed(Word.WAIVED_SHORT.text());
    }

    /** A field of a document; what is not there or was not read, in a word. */
    public String field(Object field) {
        return FieldText.of(field, forPrograms ? "(absent)" : texts.of(Word.ABSENT), unread());
    }

    public String unread() {
        return forPrograms ? "(unknown)" : texts.of(Word.NOT_READ);
    }
}
