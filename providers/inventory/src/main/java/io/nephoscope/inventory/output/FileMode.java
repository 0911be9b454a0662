package io.nephoscope.inventory.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Who may read and write what is written, whatever the umask says. Where a file system knows no such modes, files are as open as it
 * makes them.
 *
 * @param file the permissions of files, as {@code rw-r-----}
 */
public record FileMode(String file) {
    /** Files 600, folders 700: what a scan sees is for whoever scanned. */
    public static final FileMode PRIVATE = new FileMode("rw-------");

    /**
     * The mode of files, as {@code 640}; that of folders follows.
     *
     * @throws IllegalArgumentException where it is none, or where the owner could not read and write
     */
    public static FileMode of(String octal) {
        if (!octal.matches("0?6[046][046]")) {
            throw new IllegalArgumentException(
                    "write it as 640: 6 for the owner, then 6, 4 or 0 for the group and for all others");
        }
        String digits = octal.substring(octal.length() - 3);
        return new FileMode(digits.replace("6", "rw-").replace("4", "r--").replace("0", "---"));
    }

    /** The permissions of folders: who may read a folder's list may enter it too. */
    public String folder() {
        return file.replaceAll("r(.)-", "r$1x");
    }

    /** With which a file is made, before anything stands in it. */
    public static FileAttribute<?>[] newFile(Path at) {
        return made(at, PRIVATE.file());
    }

    private static FileAttribute<?>[] made(Path at, String permissions) {
        return at.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Makes a folder, and those above it that are missing. One that is there stays as it is.
     *
     * @throws java.nio.file.FileAlreadyExistsException where it is a file
     */
    public void makeFolder(Path folder) throws IOException {
        boolean isNew = !Files.exists(folder);
        Files.createDirectories(folder, made(folder, PRIVATE.folder()));
        if (isNew) {
            widen(folder, folder());
        }
    }

    /** Opens a file that was made with {@link #newFile} to whom this mode opens it. */
    public void applyTo(Path madeFile) throws IOException {
        widen(madeFile, file);
    }

    private void widen(Path made, String permissions) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(made, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null && equals(PRIVATE)) {
            return;
        } else if (view == null) {
            throw new FileSystemException(made.toString(), null, "this file system knows no modes");
        }
        view.setPermissions(PosixFilePermissions.fromString(permissions));
    }
}
