package io.nephoscope.files;

import io.nephoscope.inventory.Importer;
import io.nephoscope.inventory.TargetException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries files before a scan takes them, and says what they should look like. */
public final class FilesImporter implements Importer {
    @Override
    public List<Described> fields() {
        return Field.ALL.stream()
                .map(field -> new Described(
                        field.name(), field.form().label(), field.required(), field.aliases(), field.means()))
                .toList();
    }

    @Override
    public String header() {
        return Stream.concat(
                        Field.ALL.stream().map(Field::name),
                        Column.facets().stream().map(facet -> Column.FACET + facet))
                .collect(Collectors.joining(","));
    }

    @Override
    public String schema() {
        return JsonSchema.ofOneAsset();
    }

    @Override
    public Check check(Path file, Optional<Path> mapping, Optional<String> encoding, Optional<String> sheet)
            throws TargetException {
        Mapping how = mapping.isPresent() ? MappingReader.read(mapping.get()) : Mapping.NONE;
        List<Row> rows = new ArrayList<>();
        Sheet read = Sheet.read(
                new Sheet.Source(
                        file,
                        how,
                        encoding,
                        sheet,
                        new Branch(""),
                        Clock.systemUTC().instant()),
                rows::add);
        return new Check(rows, read.notes());
    }
}
