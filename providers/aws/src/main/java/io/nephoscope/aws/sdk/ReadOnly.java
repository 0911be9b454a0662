package io.nephoscope.aws.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The permissions that only read, as AWS itself lists them. */
public final class ReadOnly {
    private static final String FILE = "/io/nephoscope/aws/read-only-permissions.txt";

    private final List<Pattern> permissions;

    private ReadOnly(List<Pattern> permissions) {
        this.permissions = permissions;
    }

    /** The list that is packaged with this program; its head says of when it is. */
    public static ReadOnly packaged() {
        try (InputStream in = ReadOnly.class.getResourceAsStream(FILE)) {
            return new ReadOnly(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ReadOnly::pattern)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In AWS's lists a star stands for any letters. */
    private static Pattern pattern(String permission) {
        return Pattern.compile(permission.strip().replace("*", "[A-Za-z]*"));
    }

    /** Whether a permission is one that reads. */
    public boolean has(String permission) {
        return permissions.stream()
                .anyMatch(pattern -> pattern.matcher(permission).matches());
    }
}
