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
    private final boolean isForeign;

    /**
     * @param status as HTTP has them, from the error itself where it says one: some come with a 200
     * @param code the error's own name, as {@code HTTP_FORBIDDEN}; empty where there is none
     */
    public Refused(int status, String code, Text message, Optional<Duration> retryAfter) {
        this(status, code, message, retryAfter, false);
    }

    private Refused(int status, String code, Text message, Optional<Duration> retryAfter, boolean isForeign) {
        super(message.en());
        this.text = message;
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
        this.isForeign = isForeign;
    }

    /** What came is no error that the service wrote, but that of whatever stands before it. */
    public static Refused byAPage(Reply reply) {
        Refused error = reply.text().isBlank()
                ? byNothing(reply)
                : new Refused(
                        reply.status(), "", Text.of("a page in place of an answer", "返回的是网页而非应答"), reply.retryAfter());
        return error.foreign();
    }

    /** Of a service whose errors may be empty. */
    public static Refused byNothing(Reply reply) {
        return new Refused(reply.status(), "", Text.of("an empty answer", "应答为空"), reply.retryAfter());
    }

    /** The same error where nothing shows that the service wrote it: what the service means by a status it does not mean. */
    public Refused foreign() {
        return new Refused(status, code, text, retryAfter, true);
    }

    /** The same error, whose name is its status. */
    public Refused byStatus() {
        return new Refused(status, "", text, retryAfter, isForeign);
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

    /** Whether nothing shows that the service wrote it. */
    public boolean isForeign() {
        return isForeign;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
