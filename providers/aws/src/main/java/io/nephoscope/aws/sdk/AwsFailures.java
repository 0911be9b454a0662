package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
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
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "KMS.AccessDeniedException",
            "NotAuthorized",
            "OptInRequired",
            "SignatureDoesNotMatch",
            "UnauthorizedAccess",
            "UnauthorizedOperation",
            "UnrecognizedClientException");

    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    @Override
    public Failure read(Throwable error) {
        if (error instanceof AwsServiceException refused) {
            AwsErrorDetails details = refused.awsErrorDetails();
            String code = details == null || details.errorCode() == null ? "" : details.errorCode();
            String message = details == null || details.errorMessage() == null ? "" : details.errorMessage();
            return new Failure(sort(refused, code), code.isEmpty() ? "HTTP " + refused.statusCode() : code, message);
        }
        Optional<Throwable> network = causes(error, IOException.class);
        if (network.isPresent()) {
            Throwable root = network.get();
            return new Failure(Sort.TRANSIENT, root.getClass().getSimpleName(), String.valueOf(root.getMessage()));
        }
        boolean mayHeal = error instanceof SdkClientException client && client.retryable();
        return new Failure(
                mayHeal ? Sort.TRANSIENT : Sort.PERMANENT,
                error.getClass().getSimpleName(),
                String.valueOf(error.getMessage()));
    }

    private static Sort sort(AwsServiceException refused, String code) {
        if (refused.isThrottlingException()) {
            return Sort.THROTTLED;
        } else if (DENIED.contains(code) || refused.statusCode() == FORBIDDEN) {
            return Sort.DENIED;
        }
        boolean serverError = refused.statusCode() >= SERVER_ERROR && refused.statusCode() != NOT_IMPLEMENTED;
        return serverError || code.equals("RequestTimeout") ? Sort.TRANSIENT : Sort.PERMANENT;
    }

    /** The innermost cause of a type. */
    private static Optional<Throwable> causes(Throwable error, Class<? extends Throwable> type) {
        Optional<Throwable> found = Optional.empty();
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                found = Optional.of(at);
            }
        }
        return found;
    }
}
