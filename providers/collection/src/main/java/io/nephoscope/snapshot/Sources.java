package io.nephoscope.snapshot;

import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.inventory.output.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The files that describe sources, as they were when a snapshot was taken, each source's in a folder of its own: by them it can be judged
 * where nobody has them. They are sealed as all else is.
 */
final class Sources {
    static final String FOLDER = "sources";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private Sources() {}

    /** Writes the files of a provider that is made of files; their seals, by the names that they have in the snapshot. */
    static SortedMap<String, Seal> write(Path snapshot, FileMode mode, Provider provider) throws IOException {
        SortedMap<String, Seal> seals = new TreeMap<>();
        Path folder = snapshot.resolve(FOLDER).resolve(provider.name());
        for (Map.Entry<String, String> file : provider.described().entrySet()) {
            mode.makeFolder(folder.resolveSibling(""));
            mode.makeFolder(folder);
            byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
            WholeFile.write(folder.resolve(file.getKey()), mode, out -> out.write(text));
            seals.put(name(snapshot, folder.resolve(file.getKey())), Seal.of(text));
        }
        return seals;
    }

    /** The folders of the sources of a snapshot, by the providers' names. */
    static SortedMap<String, Path> of(Path snapshot, Manifest manifest) throws IOException {
        SortedMap<String, Path> folders = new TreeMap<>();
        for (Manifest.ManifestTarget target : manifest.targets()) {
            Path folder = snapshot.resolve(FOLDER).resolve(target.provider());
            if (NAME.matcher(target.provider()).matches() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                if (manifest.isFinished()) {
                    check(snapshot, folder, manifest);
                }
                folders.put(target.provider(), folder);
            }
        }
        return folders;
    }

    private static void check(Path snapshot, Path folder, Manifest manifest) throws IOException {
        SortedMap<String, Seal> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(name(snapshot, file), Seal.of(Files.readAllBytes(file)));
            }
        }
        String its = name(snapshot, folder) + "/";
        SortedMap<String, Seal> written = new TreeMap<>(manifest.files());
        written.keySet().removeIf(file -> !file.startsWith(its));
        if (!found.equals(written)) {
            throw new SnapshotException(Text.of(
                    "{0}: is not what the scan wrote, for its SHA-256 is another; the snapshot was changed or damaged, so copy"
                            + " it again, or scan again.",
                    "{0}：与扫描写入时不符（SHA-256 不同）；快照被改动或损坏，请重新复制或重新扫描。", folder));
        }
    }

    /** With slashes on every system. */
    private static String name(Path snapshot, Path file) {
        return StreamSupport.stream(snapshot.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
