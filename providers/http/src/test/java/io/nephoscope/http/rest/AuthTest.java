package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests say who asks, by the names of signers. */
class AuthTest {
    private static final Map<String, String> SETTINGS =
            Map.of("user", "reader", "password", "pass:word", "key", "AKID", "secret", "s3cr3t-k3y");

    private static Replies signedBy(String auth) {
        return new Replies("""
                service: hill
                settings: {user: {ask: u}, password: {ask: p, secret: true}, key: {ask: k}, secret: {ask: s, secret: true}}
                url: "https://hill.example"
                headers: {X-Action: "{action}", X-Version: "{version}"}
                auth: %s
                calls:
                  self: {get: "/{region}/self", version: "2026-01-01"}
                """.formatted(auth), SETTINGS);
    }

    private static Request sent(String auth) {
        try (Replies hill = signedBy(auth).bodies("{}")) {
            assertThat(hill.one("self", Map.of())).isEqualTo("value {}");
            return hill.asked.get(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: basic, user: $user, password: $password} | Basic cmVhZGVyOnBhc3M6d29yZA==",
                "{kind: bearer, token: $secret} | Bearer s3cr3t-k3y",
                "{kind: header, name: Authorization, prefix: 'Token ', value: $secret} | Token s3cr3t-k3y"
            })
    void aHeaderSaysWhoAsks(String auth, String header) {
        assertThat(sent(auth).headers()).containsEntry("authorization", header);
    }

    @Test
    void aParameterSaysWhoAsks() {
        assertThat(sent("{kind: query, name: key, value: $secret}").query()).containsEntry("key", "s3cr3t-k3y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: sigv4, access: $key, secret: $secret} | AWS4-HMAC-SHA256 Credential=AKID/\\d{8}/north/hill/aws4_request, .*",
                "{kind: sigv4, access: $key, secret: $secret, service: es, region: east}"
                        + " | AWS4-HMAC-SHA256 Credential=AKID/\\d{8}/east/es/aws4_request, .*",
                "{kind: jdcloud2, access: $key, secret: $secret}"
                        + " | JDCLOUD2-HMAC-SHA256 Credential=AKID/\\d{8}/north/hill/jdcloud2_request, .*",
                "{kind: tc3, access: $key, secret: $secret, service: cvm}"
                        + " | TC3-HMAC-SHA256 Credential=AKID/\\d{4}-\\d\\d-\\d\\d/cvm/tc3_request, .*",
                "{kind: acs3, access: $key, secret: $secret} | ACS3-HMAC-SHA256 Credential=AKID,SignedHeaders=host;x-acs-.*",
                "{kind: sdk-hmac-sha256, access: $key, secret: $secret}"
                        + " | SDK-HMAC-SHA256 Access=AKID, SignedHeaders=host;x-action;x-sdk-date;x-version, .*"
            })
    void aSignatureIsForTheServiceAndTheRegionOfTheCall(String auth, String header) {
        assertThat(sent(auth).headers().get("authorization")).matches(header);
    }

    @Test
    void whatIsCalledAndItsVersionMayStandInHeaders() {
        assertThat(sent("{kind: none}").headers())
                .containsEntry("x-action", "self")
                .containsEntry("x-version", "2026-01-01");
    }

    @Test
    void aClientsCredentialsGetAToken() {
        try (Replies hill = signedBy("{kind: oauth2, post: /token, client: $user, secret: $password, scope: read}")) {
            hill.answer(request -> request.path().equals("/token")
                    ? Replies.ok("{\"access_token\":\"token-of-oauth\",\"token_type\":\"bearer\"}")
                    : Replies.ok("{}"));
            assertThat(hill.one("self", Map.of())).isEqualTo("value {}");
            assertThat(hill.one("self", Map.of())).isEqualTo("value {}");
            assertThat(hill.asked).extracting(Request::path).containsExactly("/token", "/north/self", "/north/self");
            assertThat(hill.asked.get(0).body())
                    .isEqualTo("grant_type=client_credentials&client_id=reader&client_secret=pass%3Aword&scope=read");
            assertThat(hill.asked.get(1).headers()).containsEntry("authorization", "Bearer token-of-oauth");
        }
    }

    @Test
    void aLoginThatLeadsToNoPathIsSaid() {
        assertThatThrownBy(() -> signedBy("{kind: login, post: login, token: token}"))
                .hasMessageEndingWith("field auth.post: a path begins with a slash and has no question mark;"
                        + " parameters go into with.");
        try (Replies hill = signedBy("{kind: login, post: $user, token: token}")) {
            assertThat(hill.one("self", Map.of()))
                    .isEqualTo(
                            "failed UnusableAnswer: not sent, since the path of the login does not begin with a slash");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {} | failed UnusableAnswer: the answer to the login holds no token",
                "200 | <html> | failed UnusableAnswer: the answer to the login is no JSON",
                "401 | {} | signed_out LoginRefused: the login was refused with HTTP 401",
                "503 | {} | failed LoginRefused: the login was refused with HTTP 503"
            })
    void aLoginThatFailsIsAFailedCall(int status, String body, String ending) {
        try (Replies hill = signedBy("{kind: login, post: /login, token: token}")) {
            hill.answer(request -> new Reply(status, Map.of(), body));
            assertThat(hill.one("self", Map.of())).isEqualTo(ending);
        }
    }
}
