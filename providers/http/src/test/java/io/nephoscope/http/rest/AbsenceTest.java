package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "There is none" is an answer of the service: what a proxy says in its place, or a way that leads nowhere, says nothing of it. */
class AbsenceTest {
    private static final String CALLS = """
            calls:
              rules: {get: "/things/{id}/rules", absent: [404], unsupported: [405]}
              thing: {get: "/things/{id}"}
            """;

    private static String asked(String errors, String call, int status, String body) {
        try (Replies hill = new Replies("service: hill\nurl: \"https://hill.example\"\n" + errors + "\n" + CALLS)) {
            hill.answer(request -> new Reply(status, Map.of(), body));
            return hill.one(call, Map.of("id", "7"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error\":{\"code\":\"NoSuchRule\"}} | absent",
                "404 | {\"error\":{\"text\":\"there is no rule\"}} | absent",
                "404 | {\"error\":{}} | failed HTTP 404",
                "404 | {} | failed HTTP 404",
                "404 | {\"message\":\"no Route matched with those values\"} | failed HTTP 404",
                "404 | [] | failed HTTP 404",
                "404 | '' | failed HTTP 404: an empty answer",
                "404 | <html>Not found</html> | failed HTTP 404: a page in place of an answer",
                "404 | 404 page not found | failed HTTP 404: a page in place of an answer",
                "405 | {\"error\":{\"code\":\"Unsold\"}} | unsupported",
                "405 | <html>Not allowed</html> | failed HTTP 405: a page in place of an answer",
                "403 | <html>Forbidden</html> | denied HTTP 403: a page in place of an answer",
                "502 | <html>Bad gateway</html> | failed HTTP 502: a page in place of an answer"
            })
    void whereTheFileSaysWhatErrorsSayAnAbsenceSaysIt(int status, String body, String ending) {
        assertThat(asked("errors: {code: error.code, message: error.text}", "rules", status, body))
                .startsWith(ending);
        assertThat(asked("envelope: {error: error}", "rules", status, body)).startsWith(ending.split(" ", 2)[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {} | absent",
                "404 | '' | absent",
                "404 | <html>Not found</html> | failed HTTP 404: a page in place of an answer"
            })
    void whereItDoesNotOnlyWhatTheServiceNeverWritesIsNoAbsence(int status, String body, String ending) {
        assertThat(asked("", "rules", status, body)).startsWith(ending);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"error\":{\"code\":\"NoSuchThing\"}} | Gone", "<html>Not found</html> | Failed", "{} | Failed"})
    void aPageDoesNotSayThatAThingIsGone(String body, String outcome) {
        try (Replies hill = new Replies("service: hill\nurl: \"https://hill.example\"\n"
                + "errors: {code: error.code, gone: [404]}\n" + CALLS)) {
            hill.answer(request -> new Reply(404, Map.of(), body));
            assertThat(hill.service
                            .call("thing")
                            .answer(hill.site(), Map.of("id", "7"))
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(outcome);
        }
    }
}
