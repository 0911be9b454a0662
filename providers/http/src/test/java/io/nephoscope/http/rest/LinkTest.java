package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists whose pages say at which address the next one is. */
class LinkTest {
    private final Replies hill = new Replies("""
            service: hill
            url: "https://hill.example"
            calls:
              link: {get: /things, items: items, id: id, paging: {link: links.next}}
              related: {get: /things, items: "[]", id: id, paging: {link: header.Link}}
              deep: {get: "/things/{id}", items: items, id: id, paging: {link: next}}
            """);

    @AfterEach
    void close() {
        hill.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://hill.example/things?page=1>; rel=prev, <https://hill.example/things?page=2>; rel=next",
                "<https://hill.example/things?page=2>; title=\"a, b\"; rel=\"next\"",
                "<https://hill.example/things?page=2>; rel=\"last next\"",
                "<https://hill.example/things?page=2>; Rel = 'Next'"
            })
    void aLinkHeaderIsReadHoweverItIsWritten(String link) {
        hill.answer(request -> new Reply(
                200,
                hill.asked.size() == 1 ? Map.of("link", link) : Map.of(),
                "[{\"id\":\"" + hill.asked.size() + "\"}]"));
        assertThat(hill.list("related")).isEqualTo("value 2");
    }

    @Test
    void aLinkHeaderThatCannotBeReadIsAGap() {
        hill.answer(request ->
                new Reply(200, Map.of("link", "<https://hill.example/things?page=2; rel=next"), "[{\"id\":\"1\"}]"));
        assertThat(hill.list("related")).contains("its links to other pages cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/delete/everything?p=2",
                "https://hill.example/things/../delete/everything",
                "https://hill.example/things/%2e%2e/delete/everything",
                "/things/..%2fdelete/everything",
                "/things/%2E.%2Fdelete",
                "/things/x%2F..%5cdelete",
                "/things/x%2Fdelete",
                "/things%2F..%2Fdelete",
                "/thingsummary?page=2"
            })
    void aLinkToAnotherCallIsNotFollowed(String link) {
        hill.bodies("{\"links\":{\"next\":\"" + link + "\"},\"items\":[{\"id\":\"0\"}]}");
        assertThat(hill.list("link")).contains("which is another call");
        assertThat(hill.asked).hasSize(1);
    }

    @Test
    void aLinkIsFollowedToTheSamePlaceOnly() {
        hill.bodies(
                "{\"links\":{\"next\":\"/things?page=2&q=a%20b\"},\"items\":[{\"id\":\"0\"}]}",
                "{\"items\":[{\"id\":\"1\"}]}");
        assertThat(hill.list("link")).isEqualTo("value 2");
        assertThat(hill.asked.get(1).uri()).hasToString("https://hill.example/things?page=2&q=a%20b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/things?page=2",
                "http://hill.example/things?page=2",
                "https://hill.example:8443/things?page=2",
                "//elsewhere.example/things",
                "https://hill.example@elsewhere.example/things"
            })
    void aLinkElsewhereIsAGap(String link) {
        hill.bodies("{\"links\":{\"next\":\"" + link + "\"},\"items\":[{\"id\":\"0\"}]}");
        assertThat(hill.list("link")).contains("the next page is said to be at");
        assertThat(hill.asked).hasSize(1);
        assertThat(hill.ids()).containsExactly("0");
    }

    @Test
    void aLinkThatLeadsBackIsAGap() {
        hill.answer(request -> Replies.ok(
                "{\"links\":{\"next\":\"/things?page=2\"},\"items\":[{\"id\":\"" + hill.asked.size() + "\"}]}"));
        assertThat(hill.list("link")).contains("a page leads to one that was read before");
    }

    @Test
    void anAnswerMayBeTheListAndLeadOnByAHeader() {
        hill.answer(request -> hill.asked.size() == 1
                ? new Reply(
                        200,
                        Map.of(
                                "link",
                                "<https://hill.example/things?page=1>; rel=\"prev\", <https://hill.example/things?page=2>; rel=\"next\""),
                        "[{\"id\":\"0\"}]")
                : new Reply(
                        200, Map.of("link", "<https://hill.example/things?page=1>; rel=\"prev\""), "[{\"id\":\"1\"}]"));
        assertThat(hill.list("related")).isEqualTo("value 2");
    }

    @Test
    void aNameThatHoldsASlashIsTheSameNameOnTheNextPage() {
        hill.bodies(
                "{\"next\":\"/things/a%2Fb%20c?page=2\",\"items\":[{\"id\":\"0\"}]}", "{\"items\":[{\"id\":\"1\"}]}");
        assertThat(Replies.words(hill.service.call("deep").items(hill.site(), Map.of("id", "a/b c"), hill.came::add)))
                .isEqualTo("value 2");
        assertThat(hill.asked)
                .extracting(Object::toString)
                .containsExactly(
                        "GET https://hill.example/things/a%2Fb%20c",
                        "GET https://hill.example/things/a%2Fb%20c?page=2");
    }
}
