package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            export KEY=AKIAIOSFODNN7EXAMPLE ;            | export KEY=AKIA[redacted] ;
            ASIAIOSFODNN7EXAMPLE/20260101/us-east-1      | ASIA[redacted]/20260101/us-east-1
            id LTAI5tAbCdEfGhIjKlMnOpQr end              | id LTAI[redacted] end
            jdbc:mysql://db/x?user=u&password=hunter2x   | jdbc:mysql://db/x?user=u&password=[redacted]
            aws_secret_access_key = wJalrXUtnFEMI/K7MDEN | aws_secret_access_key = [redacted]
            DB_PASSWD="s3cret!!" echo                    | DB_PASSWD="[redacted]" echo
            https://x/?X-Amz-Security-Token=FwoGZXIvYXdz&X-Amz-Signature=0badcafe&a=b | https://x/?X-Amz-Security-Token=[redacted]&X-Amz-Signature=[redacted]&a=b
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
                "AKIA[redacted]"
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
    void aTextThatIsMadeToBeSlowIsNot() {
        assertThat(Secrets.mask("-----BEGIN A PRIVATE KEY ".repeat(20_000))).hasSize(500_000);
        assertThat(Secrets.mask("password".repeat(50_000) + " = ")).hasSize(400_003);
    }
}
