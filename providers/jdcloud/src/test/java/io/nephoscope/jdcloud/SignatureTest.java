package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.jdcloud.sdk.auth.Credentials;
import com.jdcloud.sdk.auth.sign.JdCloudSigner;
import com.jdcloud.sdk.http.DefaultSdkHttpFullRequest;
import com.jdcloud.sdk.http.SdkHttpMethod;
import io.nephoscope.http.Request;
import io.nephoscope.http.sign.AccessKey;
import io.nephoscope.http.sign.Jdcloud2Signer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests to JD Cloud that are odd to sign. */
class SignatureTest {
    private static final AccessKey KEY =
            new AccessKey("AKEXAMPLE0000000000000000000000", "SKEXAMPLE", Optional.empty());
    private static final URI HOST = URI.create("http://127.0.0.1:33437");
    private static final Instant TIME = Instant.parse("2026-11-22T19:51:12Z");
    private static final String NONCE = "a09993ab-4f10-4699-8c71-cdc775fbac8c";

    private static Request signed(Request request, AccessKey credentials) {
        return new Jdcloud2Signer(credentials, "cn-north-1", "vm", () -> NONCE).sign(request, TIME);
    }

    static Stream<Request> requests() {
        return Stream.of(
                Request.get(HOST, "/v1/regions/cn-north-1/vpcs/", Map.of("pageNumber", "1")),
                Request.get(HOST, "/v1/regions/cn-north-1/instances/i-1:describeBackupPolicy", Map.of()),
                Request.get(HOST, "/v1/subUser/小明/policies", Map.of("keyword", "a b*c~d/é")),
                new Request("GET", HOST, "/v1/subUser/a%2Fb%20c/policies", Map.of(), Map.of(), ""),
                Request.get(URI.create("https://vm.jdcloud-api.com"), "/v1/x", Map.of()),
                Request.get(URI.create("https://vm.jdcloud-api.com:443"), "/v1/x", Map.of()),
                Request.readByPost(HOST, "/v1/regions/cn-north-1/events", Map.of(), "{\"pageSize\":10}"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theSdkOfJdCloudSignsTheSameRequestTheSame(Request request) {
        JdCloudSigner oracle = new JdCloudSigner();
        oracle.setRegionName("cn-north-1");
        oracle.setServiceName("vm");
        oracle.setOverrideDate(Date.from(TIME));
        DefaultSdkHttpFullRequest.Builder copy = DefaultSdkHttpFullRequest.builder();
        copy.httpMethod(SdkHttpMethod.fromValue(request.method()));
        copy.endpoint(request.endpoint());
        copy.resourcePath(request.path());
        request.query().forEach(copy::queryParameter);
        copy.header("Content-Type", "application/json");
        copy.header("x-jdcloud-nonce", NONCE);
        copy.content(new ByteArrayInputStream(request.bodyBytes()));
        List<String> expected = oracle.sign(copy, new Credentials(KEY.id(), KEY.secret()))
                .getHeaders()
                .get("Authorization");

        assertThat(expected).containsExactly(signed(request, KEY).headers().get("authorization"));
    }

    @Test
    void aTokenTravelsInBase64BesideASignatureThatIsTheSame() {
        Request request = Request.get(HOST, "/v1/describeUser", Map.of());
        AccessKey temporary = new AccessKey(KEY.id(), KEY.secret(), Optional.of("token"));

        assertThat(signed(request, temporary).headers())
                .containsEntry("x-jdcloud-security-token", "dG9rZW4=")
                .containsEntry("authorization", signed(request, KEY).headers().get("authorization"));
    }

    @Test
    void noTextOfARequestOrOfCredentialsHoldsASecret() {
        Request request = signed(Request.get(HOST, "/v1/describeUser", Map.of()), KEY);

        assertThat(request.toString()).isEqualTo("GET http://127.0.0.1:33437/v1/describeUser");
        assertThat(KEY.toString()).doesNotContain("SKEXAMPLE");
    }
}
