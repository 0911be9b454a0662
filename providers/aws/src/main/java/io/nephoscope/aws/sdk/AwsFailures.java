package io.nephoscope.aws.sdk;

import io.nephoscope.http.UnusableAnswer;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
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
            "AuthFailure",
            "AuthorizationError",
            "AuthorizationErrorException",
            "Forbidden",
            "KMS.AccessDeniedException",
            "NotAuthorized",
            "UnauthorizedAccess",
            "UnauthorizedOperation");

    /** The codes by which services do not take the credentials, whatever they would be allowed. */
    private static final Set<String> SIGNED_OUT = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSecurity",
            "InvalidSignatureException",
            "InvalidToken",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "RequestExpired",
            "SignatureDoesNotMatch",
            "TokenRefreshRequired",
            "UnrecognizedClientException");

    /** The codes of a signature that is not of the time that it is at AWS. */
    private static final Set<String> SKEWED = Set.of("RequestInTheFuture", "RequestTimeTooSkewed");

    /** What signature errors say where it is not the secret that is wrong. */
    private static final Pattern OF_ANOTHER_TIME =
            Pattern.compile("Signature expired:|Signature not yet current:", Pattern.CASE_INSENSITIVE);

    /** EC2 has one code for credentials that it does not know, and for what is not shared with the caller. */
    private static final String UNKNOWN_TO_EC2 = "validate the provided access credentials";

    /** The codes by which nobody may, whatever is granted. */
    private static final Set<String> BARRED = Set.of("AccountProblem", "AllAccessDisabled", "Blocked");

    /**
     * What AWS adds to a refusal where a permission of the caller would not mend it: an explicit denial by any policy, or a policy of
     * another sort that does not allow it: service control, resource control, permissions boundary, session, endpoint, or key policy.
     */
    private static final Pattern BARRING = Pattern.compile(
            "with an explicit deny|because no (?!identity-based)[a-z -]*(?:policy|boundary) allows",
            Pattern.CASE_INSENSITIVE);

    /** The codes by which a service says that the account has not signed up for it: no permission mends that. */
    static final Set<String> NOT_SUBSCRIBED =
            Set.of("NotSignedUp", "OptInRequired", "SubscriptionRequired", "SubscriptionRequiredException");

    /**
     * Code and words by which a service says that what was asked about is not there. Some services use one code for that and for a part
     * that there is not, as a policy: there the words decide.
     */
    private static final Pattern GONE = Pattern.compile("NoSuchBucket(?!\\w).*"
            + "|InvalidSnapshot\\.NotFound(?!\\w).*"
            + "|DBSnapshotNotFound(?:Fault)?(?!\\w).*"
            + "|(?:AWS\\.SimpleQueueService\\.NonExistentQueue|QueueDoesNotExist)(?!\\w).*"
            + "|TrailNotFoundException(?!\\w).*"
            + "|NotFound(?:Exception)?: (?:Topic|Key)\\b.*\\bdoes not exist.*"
            + "|NoSuchEntity(?:Exception)?: (?:The (?:user|role|group) with name|Policy arn:).*"
            + "|ResourceNotFoundException: Function not found.*");

    /** S3 names the bucket beside the message. */
    private static final Pattern BUCKET = Pattern.compile("<BucketName>([^<]{1,255})</BucketName>");

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
            if (code.equals("NoSuchBucket")) {
                message += bucket(details);
            }
            Sort sort = GONE.matcher(code + ": " + message).matches() ? Sort.GONE : sort(refused, code, message);
            boolean isSkewed =
                    SKEWED.contains(code) || OF_ANOTHER_TIME.matcher(message).find();
            return new Failure(
                    sort,
                    code.isEmpty() ? "HTTP " + refused.statusCode() : code,
                    sort == Sort.SIGNED_OUT && isSkewed
                            ? Failure.ofAnotherTime(Text.quoted(message))
                            : Text.quoted(message));
        }
        Throwable unusable = innermost(error, UnusableAnswer.class);
        if (unusable != null) {
            return new Failure(Sort.PERMANENT, "UnusableAnswer", said(unusable));
        }
        Throwable without = innermost(error, NoCredentials.class);
        Throwable network = innermost(error, IOException.class);
        if (without != null && network == null) {
            return new Failure(Sort.SIGNED_OUT, "", said(without));
        }
        if (network != null) {
            return new Failure(Sort.UNANSWERED, network.getClass().getSimpleName(), said(network));
        }
        // A body that was cut off reads like one that is wrong: it is asked for again.
        boolean mayHeal = error instanceof SdkClientException client
                && (client.retryable() || innermost(error, XMLStreamException.class) != null);
        return new Failure(
                mayHeal ? Sort.TRANSIENT : Sort.PERMANENT, error.getClass().getSimpleName(), said(error));
    }

    private static String bucket(@Nullable AwsErrorDetails details) {
        if (details == null || details.rawResponse() == null) {
            return "";
        }
        Matcher name = BUCKET.matcher(details.rawResponse().asUtf8String());
        return name.find() ? " (" + name.group(1) + ")" : "";
    }

    private static Text said(Throwable error) {
        return error.getMessage() == null ? Text.EMPTY : Said.by(error).map(AwsFailures::words);
    }

    private static String words(@Nullable String message) {
        return message == null ? "" : NOISE.matcher(message).replaceAll("").strip();
    }

    private static Sort sort(AwsServiceException refused, String code, String message) {
        if (refused.isThrottlingException()) {
            return Sort.THROTTLED;
        } else if (NOT_SUBSCRIBED.contains(code)) {
            return Sort.PERMANENT;
        } else if (SIGNED_OUT.contains(code)
                || SKEWED.contains(code)
                || (code.equals("AuthFailure") && message.contains(UNKNOWN_TO_EC2))) {
            return Sort.SIGNED_OUT;
        } else if (BARRED.contains(code)) {
            return Sort.BARRED;
        } else if (DENIED.contains(code) || refused.statusCode() == UNAUTHORIZED || refused.statusCode() == FORBIDDEN) {
            return BARRING.matcher(message).find() ? Sort.BARRED : Sort.DENIED;
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
