package io.nephoscope.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialReportTest {
    private static final Operation GET = Operation.of("iam", "GetCredentialReport", "iam:GetCredentialReport");
    private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
            + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
            + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n";
    private static final String NO_KEYS = ",false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";
    private static final String ROOT = "<root_account>,arn:aws:iam::123456789012:root,2020-01-01T00:00:00+00:00,"
            + "not_supported,2026-01-01T10:00:00+00:00,not_supported,not_supported,true" + NO_KEYS;

    private static CredentialReport parse(String rows) throws IOException {
        return CredentialReport.parse(HEADER + rows, "2026-11-20T08:00:00Z", GET);
    }

    private static String arn(String user) {
        return "arn:aws:iam::123456789012:user/" + user;
    }

    private static String row(String user, String password) {
        return user + "," + arn(user) + ",2026-01-01T00:00:00+00:00," + password + NO_KEYS;
    }

    @Test
    void cellsHaveTheTypesOfTheirColumns() throws IOException {
        Doc anna = parse("anna," + arn("anna") + ",2026-01-01T02:00:00+02:00,true,no_information,"
                        + "2026-02-01T00:00:00+00:00,N/A,false,true,2026-03-01T00:00:00+00:00,"
                        + "2026-04-01T00:00:00+00:00,eu-west-1,s3,FALSE,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n")
                .ofUser(arn("anna"))
                .orElseThrow();
        assertThat(anna.get("user_creation_time")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(anna.get("password_enabled")).isEqualTo(true);
        assertThat(anna.get("password_last_used")).isEqualTo(Absent.ABSENT);
        assertThat(anna.get("password_next_rotation")).isEqualTo(Absent.ABSENT);
        assertThat(anna.get("mfa_active")).isEqualTo(false);
        assertThat(anna.get("access_key_1_last_used_service")).isEqualTo("s3");
        assertThat(anna.get("access_key_2_active")).isEqualTo(false);
        assertThat(anna.get("GeneratedTime")).isEqualTo("2026-11-20T08:00:00Z");
    }

    @Test
    void theRootRowIsTheAccountsAndNoUser() throws IOException {
        CredentialReport report = parse(ROOT + row("anna", "true,N/A,N/A,N/A,true"));
        assertThat(report.ofRoot().orElseThrow().get("mfa_active")).isEqualTo(true);
        assertThat(report.ofRoot().orElseThrow().get("password_enabled")).isEqualTo(Absent.ABSENT);
        assertThat(report.usersWithPassword()).contains(1L);
        assertThat(parse(ROOT).usersWithPassword()).contains(0L);
    }

    @Test
    void namesMayHoldCommasWhereTheyAreQuoted() throws IOException {
        String row = "\"a,b\",\"" + arn("a,b") + "\",2026-01-01T00:00:00+00:00,true,N/A,N/A,N/A,true" + NO_KEYS;
        assertThat(parse(row).ofUser(arn("a,b")).orElseThrow().get("user")).isEqualTo("a,b");
    }

    @Test
    void aRowThatDoesNotFitTheHeaderCostsThatRowOnly() throws IOException {
        CredentialReport report = parse(row("a,b", "true,N/A,N/A,N/A,true") + row("anna", "true,N/A,N/A,N/A,true"));
        assertThat(report.ofUser(arn("a,b"))).isEmpty();
        assertThat(report.ofUser(arn("anna"))).isPresent();
        assertThat(report.usersWithPassword()).isEmpty();
    }

    @Test
    void aCellThatCannotBeReadIsUnknownAndSaysWhatItHeld() throws IOException {
        CredentialReport report = parse(row("anna", "perhaps,yesterday,N/A,N/A,true"));
        Doc anna = report.ofUser(arn("anna")).orElseThrow();
        assertThat(anna.get("password_enabled"))
                .isInstanceOf(Unknown.class)
                .asString()
                .contains("perhaps");
        assertThat(anna.get("password_last_used")).isInstanceOf(Unknown.class);
        assertThat(report.usersWithPassword()).isEmpty();
    }

    @Test
    void whatACellHeldIsToldOnOneLine() throws IOException {
        Doc anna = parse(row("anna", "\"per\u0007\nhaps\",N/A,N/A,N/A,true"))
                .ofUser(arn("anna"))
                .orElseThrow();
        assertThat(((Unknown) anna.get("password_enabled")).causes())
                .extracting(cause -> cause.message().en())
                .containsExactly("the credential report says \"per haps\" in the column password_enabled");
    }

    @Test
    void columnsAreFoundByNameAndNewOnesAreKept() throws IOException {
        CredentialReport report = CredentialReport.parse(
                "arn,mfa_active,passkeys,user\n" + arn("anna") + ",true,2,anna\n", "2026-11-20T08:00:00Z", GET);
        Doc anna = report.ofUser(arn("anna")).orElseThrow();
        assertThat(anna.get("mfa_active")).isEqualTo(true);
        assertThat(anna.get("passkeys")).isEqualTo("2");
        assertThat(anna.get("password_enabled")).isEqualTo(Absent.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "<html>sign in</html>", "\"user,arn\n", "\u0000\u0001\u0002"})
    void whatIsNoReportIsRefused(String text) {
        assertThatThrownBy(() -> CredentialReport.parse(text, "2026-11-20T08:00:00Z", GET))
                .isInstanceOf(IOException.class);
    }
}
