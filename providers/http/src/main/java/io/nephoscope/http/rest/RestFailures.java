package io.nephoscope.http.rest;

import io.nephoscope.http.Refused;
import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the errors of a service mean. Who refuses may repeat what was sent: the account's own secrets are taken out by their values. */
public final class RestFailures implements Failure.Reader {
    /** Under what name reports know an answer that cannot be used. */
    static final String UNUSABLE = "UnusableAnswer";

    /** Differs each time, so that the same error would not read the same twice. */
    private static final Pattern NOISE =
            Pattern.compile("(?i)[,;(\\[\\s]*\\brequest[ _-]?id\\b[\\s:='\"]*[\\w-]+[)\\]'\"]?");

    /** What a refusal says where a policy denies what another may well allow. */
    private static final Pattern BARRING = Pattern.compile("(?i)explicit(?:ly)? den|显式拒绝");
    /** What a refused signature says where not the key is wrong but the time at which it was used. */
    private static final Pattern OF_ANOTHER_TIME = Pattern.compile("(?i)TooSkewed|x-[\\w-]*date|time ?stamp"
            + "|request (?:time|date|has expired|is expired)|signature (?:has |is )?expired");

    private final Errors errors;
    private final List<String> secrets;

    /** @param secrets what no message may hold */
    public RestFailures(Service service, Collection<String> secrets) {
        this.errors = service.errors();
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .flatMap(secret ->
                        Stream.of(secret, Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    @Override
    public Failure read(Throwable error) {
        if (error instanceof Refused refused) {
            return read(refused);
        } else if (error instanceof UnusableAnswer) {
            return new Failure(Sort.PERMANENT, UNUSABLE, Said.by(error).map(this::clean));
        } else if (error instanceof IOException) {
            return new Failure(
                    Sort.UNANSWERED, innermost(error).getClass().getSimpleName(), Text.quoted(clean(words(error))));
        }
        return new Failure(Sort.PERMANENT, error.getClass().getSimpleName(), Text.quoted(clean(error.getMessage())));
    }

    private Failure read(Refused refused) {
        Text message = refused.text().map(this::clean);
        Sort sort = errors.sort(refused);
        if (sort == Sort.DENIED && BARRING.matcher(message.en()).find()) {
            sort = Sort.BARRED;
        }
        boolean isSkewed = sort == Sort.SIGNED_OUT
                && OF_ANOTHER_TIME.matcher(refused.code() + " " + message.en()).find();
        if (refused.isForeign()) {
            // Without a code, for by its code a file says that an error means "there is none".
            String status = Refused.named(refused.status());
            return new Failure(
                    sort,
                    "",
                    message.map(words -> words.isEmpty() ? status : status + ": " + words),
                    refused.retryAfter());
        }
        return new Failure(
                sort, clean(refused.code()), isSkewed ? Failure.ofAnotherTime(message) : message, refused.retryAfter());
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
