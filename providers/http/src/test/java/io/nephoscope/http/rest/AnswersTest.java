package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an answer, what is an error, and what each error means. */
class AnswersTest {
    private final Replies hill = new Replies("""
            service: hill
            settings: {token: {ask: token, secret: true}, project: {ask: project}}
            url: "https://hill.example/api"
            auth: {kind: header, name: X-Token, prefix: "T ", value: $token}
            place: {project: $project}
            headers: {X-Project: "{project}", X-Action: "{action}"}
            envelope: {result: data, error: error, failed: code != 0}
            errors:
              code: [error.name, code]
              status: error.status
              message: [error.text, msg]
              denied: [403, "20003"]
              throttled: ["20029"]
              gone: [NoSuchHill]
              unsubscribed: ["20040"]
            calls:
              thing: {get: "/{region}/things/{id}", holding: [name], absent: [NoSuchPolicy, 410]}
              search: {post: /search, read: a search, body: {who: "{who}", in: {project: "{project}"}, page: 1}}
            """, Map.of("token", "s3cr3t-t0ken", "project", "south=p-9, north=p-1"));

    @AfterEach
    void close() {
        hill.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":{\"code\":\"NoRight\"},\"things\":[]} | denied NoRight",
                "{\"status\":{\"code\":\"NotBought\"},\"things\":[]} | unsupported NotBought",
                "{\"status\":{\"code\":\"OK\"},\"things\":[]} | value 0",
                "{\"status\":{\"code\":0},\"things\":[]} | value 0"
            })
    void aCodeWithAMeaningIsAnErrorWhateverTheStatus(String body, String outcome) {
        try (Replies plain = new Replies("""
                service: hill
                url: "https://hill.example"
                errors: {code: status.code, denied: [NoRight], unsubscribed: [NotBought]}
                calls:
                  things: {get: /things, items: things, id: id, paging: none}
                """)) {
            plain.bodies(body);
            assertThat(plain.list("things")).isEqualTo(outcome);
        }
    }

    private String thing(int status, String body) {
        hill.answer(request -> new Reply(status, Map.of(), body));
        return hill.one("thing", Map.of("id", "7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"code\":0,\"data\":{\"name\":\"a\"}} | value {name: a}",
                "200 | {\"code\":0,\"data\":{}} | failed UnusableAnswer: it leaves out what is always sent (name)",
                "200 | {\"code\":0} | failed UnusableAnswer: it holds neither a result nor an error",
                "200 | {\"data\":{\"name\":\"a\"}} | failed UnusableAnswer: it does not say whether it is an error",
                "200 | {\"code\":20003,\"msg\":\"no\"} | denied 20003: no",
                "200 | {\"code\":20029} | throttled 20029",
                "200 | {\"code\":20040} | failed 20040",
                "200 | {\"code\":7,\"msg\":\"what\"} | failed 7: what",
                "200 | {\"code\":0,\"data\":{\"name\":\"a\"},\"error\":{\"name\":\"X\",\"text\":\"t\"}} | failed X: t",
                "200 | {\"code\":0,\"error\":{\"status\":403,\"name\":\"Forbidden\"}} | denied Forbidden",
                "200 | {\"code\":0,\"error\":{\"status\":403,\"text\":\"with an explicit deny\"}} | barred 0: with an explicit deny",
                "403 | {\"code\":0,\"data\":{\"name\":\"a\"}} | denied 0",
                "401 | {} | signed_out HTTP 401",
                "401 | {\"msg\":\"request time is too far away\"} | signed_out HTTP 401: the clock here and the provider's differ:"
                        + " request time is too far away",
                "429 | {} | throttled HTTP 429",
                "500 | {} | failed HTTP 500",
                "501 | {} | failed HTTP 501",
                "404 | {\"error\":{\"name\":\"NoSuchHill\"}} | failed NoSuchHill",
                "404 | {\"error\":{\"name\":\"NoSuchPolicy\"}} | absent",
                "410 | {\"error\":{\"name\":\"Whatever\"}} | absent",
                "502 | <html>Bad gateway</html> | failed HTTP 502: a page in place of an answer",
                "503 | '' | failed HTTP 503: an empty answer",
                "200 | <html>Sign in</html> | failed UnusableAnswer: it is no JSON, or says a key twice; check the endpoint and the proxy",
                "200 | '' | failed UnusableAnswer: it is empty",
                "200 | [] | failed UnusableAnswer: it does not say whether it is an error",
                "200 | {\"code\":0,\"code\":0,\"data\":{\"name\":\"a\"}} | failed UnusableAnswer: it is no JSON, or says a key"
                        + " twice; check the endpoint and the proxy",
                "204 | {} | failed HTTP 204"
            })
    void anAnswerIsOneOrSaysWhy(int status, String body, String ending) {
        assertThat(thing(status, body)).isEqualTo(ending);
    }

    @Test
    void whatRefusesMayNotRepeatTheSecret() {
        assertThat(thing(403, "{\"msg\":\"the token s3cr3t-t0ken is bad (request id: 7f-1)\"}"))
                .isEqualTo("denied HTTP 403: the token [redacted] is bad");
    }

    @Test
    void aRequestIsSignedAndSaysWhereItBelongs() {
        thing(200, "{\"code\":0,\"data\":{\"name\":\"a\"}}");
        Request sent = hill.asked.get(0);
        assertThat(sent.toString()).isEqualTo("GET https://hill.example/api/north/things/7");
        assertThat(sent.headers())
                .containsEntry("x-token", "T s3cr3t-t0ken")
                .containsEntry("x-project", "p-1")
                .containsEntry("x-action", "thing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/../b", "a/..", "a\\..\\b", "./a", "a\nb"})
    void anIdThatWouldLeadElsewhereIsNotSent(String id) {
        assertThat(hill.one("thing", Map.of("id", id))).startsWith("failed UnusableAnswer: not sent");
        assertThat(hill.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b | a%2Fb",
                "a%2Fb | a%252Fb",
                "a?b | a%3Fb",
                "a#b | a%23b",
                "a\\b | a%5Cb",
                "//a | %2F%2Fa",
                "... | ...",
                "a:b | a:b",
                "小明 | %E5%B0%8F%E6%98%8E"
            })
    void anIdIsOneNameInThePathWhateverItHolds(String id, String sent) {
        hill.bodies("{\"code\":0,\"data\":{\"name\":\"a\"}}");
        hill.one("thing", Map.of("id", id));
        assertThat(hill.asked)
                .extracting(Request::toString)
                .containsExactly("GET https://hill.example/api/north/things/" + sent);
    }

    /** A POST is a read by its path: whoever decodes that before he reads it would find another one. */
    @Test
    void aSlashInAPostIsNotSent() {
        try (Replies lake = new Replies("""
                service: lake
                url: "https://lake.example"
                calls:
                  find: {post: "/things/{id}", read: a search}
                """)) {
            assertThat(lake.one("find", Map.of("id", "a/delete")))
                    .isEqualTo("failed UnusableAnswer: not sent, since \"a/delete\" is no id");
            assertThat(lake.asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{region}", "$token", "a b", "50%", "小明", "\"}"})
    void whatIsFilledInIsNeverReadAgain(String value) {
        hill.bodies("{\"code\":0,\"data\":{\"name\":\"a\"}}");
        hill.one("thing", Map.of("id", value));
        hill.one("search", Map.of("who", value));
        assertThat(hill.asked.get(0).uri().getPath()).isEqualTo("/api/north/things/" + value);
        assertThat(hill.asked.get(1).body())
                .isEqualTo("{\"who\":\"" + value.replace("\"", "\\\"") + "\",\"in\":{\"project\":\"p-1\"},\"page\":1}");
    }

    @Test
    void aLoginIsDoneOnceAndOnceMoreWhereItsTokenIsRefused() {
        AtomicInteger logins = new AtomicInteger();
        try (Replies door = new Replies("""
                service: hill
                settings: {user: {ask: user}, password: {ask: password, secret: true}}
                url: "https://hill.example"
                auth: {kind: login, post: /login, body: {u: $user, p: $password}, token: data.token, name: X-Session}
                calls:
                  self: {get: /self}
                """, Map.of("user", "reader", "password", "pass-word-1"))) {
            door.answer(request -> {
                if (request.path().equals("/login")) {
                    return Replies.ok("{\"data\":{\"token\":\"token-" + logins.incrementAndGet() + "\"}}");
                }
                return request.headers().containsValue("token-2")
                        ? Replies.ok("{\"name\":\"a\"}")
                        : new Reply(401, Map.of(), "{}");
            });
            assertThat(door.one("self", Map.of())).isEqualTo("value {name: a}");
            assertThat(door.asked.get(0).body()).isEqualTo("{\"u\":\"reader\",\"p\":\"pass-word-1\"}");
            assertThat(door.asked).extracting(Request::path).containsExactly("/login", "/self", "/login", "/self");

            door.answer(request ->
                    request.path().equals("/login") ? new Reply(403, Map.of(), "") : new Reply(401, Map.of(), "{}"));
            assertThat(door.one("self", Map.of()))
                    .isEqualTo("signed_out LoginRefused: the login was refused with HTTP 403");
        }
    }
}
