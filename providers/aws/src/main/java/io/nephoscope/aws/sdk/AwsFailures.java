package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What the SDK's exceptions mean. */
public final class AwsFailures implements Failure.Reader {
    /** The codes by which services refuse; EC2, S3 and the JSON services each have words of their own. */
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AllAccessDisabled",
            "AuthFailure",
            "AuthorizationError",
            "AuthorizationErrorException",
            "ExpiredToken",
            "ExpiredTokenException",
            "Forbidden",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "InvalidToken",
            "KMS.AccessDeniedException",
            "MissingAuthenticationToken",
            "NotAuthorized",
            "RequestExpired",
            "SignatureDoesNotMatch",
            "UnauthorizedAccess",
            "UnauthorizedOperation",
            "UnrecognizedClientException");

    /** The codes by which a service says that the account has not signed up for it: no permission mends that. */
    static final Set<String> NOT_SUBSCRIBED =
            Set.of("NotSignedUp", "OptInRequired", "SubscriptionRequired", "SubscriptionRequiredException");

    /** What differs from one try to the next, what only AWS can read, and what only the SDK's own readers want to know. */
    private static final Pattern NOISE = Pattern.compile(
            "\\R.*"
                    + "|\\s*Encoded authorization failure message:.*"
                    + "|\\s*\\(SDK Attempt Count: \\d+\\)"
                    + "|\\s*at \\[Source:.*"
                    + "|\\s*[(\\[]?\\b(?:Extended )?(?:Request|Host)[ -]?Id[:=]\\s*[\\w/+=-]+[)\\],;]?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    @Override
    public Failure read(Throwable error) {
        if (error instanceof AwsServiceException refused) {
            AwsErrorDetails details = refused.awsErrorDetails();
            String code = details == null || details.errorCode() == null ? "" : details.errorCode();
            String message = details == null ? "" : words(details.errorMessage());
            return new Failure(sort(refused, code), code.isEmpty() ? "HTTP " + refused.statusCode() : code, message);
        }
        Throwable unusable = innermost(error, UnusableAnswer.class);
        if (unusable != null) {
            return new Failure(Sort.PERMANENT, "UnusableAnswer", words(unusable.getMessage()));
        }
        Throwable network = innermost(error, IOException.class);
        if (network != null) {
            return new Failure(Sort.UNANSWERED, network.getClass().getSimpleName(), words(network.getMessage()));
        }
        // A body that was cut off reads like one that is wrong: it is asked for again.
        boolean mayHeal = error instanceof SdkClientException client
                && (client.retryable() || innermost(error, XMLStreamException.class) != null);
        return new Failure(
                mayHeal ? Sort.TRANSIENT : Sort.PERMANENT, error.getClass().getSimpleName(), words(error.getMessage()));
    }

    private static String words(@Nullable String message) {
        return message == null ? "" : NOISE.matcher(message).replaceAll("").strip();
    }

    private static Sort sort(AwsServiceException refused, String code) {
        if (refused.isThrottlingException()) {
            return Sort.THROTTLED;
        } else if (NOT_SUBSCRIBED.contains(code)) {
            return Sort.PERMANENT;
        } else if (DENIED.contains(code) || refused.statusCode() == UNAUTHORIZED || refused.statusCode() == FORBIDDEN) {
            return Sort.DENIED;
        }
        boolean serverError = refused.statusCode() >= SERVER_ERROR && refused.statusCode() != NOT_IMPLEMENTED;
        return serverError || code.equals("RequestTimeout") ? Sort.TRANSIENT : Sort.PERMANENT;
    }

    /** The innermost cause of a type; null where there is none. */
    private static @Nullable Throwable innermost(Throwable error, Class<? extends Throwable> type) {
        Throwable found = null;
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                found = at;
            }
        }
        return found;
    }
}
