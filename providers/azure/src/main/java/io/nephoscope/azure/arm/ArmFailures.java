package io.nephoscope.azure.arm;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import com.microsoft.aad.msal4j.MsalServiceException;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the errors of the Resource Manager and of its credentials mean. */
public final class ArmFailures implements Failure.Reader {
    /** The codes by which it says that the subscription does not have the service, or the cloud does not: nothing to grant. */
    static final Set<String> NOT_REGISTERED = Set.of(
            "InvalidResourceNamespace",
            "InvalidResourceType",
            "MissingSubscriptionRegistration",
            "SubscriptionNotRegistered");

    private static final Set<String> THROTTLED =
            Set.of("RateLimiting", "SubscriptionRequestsThrottled", "TooManyRequests");

    /** The codes by which nobody may, whatever role is assigned: a deny assignment, a policy, Azure itself. */
    private static final Set<String> BARRED =
            Set.of("DenyAssignmentAuthorizationFailed", "RequestDisallowedByAzure", "RequestDisallowedByPolicy");

    /** Where a deny assignment stands in the way, the older words name it behind the code of any other refusal. */
    private static final Pattern DENY_ASSIGNMENT = Pattern.compile("deny assignment", Pattern.CASE_INSENSITIVE);

    /** What a sign-in says where not the credential is wrong but the time at which it was used. */
    private static final Pattern OF_ANOTHER_TIME =
            Pattern.compile("AADSTS(?:500133|700024)\\b|\\bnot yet valid\\b", Pattern.CASE_INSENSITIVE);

    /** The codes by which it says that a resource is not there, or what it lies in. */
    private static final Set<String> GONE =
            Set.of("NotFound", "ParentResourceNotFound", "ResourceGroupNotFound", "ResourceNotFound");

    /** What differs from one try to the next. */
    private static final Pattern NOISE = Pattern.compile(
            "\\R.*"
                    + "|\\s*[(\\[]?\\b(?:Trace|Tracking|Correlation|Activity|Request|Operation) ?Id(?:entifier)?\\b\\s*[:=]?\\s*"
                    + "'?[0-9a-f-]{8,}'?[)\\].,;]*"
                    + "|\\s*\\bTimestamp:\\s*[0-9T:.Z -]{10,}"
                    + "|\\s*with http body:.*"
                    + "|\\s*To (?:troubleshoot, visit|mitigate this issue).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String SIGN_IN = "SignIn";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    @Override
    public Failure read(Throwable error) {
        if (error instanceof ArmException answered) {
            String code = answered.code().isEmpty() ? "HTTP " + answered.status() : answered.code();
            Sort sort = sort(answered);
            Text message = said(answered);
            return new Failure(sort, code, sort == Sort.SIGNED_OUT ? signIn(message) : message, answered.retryAfter());
        }
        if (innermost(error, MsalServiceException.class) instanceof MsalServiceException signIn) {
            int status = signIn.statusCode() == null ? UNAUTHORIZED : signIn.statusCode();
            Sort sort = status == TOO_MANY_REQUESTS
                    ? Sort.THROTTLED
                    : status >= SERVER_ERROR ? Sort.TRANSIENT : Sort.SIGNED_OUT;
            return new Failure(sort, SIGN_IN, signIn(said(signIn)));
        }
        Throwable none = innermost(error, CredentialUnavailableException.class);
        if (none != null) {
            return new Failure(Sort.SIGNED_OUT, SIGN_IN, said(none));
        }
        Throwable network = innermost(error, IOException.class);
        if (network != null) {
            return new Failure(Sort.UNANSWERED, network.getClass().getSimpleName(), said(network));
        }
        Throwable refused = innermost(error, ClientAuthenticationException.class);
        if (refused != null) {
            return new Failure(Sort.SIGNED_OUT, SIGN_IN, signIn(said(refused)));
        }
        return new Failure(Sort.PERMANENT, error.getClass().getSimpleName(), said(error));
    }

    private static Text said(Throwable error) {
        return error.getMessage() == null
                ? Text.EMPTY
                : Said.by(error)
                        .map(words -> NOISE.matcher(words).replaceAll("").strip());
    }

    private static Text signIn(Text words) {
        return OF_ANOTHER_TIME.matcher(words.en()).find() ? Failure.ofAnotherTime(words) : words;
    }

    private static Sort sort(ArmException answered) {
        int status = answered.status();
        if (status == TOO_MANY_REQUESTS || THROTTLED.contains(answered.code())) {
            return Sort.THROTTLED;
        } else if (status == UNAUTHORIZED) {
            return Sort.SIGNED_OUT;
        } else if (BARRED.contains(answered.code())) {
            return Sort.BARRED;
        } else if (status == FORBIDDEN) {
            String message = String.valueOf(answered.getMessage());
            return DENY_ASSIGNMENT.matcher(message).find() ? Sort.BARRED : Sort.DENIED;
        } else if (status == REQUEST_TIMEOUT || (status >= SERVER_ERROR && status != NOT_IMPLEMENTED)) {
            return Sort.TRANSIENT;
        }
        return status == NOT_FOUND && GONE.contains(answered.code()) ? Sort.GONE : Sort.PERMANENT;
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
