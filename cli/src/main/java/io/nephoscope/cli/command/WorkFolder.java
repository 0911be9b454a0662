package io.nephoscope.cli.command;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a snapshot is written.
 *
 * @param stays whether the user asked for it; else it is removed in the end
 */
record WorkFolder(Path path, boolean stays) implements AutoCloseable {
    static WorkFolder of(Optional<Path> asked) {
        try {
            return asked.isPresent()
                    ? new WorkFolder(asked.get(), true)
                    : new WorkFolder(Files.createTempDirectory("nephoscope-"), false);
        } catch (IOException e) {
            throw new UsageException(
                    Text.of(
                            "No temporary folder can be made ({0}); name a folder with --snapshot.",
                            "无法建立临时文件夹（{0}）；请用 --snapshot 指定文件夹。", Said.by(e)),
                    e);
        }
    }

    @Override
    public void close() {
        if (!stays) {
            try {
                Files.walkFileTree(path, new Removal());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error) throws IOException {
            if (error != null) {
                throw error;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
