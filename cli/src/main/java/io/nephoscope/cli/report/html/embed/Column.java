package io.nephoscope.cli.report.html.embed;

import gg.jte.TemplateOutput;
import java.io.IOException;

/** One value of each row, in the order of the rows: a list of JSON. */
final class Column {
    private final Packed packed;

    Column(String id) throws IOException {
        packed = new Packed(id);
        packed.json().writeStartArray();
    }

    void add(long number) throws IOException {
        packed.json().writeNumber(number);
    }

    void add(String text) throws IOException {
        packed.json().writeString(text);
    }

    void add(Iterable<Integer> numbers) throws IOException {
        packed.json().writeStartArray();
        for (int number : numbers) {
            packed.json().writeNumber(number);
        }
        packed.json().writeEndArray();
    }

    /** Ends the list, and writes it into the page. */
    void end(TemplateOutput page) throws IOException {
        packed.json().writeEndArray();
        packed.end(page);
    }
}
