package io.nephoscope.aws.identity;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * IAM's credential report: one row for each user, the columns under their own names, and the time at which IAM made it, since it
 * may be hours old.
 *
 * @param rows by ARN; a line that does not fit the header is none
 * @param isWhole whether every line fits
 */
public record CredentialReport(Map<String, Doc> rows, boolean isWhole) {
    /** The columns of a row. */
    public static final Schema.Struct ROW = struct(
            "aws.iam.credential_report",
            "GeneratedTime",
            TIMESTAMP,
            "user",
            STRING,
            "arn",
            STRING,
            "user_creation_time",
            TIMESTAMP,
            "password_enabled",
            BOOL,
            "password_last_used",
            TIMESTAMP,
            "password_last_changed",
            TIMESTAMP,
            "password_next_rotation",
            TIMESTAMP,
            "mfa_active",
            BOOL,
            "access_key_1_active",
            BOOL,
            "access_key_1_last_rotated",
            TIMESTAMP,
            "access_key_1_last_used_date",
            TIMESTAMP,
            "access_key_1_last_used_region",
            STRING,
            "access_key_1_last_used_service",
            STRING,
            "access_key_2_active",
            BOOL,
            "access_key_2_last_rotated",
            TIMESTAMP,
            "access_key_2_last_used_date",
            TIMESTAMP,
            "access_key_2_last_used_region",
            STRING,
            "access_key_2_last_used_service",
            STRING,
            "cert_1_active",
            BOOL,
            "cert_1_last_rotated",
            TIMESTAMP,
            "cert_2_active",
            BOOL,
            "cert_2_last_rotated",
            TIMESTAMP,
            "additional_credentials_info",
            STRING);

    private static final String ROOT = "<root_account>";
    private static final Set<String> NONE = Set.of("", "N/A", "no_information", "not_supported");

    /**
     * Reads a report.
     *
     * @param operation the call that brought it
     * @throws IOException where it is something else
     */
    public static CredentialReport parse(String csv, String generatedTime, Operation operation) throws IOException {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            List<CSVRecord> lines = parser.getRecords();
            List<String> header = lines.isEmpty() ? List.of() : lines.get(0).toList();
            if (!header.containsAll(List.of("user", "arn"))) {
                throw new IOException("no credential report");
            }
            Map<String, Doc> rows = new LinkedHashMap<>();
            for (CSVRecord line : lines.subList(1, lines.size())) {
                if (line.size() == header.size()) {
                    Doc row = row(header, line, generatedTime, operation);
                    rows.put(row.text("arn"), row);
                }
            }
            return new CredentialReport(rows, rows.size() == lines.size() - 1);
        } catch (UncheckedIOException e) {
            throw new IOException("no CSV", e);
        }
    }

    private static Doc row(List<String> header, CSVRecord line, String generatedTime, Operation operation) {
        Doc.Builder row = Doc.builder().put("GeneratedTime", generatedTime);
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cell(header.get(i), line.get(i), operation));
        }
        return row.build();
    }

    /** A cell that says that there is nothing is absent; one that cannot be read is unknown. */
    private static Object cell(String column, String text, Operation operation) {
        Schema schema = ROW.field(column).orElse(STRING);
        if (NONE.contains(text)) {
            return Absent.ABSENT;
        } else if (schema == BOOL) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> unreadable(column, text, operation);
            };
        }
        return schema == TIMESTAMP ? time(column, text, operation) : text;
    }

    private static Object time(String column, String text, Operation operation) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException e) {
            return unreadable(column, text, operation);
        }
    }

    private static Unknown unreadable(String column, String text, Operation operation) {
        return Unknown.because(new Cause(
                operation.call(),
                Status.FAILED,
                operation.permission(),
                Text.of("the credential report says \"{0}\" in the column {1}", "凭证报告的 {1} 列给出“{0}”", text, column)
                        .map(Failure::line)));
    }

    public Optional<Doc> ofUser(String arn) {
        return Optional.ofNullable(rows.get(arn));
    }

    public Optional<Doc> ofRoot() {
        return rows.values().stream()
                .filter(row -> row.text("user").equals(ROOT))
                .findFirst();
    }

    /** How many users may sign in with a password, the root user aside; empty where a row cannot be read. */
    public Optional<Long> usersWithPassword() {
        List<Doc> users = rows.values().stream()
                .filter(row -> !row.text("user").equals(ROOT))
                .toList();
        return isWhole && users.stream().allMatch(user -> user.get("password_enabled") instanceof Boolean)
                ? Optional.of(users.stream()
                        .filter(user -> user.get("password_enabled").equals(true))
                        .count())
                : Optional.empty();
    }
}
