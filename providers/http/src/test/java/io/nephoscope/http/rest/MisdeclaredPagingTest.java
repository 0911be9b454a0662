package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list that ends for want of a field that the file may have misspelt: where pages have a size that is a gap, else whoever writes the file hears of it. */
class MisdeclaredPagingTest {
    private static Replies answering(String paging, String more, int items) {
        Replies hill = new Replies("""
                service: hill
                url: "https://hill.example"
                calls:
                  list: {get: /things, items: items, id: id, paging: %s}
                """.formatted(paging));
        String all = IntStream.range(0, items)
                .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return hill.answer(request -> new Reply(200, Map.of("x-more", "no"), "{\"items\":" + all + more + "}"));
    }

    private static String doubts(String paging, String more, int items) {
        try (Replies hill = answering(paging, more, items)) {
            assertThat(hill.list("list")).isEqualTo("value " + items);
            return String.join("", hill.doubts);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{token: after, next: nextt, size: {limit: 3}} | , \"next\": \"\" | 3 | paging.next: no answer has nextt",
                "{token: after, next: page.nextt, size: {limit: 3}} | , \"page\": {} | 3 | paging.next: no answer has page.nextt",
                "{token: after, next: header.X-Next, size: {limit: 2}} | `` | 2 | paging.next: no answer has header.X-Next",
                "{link: links.nxt, size: {limit: 4}} | , \"links\": {\"next\": null} | 4 | paging.link: no answer has links.nxt"
            })
    void aFullPageWithoutTheFieldThatLeadsOnIsAGap(String paging, String more, int items, String why) {
        try (Replies hill = answering(paging, more, items)) {
            assertThat(hill.list("list")).contains(why + ", and the last page is full; the list may go on");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{token: after, next: nextt} | `` | 50 | hill:list, paging.next: no answer has nextt",
                "{token: after, next: header.X-Next} | `` | 20 | paging.next: no answer has header.X-Next",
                "{link: links.nxt} | , \"links\": {\"next\": null} | 25 | paging.link: no answer has links.nxt",
                "{link: header} | `` | 100 | paging.link: no answer has header.link",
                "{link: header, size: {limit: 3}} | `` | 3 | paging.link: no answer has header.link"
            })
    void aPageThatOnlyMayBeFullIsDoubtful(String paging, String more, int items, String doubt) {
        assertThat(doubts(paging, more, items))
                .contains(doubt)
                .endsWith(", and the last page is full; the list may go on.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{token: after, next: next, size: {limit: 3}} | , \"next\": \"\" | 3",
                "{token: after, next: next, size: {limit: 3}} | , \"next\": null | 3",
                "{token: after, next: next, size: {limit: 3}} | `` | 2",
                "{token: after, next: next} | `` | 7",
                "{token: after, next: header.X-More, more: more} | , \"more\": false | 20",
                "{token: after, next: nxt, more: more, size: {limit: 3}} | , \"more\": false | 3",
                "{token: after, next: nxt, total: count, size: {limit: 3}} | , \"count\": 3 | 3",
                "none | `` | 20"
            })
    void aListThatSaysItsEndIsNot(String paging, String more, int items) {
        assertThat(doubts(paging, more, items)).isEmpty();
    }

    @Test
    void oneAnswerThatHasItIsEnough() {
        try (Replies hill = answering("{token: after, next: next, size: {limit: 1}}", "", 1)) {
            hill.bodies("{\"items\":[{\"id\":\"a\"}],\"next\":\"t\"}", "{\"items\":[{\"id\":\"b\"}]}");
            assertThat(hill.list("list")).isEqualTo("value 2");
            assertThat(hill.doubts).isEmpty();
        }
    }
}
