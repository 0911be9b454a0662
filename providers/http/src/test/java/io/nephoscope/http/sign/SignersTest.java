package io.nephoscope.http.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests whose signatures are known: from the clouds' own kits, or from their documents. */
class SignersTest {
    private static String authorization(Request signed) {
        return signed.headers().getOrDefault("authorization", "");
    }

    @Test
    void jdCloudsKitSignsThisRequestSo() {
        AccessKey key = new AccessKey("AKEXAMPLE0000000000000000000000", "SKEXAMPLE", Optional.empty());
        Request request = Request.get(
                URI.create("http://127.0.0.1:33437"),
                "/v1/regions/cn-north-1/instances",
                Map.of(
                        "pageNumber", "1",
                        "pageSize", "100",
                        "filters.1.name", "status",
                        "filters.1.operator", "eq",
                        "filters.1.values.1", "running",
                        "filters.1.values.2", "stopped"));

        Request signed = new Jdcloud2Signer(key, "cn-north-1", "vm", () -> "a09993ab-4f10-4699-8c71-cdc775fbac8c")
                .sign(request, Instant.parse("2026-11-22T19:51:12Z"));

        assertThat(authorization(signed))
                .isEqualTo("JDCLOUD2-HMAC-SHA256"
                        + " Credential=AKEXAMPLE0000000000000000000000/20261122/cn-north-1/vm/jdcloud2_request,"
                        + " SignedHeaders=content-type;host;x-jdcloud-date;x-jdcloud-nonce,"
                        + " Signature=9bea0fa37b4cd6ca9d50b74383d5877db23cb1296ce1330cdece406c8ca6ad1b");
    }

    @Test
    void tencentsKitSignsThisRequestSo() {
        AccessKey key = new AccessKey("AKIDEXAMPLE", "SECRETEXAMPLE", Optional.empty());
        Request request = Request.readByPost(
                        URI.create("http://127.0.0.1:34307"), "/", Map.of(), "{\"Limit\":100,\"Offset\":0}")
                .with("content-type", "application/json; charset=utf-8")
                .with("x-tc-action", "DescribeInstances");

        Request signed = new Tc3Signer(key, "127").sign(request, Instant.ofEpochSecond(1_795_377_642L));

        assertThat(authorization(signed))
                .isEqualTo("TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2026-11-22/127/tc3_request,"
                        + " SignedHeaders=content-type;host,"
                        + " Signature=3aa8f3bdfeedc37a3105052450007033fd292b2a328a87b96333ec7b44df2af8");
    }

    /** The vector names no keys: the same as for Tencent's. */
    @Test
    void huaweisKitSignsThisRequestSo() {
        AccessKey key = new AccessKey("AKIDEXAMPLE", "SECRETEXAMPLE", Optional.empty());
        Request request = Request.get(
                        URI.create("http://127.0.0.1:34567"),
                        "/v1/resource-manager/domains/dom1/all-resources",
                        Map.of("limit", "200"))
                .with("user-agent", "huaweicloud-usdk-java/3.0")
                .with("x-domain-id", "dom1");

        Request signed = new SdkHmacSigner(key).sign(request, Instant.parse("2026-11-22T20:09:48Z"));

        assertThat(authorization(signed))
                .isEqualTo("SDK-HMAC-SHA256 Access=AKIDEXAMPLE,"
                        + " SignedHeaders=host;user-agent;x-domain-id;x-sdk-date,"
                        + " Signature=b8e4068a4e6ce70317da4c31fa6c58758786fecefaf0e8df4d388550c7f12333");
    }

    @Test
    void alibabasKitSignsThisRequestSo() {
        AccessKey key = new AccessKey("AKIDEXAMPLE", "SECRETEXAMPLE", Optional.empty());
        Request request = Request.readByPost(
                        URI.create("http://127.0.0.1:34307"),
                        "/",
                        Map.of(
                                "Filter.1.Key", "ResourceType",
                                "Filter.1.Value.1", "ACS::ECS::Instance",
                                "MaxResults", "100"),
                        "")
                .with("x-acs-action", "SearchResources")
                .with("x-acs-credentials-provider", "static_ak")
                .with("x-acs-version", "2022-12-01");

        Request signed = new Acs3Signer(key, () -> "d4e3e111bdf637b183b202eac28efdcc")
                .sign(request, Instant.parse("2026-11-22T20:00:41Z"));

        assertThat(authorization(signed))
                .endsWith("Signature=66a0dfe9df688e071bab796a4782891c7ffd5f2e7184b9ea2114a5dfa1415ca0");
    }

    /** The request "get-vanilla" of the test suite that AWS gives out. */
    @Test
    void awsSignsThisRequestSo() {
        AccessKey key = new AccessKey("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Optional.empty());
        Request request = Request.get(URI.create("https://example.amazonaws.com"), "/", Map.of());

        Request signed =
                new Sigv4Signer(key, "us-east-1", "service").sign(request, Instant.parse("2015-08-30T12:36:00Z"));

        assertThat(authorization(signed))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                        + " SignedHeaders=host;x-amz-date,"
                        + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    /** Signed by botocore 1.43: a path is signed as it is sent, and once more encoded but for S3. */
    @ParameterizedTest
    @CsvSource({
        "es, /v1/a%2Fb%20c/d%3Ae, 56c4cda01da0311c0f92027f12cbb5237ac96a95fa7c4b82714685248f9ba828",
        "s3, /v1/a%2Fb%20c, 4a8a84a88868e4fd486b74e6803b9e49c3a7d6a084bf3d3b7a9189b5fe8836e8"
    })
    void awsSignsANameThatHoldsASlashSo(String service, String path, String signature) {
        AccessKey key = new AccessKey("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Optional.empty());
        Request request = new Request("GET", URI.create("https://example.amazonaws.com"), path, Map.of(), Map.of(), "");

        Request signed =
                new Sigv4Signer(key, "us-east-1", service).sign(request, Instant.parse("2015-08-30T12:36:00Z"));

        assertThat(authorization(signed)).endsWith(", Signature=" + signature);
    }

    @Test
    void noTextOfAKeyHoldsItsSecret() {
        assertThat(new AccessKey("id", "hidden-secret", Optional.of("hidden-token")).toString())
                .isEqualTo("id");
    }
}
