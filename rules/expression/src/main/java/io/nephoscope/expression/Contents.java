package io.nephoscope.expression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A fingerprint of the jar or the folder that a class comes from: the names of all files in it, their sizes and their CRC-32, which
 * a jar lists without being unpacked. It tells whether something changed, by whoever builds, and guards against nobody who wants to
 * deceive: who can write there can write anything.
 */
public final class Contents {
    /** What packing adds, and what is made of the rest. */
    private static final String NOT_COUNTED = "META-INF/";

    /** The ending of the files that are compiled from others beside them, and so are not counted. */
    public static final String COMPILED = ".compiled";

    private long sum;

    private Contents() {}

    /** What a class was loaded from does not change while it is loaded. */
    private static final Map<Path, Long> KNOWN = new ConcurrentHashMap<>();

    /** Empty where the class does not come from a jar or a folder of its own. */
    public static Optional<Long> around(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .filter(location -> location.getProtocol().equals("file"))
                .map(location -> {
                    try {
                        return KNOWN.computeIfAbsent(Path.of(location.toURI()), Contents::known);
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException("classes that were loaded from " + location, e);
                    }
                });
    }

    private static long known(Path place) {
        try {
            return of(place);
        } catch (IOException e) {
            throw new UncheckedIOException("classes that were loaded from " + place, e);
        }
    }

    public static long of(Path place) throws IOException {
        Contents contents = new Contents();
        if (Files.isDirectory(place)) {
            contents.addFolder(place);
        } else {
            try (JarFile jar = new JarFile(place.toFile(), false)) {
                jar.stream()
                        .filter(entry -> !entry.isDirectory())
                        .forEach(entry -> contents.add(entry.getName(), entry.getSize(), entry.getCrc()));
            }
        }
        return contents.sum;
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Iterator<Path> files = paths.filter(Files::isRegularFile).iterator(); files.hasNext(); ) {
                Path file = files.next();
                byte[] bytes = Files.readAllBytes(file);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                String separator = file.getFileSystem().getSeparator();
                add(folder.relativize(file).toString().replace(separator, "/"), bytes.length, crc.getValue());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** In whatever order. */
    private void add(String name, long size, long crc) {
        if (!name.startsWith(NOT_COUNTED) && !name.endsWith(COMPILED)) {
            sum += mixed(mixed(mixed(name.hashCode()) ^ size) ^ crc);
        }
    }

    /** Spreads every bit over all (the finisher of SplitMix64). */
    private static long mixed(long bits) {
        long first = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
