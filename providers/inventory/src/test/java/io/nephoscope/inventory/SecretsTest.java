package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            export KEY=AKIAIOSFODNN7EXAMPLE ;            | export KEY=AKIA[redacted] ;
            ASIAIOSFODNN7EXAMPLE/20260101/us-east-1      | ASIA[redacted]/20260101/us-east-1
            id LTAI5tAbCdEfGhIjKlMnOpQr end              | id LTAI[redacted] end
            jdbc:mysql://db/x?user=u&password=hunter2x   | jdbc:mysql://db/x?user=u&password=[redacted]
            aws_secret_access_key = wJalrXUtnFEMI/K7MDEN | aws_secret_access_key = [redacted]
            DB_PASSWD="s3cret!!" echo                    | DB_PASSWD="[redacted]" echo
            https://x/?X-Amz-Security-Token=FwoGZXIvYXdz&X-Amz-Signature=0badcafe&a=b | https://x/?X-Amz-Security-Token=[redacted]&X-Amz-Signature=[redacted]&a=b
            AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY | AKIA[redacted]
            AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA Gu5t9xGARNpq86cd98joQYCN3EXAMPLE | AKID[redacted]
            key JDC_0123456789ABCDEF0123456789AB of JD    | key JDC_[redacted] of JD
            ak HPUAABCDEFGHIJKLMNOP sk                   | ak HPUA[redacted] sk
            ghp_0123456789abcdefghijABCDEFGHIJ012345     | ghp_[redacted]
            github_pat_11ABCDEFG0123456789_abcdefghij    | github_pat_[redacted]
            glpat-0123456789abcdefghij                   | glpat-[redacted]
            xoxb-123456789012-abcdefABCDEF               | xoxb-[redacted]
            https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXX | https://hooks.slack.com/services/[redacted]
            sk_live_0123456789abcdefghijABCD             | sk_live_[redacted]
            a eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K27 b | a eyJ[redacted] b
            FwoGZXIvYXdzEBYaDHqa0AP0123456789abcdefghijklmnopqrstuv | FwoG[redacted]
            postgres://app:hunter2@db.example:5432/app   | postgres://app:[redacted]@db.example:5432/app
            redis://:p@ss@cache.example                  | redis://:[redacted]@cache.example
            Authorization: Basic dXNlcjpodW50ZXIy        | Authorization: Basic [redacted]
            Authorization: AWS4-HMAC-SHA256 Credential=A/20260101/x, SignedHeaders=host, Signature=0badcafe | Authorization: AWS4-HMAC-SHA256 [redacted]
            {"Authorization": "Bearer abc.def"}          | {"Authorization": "Bearer [redacted]"}
            curl -H Bearer 0123456789abcdefXYZ           | curl -H Bearer [redacted]
            https://a.blob.core.windows.net/c?sv=2022&sig=abc%2Fdef%3D&se=2026 | https://a.blob.core.windows.net/c?sv=2022&sig=[redacted]&se=2026
            AccountName=a;AccountKey=Zm9vYmFyYmF6cXV4Cg==;EndpointSuffix=x | AccountName=a;AccountKey=[redacted];EndpointSuffix=x
            Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccessKey=abcd1234= | Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccessKey=[redacted]
            Server=x;User Id=sa;Password=hunter2;        | Server=x;User Id=sa;Password=[redacted];
            {"user":"a","password":"correct horse","x":1} | {"user":"a","password":"[redacted]","x":1}
            {\\"password\\": \\"hunter2\\", \\"x\\": 1} | {\\"password\\": \\"[redacted]\\", \\"x\\": 1}
            db_password: hunter                          | db_password: [redacted]
            the password: hunter2 was sent               | the password: [redacted] was sent
            X-Auth-Token: 0badcafe                       | X-Auth-Token: [redacted]
            <MasterUserPassword>hunter2</MasterUserPassword> | <MasterUserPassword>[redacted]</MasterUserPassword>
            mysql --user root --password hunter2 db      | mysql --user root --password [redacted] db
            mysql --password=hunter2 db                  | mysql --password=[redacted] db
            DB_PASS=hunter2                              | DB_PASS=[redacted]
            PASSWORD_DB=hunter2                          | PASSWORD_DB=[redacted]
            """)
    void whatLooksLikeASecretIsTakenOutAndWhatStandsBeforeItStays(String text, String masked) {
        assertThat(Secrets.mask(text)).isEqualTo(masked);
    }

    @Test
    void aPrivateKeyIsTakenOutWholeAlsoWhereItsEndIsMissing() {
        String block =
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIE+a/b==\n-----END RSA PRIVATE KEY-----";

        assertThat(Secrets.mask("a " + block + " b " + block))
                .isEqualTo("a -----BEGIN RSA PRIVATE KEY-----[redacted]-----END RSA PRIVATE KEY----- b "
                        + "-----BEGIN RSA PRIVATE KEY-----[redacted]-----END RSA PRIVATE KEY-----");
        assertThat(Secrets.mask("-----BEGIN PRIVATE KEY-----\nMIIE"))
                .isEqualTo("-----BEGIN PRIVATE KEY-----[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AKIAIOSFODNN7EXAMPLE",
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf",
                "arn:aws:iam::123456789012:user/AKIA",
                "secretsmanager:GetSecretValue",
                "the password policy = ok",
                "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----",
                "{\"Effect\":\"Allow\",\"Action\":\"sts:GetSessionToken\"}",
                "token=\"\"",
                "AKIA[redacted]",
                "PasswordPolicy: MinimumPasswordLength=14",
                "password_enabled=true, password_last_changed=2026-01-01T00:00:00Z",
                "access_key_1_last_rotated=2026-01-01, access_key_1_active=false",
                "ExpiredToken: The security token included in the request is expired",
                "InvalidClientTokenId: The security token included in the request is invalid",
                "\"Action\": [\"secretsmanager:GetSecretValue\", \"ssm:GetParameters\"]",
                "\"aws:TokenIssueTime\": \"2026-01-01T00:00:00Z\"",
                "\"SecretArn\": \"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf\"",
                "{\"secret\": \"true\", \"token\": \"\", \"password\": null, \"credentials\": {}}",
                "HttpTokens: required, HttpTokens=required",
                "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "https://sqs.eu-west-1.amazonaws.com:443/123456789012/q@home",
                "git@github.com:a/b.git",
                "the skill desk-top-is-named-like-this-and-so-on",
                "passenger=somebody, compass=north, bypass=never",
                "{\"NextToken\":\"0123456789\"}",
                "Basic internationalisation of words",
                "Authorization failed: the user is not authorised to do that",
                "glue-job-of-the-department-of-weather"
            })
    void everyOtherTextStaysAsItIs(String text) {
        assertThat(Secrets.mask(text)).isEqualTo(text);
    }

    @Test
    void whatIsMaskedTwiceIsMaskedOnce() {
        String masked = Secrets.mask("token=abcdefgh -----BEGIN PRIVATE KEY-----x x=AKIAIOSFODNN7EXAMPLE");

        assertThat(Secrets.mask(masked)).isEqualTo(masked);
    }

    @Test
    void aLongSecretIsTakenOutWhole() {
        String longOne = "x".repeat(3_000) + "\\\"y";

        assertThat(Secrets.mask("{\"password\":\"" + longOne + "\"}")).isEqualTo("{\"password\":\"[redacted]\"}");
        assertThat(Secrets.mask("password='" + "\\'".repeat(1_500) + "' z")).isEqualTo("password='[redacted]' z");
    }

    @ParameterizedTest
    @CsvSource({
        "password, hunter2, [redacted]",
        "DB_PASSWORD, x, [redacted]",
        "app.client-secret, hunter2, [redacted]",
        "apiKey, hunter2, [redacted]",
        "db/pass, hunter2, [redacted]",
        "GITHUB_TOKEN, hunter2, [redacted]",
        "password, true, true",
        "password-policy, strict, strict",
        "PasswordLastUsed, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "HttpTokens, required, required",
        "SecretArn, arn:aws:x, arn:aws:x",
        "KmsKeyId, 1234, 1234",
        "owner, hunter2, hunter2",
        "note, token=0badcafe, token=[redacted]",
        "compass, north, north"
    })
    void aNameTellsThatItsValueIsASecret(String name, String value, String masked) {
        assertThat(Secrets.mask(name, value)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN A PRIVATE KEY ",
                "-----BEGIN PRIVATE KEY-----",
                "password",
                "password=",
                "password: a ",
                "\"password\": \"\\",
                "password='",
                "--secret",
                "--",
                "<password>",
                "eyJ",
                "eyJaaaaaaaa.",
                "://",
                "://a:",
                "://a:b",
                "Authorization: ",
                "Authorization: a",
                "Bearer ",
                "Basic a",
                "a=",
                "_",
                "-",
                "gh",
                "FwoG",
                " ",
                "key",
                "\\",
                "\"",
                "AKIA"
            })
    void aTextThatIsMadeToBeSlowIsNot(String part) {
        String text = part.repeat(500_000 / part.length()) + " = ";

        assertThat(Secrets.mask(text)).isNotEmpty();
    }
}
