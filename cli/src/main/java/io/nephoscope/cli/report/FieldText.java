package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A field of a document as one line of text. */
public final class FieldText {
    private FieldText() {}

    /** JSON for a known field, so that the text "true" and the truth true differ; the words given for the two others. */
    public static String of(Object field, String absent, String unknown) {
        if (field instanceof Unknown) {
            return unknown;
        }
        if (field == Absent.ABSENT) {
            return absent;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator out = DocJson.FACTORY.createGenerator(text)) {
            out.setPrettyPrinter(oneLine());
            DocJson.write(out, field, "", (path, inside) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Spaces where a long value may break, and no line breaks. */
    private static PrettyPrinter oneLine() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEntrySpacing(Separators.Spacing.AFTER)
                .withArrayValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
        printer.indentArraysWith(DefaultPrettyPrinter.NopIndenter.instance);
        return printer;
    }
}
