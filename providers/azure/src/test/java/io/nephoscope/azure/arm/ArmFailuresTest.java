package io.nephoscope.azure.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.exception.ClientAuthenticationException;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Failure.Sort;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmFailuresTest {
    private final ArmFailures reader = new ArmFailures();

    private Failure read(int status, String body, Map<String, String> headers) {
        return reader.read(ErrorBody.read(status, body, name -> headers.getOrDefault(name, "")));
    }

    @ParameterizedTest
    @CsvSource({
        "401, InvalidAuthenticationToken, SIGNED_OUT",
        "401, ExpiredAuthenticationToken, SIGNED_OUT",
        "401, AuthenticationFailed, SIGNED_OUT",
        "403, DenyAssignmentAuthorizationFailed, BARRED",
        "403, RequestDisallowedByPolicy, BARRED",
        "403, AuthorizationFailed, DENIED",
        "404, ResourceNotFound, GONE",
        "404, NotFound, GONE",
        "404, SubscriptionNotFound, PERMANENT",
        "400, InvalidApiVersionParameter, PERMANENT",
        "408, RequestTimeout, TRANSIENT",
        "409, MissingSubscriptionRegistration, PERMANENT",
        "429, TooManyRequests, THROTTLED",
        "400, RateLimiting, THROTTLED",
        "500, InternalServerError, TRANSIENT",
        "501, NotImplemented, PERMANENT",
        "503, ServerBusy, TRANSIENT"
    })
    void statusAndCodeSayWhatToDo(int status, String code, Sort sort) {
        Failure failure = read(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"No.\"}}", Map.of());

        assertThat(failure.sort()).isEqualTo(sort);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.message().en()).isEqualTo("No.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Code':'Forbidden','Message':'Not yours.'}|Forbidden|Not yours.",
                "{'odata.error':{'code':'Denied','message':{'lang':'en','value':'Not yours.'}}}|Denied|Not yours.",
                "{'error':{'code':'no code at all <b>','message':'Not yours.'}}|HTTP 403|Not yours.",
                "<html><body>Forbidden</body></html>|HTTP 403|''",
                "[1, 2]|HTTP 403|''",
                "{'error':'text'}|HTTP 403|''"
            })
    void errorsAreReadInEveryShapeInWhichTheyCome(String body, String code, String message) {
        Failure failure = read(403, body.replace('\'', '"'), Map.of());

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.message().en()).isEqualTo(message);
        assertThat(failure.sort()).isEqualTo(Sort.DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 17, 17",
        "x-ms-user-quota-resets-after, 00:00:05, 5",
        "x-ms-user-quota-resets-after, 00:01:30, 90"
    })
    void whenToComeBackIsReadFromTheHeaders(String header, String value, int seconds) {
        assertThat(read(429, "{}", Map.of(header, value)).retryAfter()).hasValue(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "9999999999", "'Wed, 21 Oct 2026 07:28:00 GMT'"})
    void whatIsNoTimeIsNone(String value) {
        assertThat(read(429, "{}", Map.of("Retry-After", value)).retryAfter()).isEmpty();
    }

    @Test
    void theSameErrorReadsTheSameTwice() {
        String message = "AADSTS700016: Application was not found. Trace ID: 0f1e2d3c-aaaa-bbbb-cccc-0123456789ab"
                + " Correlation ID: 12345678-aaaa-bbbb-cccc-0123456789ab Timestamp: 2026-01-01 00:00:00Z";

        Failure failure = reader.read(new ClientAuthenticationException(message, null));

        assertThat(failure)
                .isEqualTo(new Failure(
                        Sort.SIGNED_OUT,
                        "SignIn",
                        Text.quoted("AADSTS700016: Application was not found."),
                        Optional.empty()));
    }

    @Test
    void aDenyAssignmentStandsInTheWayWhateverIsGranted() {
        Failure failure = read(
                403,
                "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"The client has permission to perform action"
                        + " 'Microsoft.Compute/disks/read'; however, the access is denied because of the deny assignment"
                        + " with name 'Locked' at scope '/subscriptions/1'.\"}}",
                Map.of());

        assertThat(failure.sort()).isEqualTo(Sort.BARRED);
        assertThat(failure.message().en()).contains("deny assignment with name 'Locked'");
    }

    @Test
    void aTokenThatIsNotOfThisTimeBlamesTheClock() {
        Failure failure = reader.read(new ClientAuthenticationException(
                "AADSTS700024: Client assertion is not within its valid time range.", null));

        assertThat(failure.sort()).isEqualTo(Sort.SIGNED_OUT);
        assertThat(failure.message().en()).startsWith("the clock here and the provider's differ: AADSTS700024");
    }

    @Test
    void aBrokenConnectionIsNoAnswerHoweverDeepItLies() {
        Failure failure = reader.read(new IllegalStateException(new RuntimeException(new IOException("reset"))));

        assertThat(failure.sort()).isEqualTo(Sort.UNANSWERED);
        assertThat(failure.message().en()).isEqualTo("reset");
    }
}
