package io.nephoscope.http;

import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import java.time.Duration;
import java.util.Optional;

/** A service answered with an error, or something before it did. */
public final class Refused extends RuntimeException implements Said {
    private static final long serialVersionUID = 1L;

    private final transient Text text;
    private final int status;
    private final String code;
    private final Optional<Duration> retryAfter;

    /**
     * @param status as HTTP has them, from the error itself where it says one: some come with a 200
     * @param code the error's own name, as {@code HTTP_FORBIDDEN}; empty where there is none
     */
    public Refused(int status, String code, Text message, Optional<Duration> retryAfter) {
        super(message.en());
        this.text = message;
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** What came is no error that the service wrote, but that of whatever stands before it. */
    public static Refused byAPage(Reply reply) {
        Text what = reply.text().isBlank()
                ? Text.of("an empty answer", "应答为空")
                : Text.of("a page in place of an answer", "返回的是网页而非应答");
        return new Refused(reply.status(), "", what, reply.retryAfter());
    }

    /** The name by which files and reports know an error that has no other than its status. */
    public static String named(int status) {
        return "HTTP " + status;
    }

    @Override
    public Text text() {
        return text;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code.isEmpty() ? named(status) : code;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
