package io.nephoscope.jdcloud.api;

import io.nephoscope.http.UnusableReply;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What JD Cloud's errors mean. Who refuses may repeat what was sent: the account's own secrets are taken out by their values. */
public final class JdFailures implements Failure.Reader {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    /** Differs each time, so that the same error would not read the same twice. */
    private static final Pattern NOISE =
            Pattern.compile("(?i)[,;(\\[\\s]*\\brequest[ _-]?id\\b[\\s:='\"]*[\\w-]+[)\\]'\"]?");

    /** The codes by which it says that what was asked about is not there. */
    private static final Set<String> GONE = Set.of("HTTP_NOT_FOUND", "NOT_FOUND", "NoSuchBucket");
    /** What a refusal says where a policy denies what another may well allow. */
    private static final Pattern BARRING = Pattern.compile("(?i)explicit(?:ly)? den|显式拒绝");
    /** What a refused signature says where not the key is wrong but the time at which it was used. */
    private static final Pattern OF_ANOTHER_TIME = Pattern.compile(
            "(?i)TooSkewed|x-jdcloud-date|time ?stamp|request (?:time|date|has expired|is expired)|signature (?:has |is )?expired");

    private final List<String> secrets;

    public JdFailures(JdCredentials credentials) {
        secrets = Stream.concat(
                        Stream.of(credentials.secretKey()),
                        credentials.securityToken().stream()
                                .flatMap(token -> Stream.of(
                                        token,
                                        Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)))))
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    @Override
    public Failure read(Throwable error) {
        if (error instanceof JdError refused) {
            Text message = refused.text().map(this::clean);
            Sort sort = sort(refused.status(), refused.code(), message.en());
            boolean isSkewed = sort == Sort.SIGNED_OUT
                    && OF_ANOTHER_TIME
                            .matcher(refused.code() + " " + message.en())
                            .find();
            return new Failure(
                    sort,
                    clean(refused.code()),
                    isSkewed ? Failure.ofAnotherTime(message) : message,
                    refused.retryAfter());
        } else if (error instanceof UnusableAnswer || error instanceof UnusableReply) {
            return new Failure(Sort.PERMANENT, "UnusableAnswer", Said.by(error).map(this::clean));
        } else if (error instanceof IOException) {
            return new Failure(
                    Sort.UNANSWERED, innermost(error).getClass().getSimpleName(), Text.quoted(clean(words(error))));
        }
        return new Failure(Sort.PERMANENT, error.getClass().getSimpleName(), Text.quoted(clean(error.getMessage())));
    }

    private static Sort sort(int status, String code, String message) {
        if (status == UNAUTHORIZED) {
            return Sort.SIGNED_OUT;
        } else if (status == FORBIDDEN) {
            return BARRING.matcher(message).find() ? Sort.BARRED : Sort.DENIED;
        } else if (status == TOO_MANY) {
            return Sort.THROTTLED;
        }
        if (status == NOT_FOUND) {
            return GONE.contains(code) ? Sort.GONE : Sort.PERMANENT;
        }
        return status >= SERVER_ERROR && status != NOT_IMPLEMENTED ? Sort.TRANSIENT : Sort.PERMANENT;
    }

    private static Throwable innermost(Throwable error) {
        Throwable at = error;
        while (at.getCause() instanceof IOException) {
            at = at.getCause();
        }
        return at;
    }

    /** The client wraps what it says, and the wrapping may say nothing. */
    private static String words(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at.getMessage() != null) {
                return at.getMessage();
            }
        }
        return "";
    }

    private String clean(@Nullable String message) {
        String clean =
                message == null ? "" : NOISE.matcher(message).replaceAll("").strip();
        for (String secret : secrets) {
            clean = clean.replace(secret, Secrets.REDACTED);
        }
        return clean;
    }
}
