package io.nephoscope.cli.report.exchange;

import io.nephoscope.cli.report.SeenAccount;
import io.nephoscope.rules.Finding.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A path for an asset, for readers that know only files: {@code cloud/aws/123456789012/eu-west-1/aws.s3.bucket/invoices.json}. It is
 * relative and without a colon, since code hosts refuse a location that looks like the address of anything but a file of theirs.
 */
final class CloudPath {
    private static final int LONGEST = 100;
    private static final String UNRESERVED = "-_~.";

    private CloudPath() {}

    static String of(Subject asset) {
        return "cloud/"
                + path(List.of(
                        SeenAccount.of(asset).provider(),
                        asset.scope().account(),
                        asset.scope().region(),
                        asset.type()))
                + "/" + segment(asset.nativeId()) + ".json";
    }

    /** Names as one path. */
    static String path(List<String> names) {
        return names.stream().map(CloudPath::segment).collect(Collectors.joining("/"));
    }

    /** One step of a path, which leads neither nowhere nor up. */
    private static String segment(String name) {
        int end = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
        StringBuilder segment = new StringBuilder(name.chars().allMatch(unit -> unit == '.') ? "_" : "");
        for (byte octet : name.substring(0, end).getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            if (isUnreserved(letter)) {
                segment.append(letter);
            } else {
                segment.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
            }
        }
        return segment.toString();
    }

    private static boolean isUnreserved(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || UNRESERVED.indexOf(letter) >= 0;
    }
}
