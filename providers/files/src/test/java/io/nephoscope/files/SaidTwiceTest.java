package io.nephoscope.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Importer.Row;
import io.nephoscope.inventory.Importer.State;
import io.nephoscope.inventory.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two values for one thing, neither is believed. */
class SaidTwiceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"class": "storage.disk", "native_id": "d-1", "native_id": "d-2"}                                        | native_id
            {"class": "storage.disk", "native_id": "d-1", "facets": {"encrypted": true, "encrypted": false}}         | encrypted
            {"class": "storage.disk", "native_id": "d-1", "tags": {"Env": "prod", "Env": "test"}}                    | Env
            {"class": "storage.disk", "native_id": "d-1", "tags": {"Env": "prod"}, "tag:Env": "test"}                | tag:Env
            {"class": "storage.disk", "native_id": "d-1", "facet:encrypted": true, "facets": {"encrypted": false}}   | facet:encrypted
            {"class": "storage.disk", "native_id": "d-1", "name": "a", "name ": "b"}                                 | name
            """)
    void anObjectWithAKeyThatStandsTwiceIsRefusedAndTheOthersStay(String object, String key) throws Exception {
        String good = "{\"class\": \"storage.disk\", \"native_id\": \"d-9\"}";

        for (List<Row> rows : List.of(
                rows("assets.json", "[\n" + object + ",\n" + good + "]"),
                rows("assets.ndjson", "\n" + object + "\n" + good + "\n"))) {
            assertThat(rows).extracting(Row::state).containsExactly(State.REFUSED, State.GAPS);
            assertThat(rows.get(0).line()).isEqualTo(2);
            assertThat(rows.get(0).lost())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.reason().en())
                            .isEqualTo("the key \"" + key + "\" stands here twice; keep one"));
        }
    }

    @Test
    void aFieldUnderTwoOfItsNamesIsUnknownAndAnIdUnderTwoIsNone() throws Exception {
        List<Row> rows = rows("assets.ndjson", """
                {"class": "storage.disk", "native_id": "d-1", "id": "d-2"}
                {"class": "storage.disk", "native_id": "d-3", "facet:encrypted": true, "facets.encrypted": false}
                """);

        assertThat(rows).extracting(Row::state).containsExactly(State.REFUSED, State.GAPS);
        assertThat(rows.get(0).lost())
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason().en()).isEqualTo("native_id is given twice; keep one"));
        assertThat(rows.get(1).lost())
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.reason().en()).isEqualTo("facet:encrypted is given twice; keep one"));
    }

    private List<Row> rows(String name, String json) throws IOException, TargetException {
        Path file = Files.writeString(folder.resolve(name), json);
        return new FilesImporter()
                .check(file, Optional.empty(), Optional.empty(), Optional.empty())
                .rows();
    }
}
