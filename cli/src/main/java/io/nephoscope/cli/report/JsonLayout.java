package io.nephoscope.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/** A line for each field and item; where there are very many, a line for each item as a whole. The same line breaks on every system. */
public final class JsonLayout extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    private final int items;
    private boolean isRows;

    /** @param items how deep the items lie of which there are very many */
    public JsonLayout(int items) {
        super(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        indentObjectsWith(new Lines());
        indentArraysWith(new Lines());
        this.items = items;
    }

    /** Whether from now on such an item is one line. */
    public void rows(boolean on) {
        isRows = on;
    }

    private boolean isWithinRow(int level) {
        return isRows && level > items;
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
        if (isWithinRow(_nesting)) {
            out.writeRaw(':');
        } else {
            super.writeObjectFieldValueSeparator(out);
        }
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        if (isWithinRow(_nesting)) {
            _nesting--;
            out.writeRaw('}');
        } else {
            super.writeEndObject(out, entries);
        }
    }

    @Override
    public void writeEndArray(JsonGenerator out, int items) throws IOException {
        if (isWithinRow(_nesting)) {
            _nesting--;
            out.writeRaw(']');
        } else {
            super.writeEndArray(out, items);
        }
    }

    private final class Lines implements Indenter {
        private final Indenter lines = new DefaultIndenter("  ", "\n");

        @Override
        public void writeIndentation(JsonGenerator out, int level) throws IOException {
            if (!isWithinRow(level)) {
                lines.writeIndentation(out, level);
            }
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
