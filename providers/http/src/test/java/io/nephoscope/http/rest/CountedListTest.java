package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.http.Reply;
import io.nephoscope.http.Request;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A count that is reached proves the end of a list only where the last page had room for more. */
class CountedListTest {
    private final Replies hill = new Replies("""
            service: hill
            url: "https://hill.example"
            calls:
              page: {get: /things, items: items, id: id, paging: {page: page, size: {size: 2}, total: total}}
              offset: {get: /things, items: items, id: id, paging: {offset: from, size: {size: 2}, total: total}}
              unsized: {get: /things, items: items, id: id, paging: {page: page, total: total}}
            """);

    @AfterEach
    void close() {
        hill.close();
    }

    /** Holds so many, and counts as many as it is told to. */
    private Function<Request, Reply> holding(int many, int size, int counted) {
        return request -> {
            Map<String, String> query = request.query();
            int from = query.containsKey("from")
                    ? Integer.parseInt(query.get("from"))
                    : (Integer.parseInt(query.get("page")) - 1) * size;
            return Replies.ok("{\"total\":" + counted + ",\"items\":["
                    + IntStream.range(Math.min(from, many), Math.min(from + size, many))
                            .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                            .collect(Collectors.joining(","))
                    + "]}");
        };
    }

    @ParameterizedTest
    @CsvSource({"page, 2", "offset, 2", "unsized, 3"})
    void aCountThatIsTooSmallIsAGap(String call, int size) {
        hill.answer(holding(5 * size, size, 2 * size));
        assertThat(hill.list(call))
                .isEqualTo("failed UnusableAnswer: total says %d, %d came".formatted(2 * size, 3 * size));
    }

    @ParameterizedTest
    @CsvSource({
        "page, 4, 2, 3",
        "offset, 4, 2, 3",
        "page, 3, 2, 2",
        "page, 1, 2, 1",
        "page, 0, 2, 1",
        // Smaller pages than were asked for: the second is as full as the first.
        "unsized, 6, 3, 3",
        "unsized, 5, 3, 2",
        "unsized, 3, 3, 1"
    })
    void onePageMoreIsAskedForWhereTheLastOneIsFull(String call, int many, int size, int requests) {
        hill.answer(holding(many, size, many));
        assertThat(hill.list(call)).isEqualTo("value " + many);
        assertThat(hill.asked).hasSize(requests);
    }

    /** As some products of JD Cloud do. */
    @Test
    void theLastPageOnceMoreIsNothingNew() {
        Function<Request, Reply> last =
                request -> Replies.ok("{\"total\":2,\"items\":[{\"id\":\"0\"},{\"id\":\"1\"}]}");
        hill.answer(last);
        assertThat(hill.list("page")).isEqualTo("value 2");
        assertThat(hill.asked).hasSize(2);
    }

    @Test
    void whatAnEmptyPageCountsBehindTheEndIsNoChange() {
        hill.bodies("{\"total\":2,\"items\":[{\"id\":\"0\"},{\"id\":\"1\"}]}", "{\"total\":0,\"items\":[]}");
        assertThat(hill.list("page")).isEqualTo("value 2");
    }

    @Test
    void whetherThereIsMoreIsUnknownWhereThePageBehindTheEndCannotBeRead() {
        hill.answer(request -> hill.asked.size() == 1
                ? Replies.ok("{\"total\":2,\"items\":[{\"id\":\"0\"},{\"id\":\"1\"}]}")
                : new Reply(403, Map.of(), "{}"));
        assertThat(hill.list("page")).isEqualTo("denied HTTP 403");
        assertThat(hill.ids()).containsExactly("0", "1");
    }

    @Test
    void aListThatGrewWhileItWasReadIsReadAgain() {
        int[] passes = {0};
        hill.answer(request -> {
            passes[0] += request.query().get("page").equals("1") ? 1 : 0;
            int counted = passes[0] == 1 ? 2 : 3;
            return holding(passes[0] == 1 && request.query().get("page").equals("1") ? 2 : 3, 2, counted)
                    .apply(request);
        });
        assertThat(hill.list("page")).isEqualTo("value 3");
        assertThat(hill.ids()).containsExactly("0", "1", "2");
    }
}
