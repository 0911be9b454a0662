package io.nephoscope.inventory.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are there as a whole or not at all. What is written goes into a file of its own beside the target, which takes the
 * target's name when it is whole and on the disk; until then, and for ever where anything goes wrong, what was there before stays.
 */
public final class WholeFile {
    private static final Path DEVICES = Path.of("/dev");
    private static final Path OPEN_FILES = Path.of("/proc");
    private static final SecureRandom RANDOM = new SecureRandom();

    private WholeFile() {}

    /** Writes what there is to write. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, or puts it in the place of the one that was there. A device or a pipe is written into as it is.
     *
     * @throws IOException where it cannot be written, or where the target is a symbolic link; {@link #why} tells the reason
     */
    public static void write(Path target, FileMode mode, Content content) throws IOException {
        if (isStream(target)) {
            // The name of an open file may lead to one in which others write too.
            try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.APPEND)) {
                fill(out, content);
            }
        } else {
            replace(target, mode, content);
        }
    }

    /** What wrote may have made an error of its own of one of the file's. */
    private static void fill(OutputStream file, Content content) throws IOException {
        Remembering remembering = new Remembering(file);
        try {
            OutputStream out = new BufferedOutputStream(remembering);
            content.write(out);
            out.flush();
        } catch (RuntimeException e) {
            if (remembering.broken.isPresent()) {
                throw remembering.broken.get();
            }
            throw e;
        }
    }

    /** A file that remembers why it could not be written. */
    private static final class Remembering extends OutputStream {
        private final OutputStream file;
        private Optional<IOException> broken = Optional.empty();

        Remembering(OutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[] {(byte) letter}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                file.write(bytes, offset, length);
            } catch (IOException e) {
                broken = Optional.of(e);
                throw e;
            }
        }
    }

    private static void replace(Path target, FileMode mode, Content content) throws IOException {
        Path part = target.resolveSibling(".nephoscope-" + HexFormat.of().toHexDigits(RANDOM.nextLong()) + ".part");
        try {
            // A name that is new is no link: whatever stands there, were it a link that leads nowhere, is an error.
            try (FileChannel file = FileChannel.open(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FileMode.newFile(part))) {
                fill(Channels.newOutputStream(file), content);
                file.force(true);
            }
            mode.applyTo(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Whether a target is no file that could be replaced, but a device, a pipe, or a name of an open file, as {@code /dev/fd/3}.
     *
     * @throws IOException where the target is any other symbolic link, which is not followed
     */
    public static boolean isStream(Path target) throws IOException {
        if (!Files.isSymbolicLink(target)) {
            return Files.exists(target)
                    && Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .isOther();
        }
        Path folder = target.toAbsolutePath().resolveSibling("").toRealPath();
        if (folder.equals(DEVICES) || folder.startsWith(OPEN_FILES)) {
            return true;
        }
        throw new FileSystemException(target.toString(), null, "it is a symbolic link, which is not followed");
    }

    /** The reason of an error of the file system, whose message is often a file's name and no more. */
    public static String why(IOException error) {
        if (error instanceof FileSystemException file) {
            return file.getReason() == null ? error.getClass().getSimpleName() : file.getReason();
        }
        return String.valueOf(error.getMessage());
    }
}
