package io.nephoscope.snapshot;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.inventory.output.FileMode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of a collection that was cut off and goes on. One that is missing has no lines. */
final class CutFile implements Closeable {
    private final Path path;
    private final FileMode mode;
    private final FileChannel channel;
    private final Entries entries;

    private CutFile(Path path, FileMode mode) throws IOException {
        this.path = path;
        this.mode = mode;
        if (!Files.exists(path)) {
            LineWriter.begin(path, mode).close();
        }
        this.channel = FileChannel.open(path);
        this.entries = new Entries(channel, new Shapes());
    }

    /** What is asked of a line that is no entry. */
    @FunctionalInterface
    interface Asking<T> {
        T of(Doc line, Entries entries);
    }

    /**
     * Reads a file, and shows every line that is no entry to a witness.
     *
     * @param mode of the file from now on
     */
    static CutFile read(Path path, FileMode mode, Asking<?> witness) throws IOException {
        CutFile file = new CutFile(path, mode);
        try (LineReader lines = new LineReader(path)) {
            for (Optional<LineReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                LineReader.Line at = line.get();
                file.ask(at, json -> file.entries.isEntry(json, at) ? at : witness.of(json, file.entries));
            }
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Goes on with the file, of whose lines all entries stay, and those others that are kept. */
    LineWriter keep(Asking<Boolean> kept) throws IOException {
        return LineWriter.after(path, mode, line -> ask(line, json -> Entries.isEntry(json) || kept.of(json, entries)));
    }

    private interface Question<T> {
        T of(Doc json);
    }

    private <T> T ask(LineReader.Line line, Question<T> question) {
        try {
            if (DocJson.parse(line.text()) instanceof Doc json) {
                return question.of(json);
            }
            throw new IllegalArgumentException("not a JSON object");
        } catch (IOException | IllegalArgumentException e) {
            throw SnapshotException.damaged(path, line.number(), e);
        }
    }

    /** How many entries of a table it has. */
    int count(Table<?> table) {
        return entries.count(table);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
