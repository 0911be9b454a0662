package io.nephoscope.azure.arm;

import io.nephoscope.azure.arm.ArmClient.Headers;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The bodies of errors: {@code {"error": {"code", "message"}}} by the book, and the other shapes in which they come. */
final class ErrorBody {
    private static final List<String> WAITS = List.of("x-ms-user-quota-resets-after", "Retry-After");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2}):(\\d{2})");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,99}");

    private ErrorBody() {}

    static ArmException read(int status, String text, Headers headers) {
        Doc body = body(text);
        Doc error = List.of("error", "odata.error", "Error").stream()
                .map(body::doc)
                .filter(it -> it.size() > 0)
                .findFirst()
                .orElse(body);
        String code = CODE.matcher(field(error, "code")).matches() ? field(error, "code") : "";
        return new ArmException(status, code, Text.quoted(field(error, "message")), wait(status, headers));
    }

    /** A page of a proxy in place of an error says nothing that one could read. */
    private static Doc body(String text) {
        try {
            return DocJson.parse(text) instanceof Doc doc ? doc : Doc.empty();
        } catch (IOException e) {
            return Doc.empty();
        }
    }

    private static String field(Doc error, String name) {
        for (String key : error.keys()) {
            if (key.toLowerCase(Locale.ROOT).equals(name)) {
                return error.get(key) instanceof Doc inner ? inner.text("value") : error.text(key);
            }
        }
        return "";
    }

    private static Optional<Duration> wait(int status, Headers headers) {
        return status < 400
                ? Optional.empty()
                : WAITS.stream()
                        .flatMap(name -> duration(headers.value(name)).stream())
                        .findFirst();
    }

    /** Seconds as {@code 17}, or a time span as {@code 00:00:05}; empty for anything else, a date among it. */
    static Optional<Duration> duration(String written) {
        if (SECONDS.matcher(written).matches()) {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(written)));
        }
        var clock = CLOCK.matcher(written);
        return clock.matches()
                ? Optional.of(Duration.ofHours(Integer.parseInt(clock.group(1)))
                        .plusMinutes(Integer.parseInt(clock.group(2)))
                        .plusSeconds(Integer.parseInt(clock.group(3))))
                : Optional.empty();
    }
}
