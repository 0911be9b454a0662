package io.nephoscope.http.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.expression.Library;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.types.Expressions;
import io.nephoscope.types.TypeFiles;
import io.nephoscope.yaml.YamlFile;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the ids of a batch stand in a request. */
class RestBatchTest {
    private final Replies hill = new Replies("""
            service: hill
            url: "https://hill.example"
            regions: none
            calls:
              hosts: {get: /hosts, items: list, paging: none}
              search: {post: /search, read: a search, items: list, paging: none}
              nested: {post: /search, read: a search, body: {filter: {in: "{ids}"}}, items: list, paging: none}
              query: {get: /tiers, items: list, paging: none}
              filled: {get: /tiers, with: {query.of: "{ids}"}, items: list, paging: none}
              path: {get: "/tiers/{ids}", items: list, paging: none}
            """);

    @AfterEach
    void close() {
        hill.close();
    }

    private Detail.Batch tiers(String call, String param) {
        String type = """
                type: hill.host
                title: Host
                kind: compute.vm
                list: {call: hosts}
                id: id
                schema: {string: id}
                tags: {untold: none}
                details:
                  tier: {call: %s, batch: {param: %s, of: id, match: id, size: 10}, schema: {string: id tier}}
                """.formatted(call, param);
        return (Detail.Batch) TypeFiles.read(
                        List.of(new YamlFile("hill.host.yaml", type)),
                        new RestDialect(hill.service),
                        Library.NONE,
                        Expressions.COMPILED)
                .get(0)
                .detail("tier")
                .orElseThrow()
                .fetch();
    }

    private List<String> endings(Detail.Batch batch, String... ids) {
        return batch
                .fetch(
                        hill.site(),
                        List.of(ids).stream().map(id -> Doc.of("id", id)).toList())
                .stream()
                .map(Replies::words)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "search | ids | POST https://hill.example/search {\"ids\":[\"a\",\"b c\"]}",
                "search | body.filter.ids | POST https://hill.example/search {\"filter\":{\"ids\":[\"a\",\"b c\"]}}",
                "nested | ids | POST https://hill.example/search {\"filter\":{\"in\":[\"a\",\"b c\"]}}",
                "query | query.ids | GET https://hill.example/tiers?ids=a%2Cb%20c ",
                "filled | ids | GET https://hill.example/tiers?of=a%2Cb%20c ",
                "path | ids | GET https://hill.example/tiers/a%2Cb%20c "
            })
    void aBodyHasAListOfThemAndEverythingElseATextWithCommas(String call, String param, String sent) {
        hill.bodies("{\"list\":[{\"id\":\"b c\",\"tier\":\"gold\"},{\"id\":\"a\",\"tier\":\"tin\"}]}");
        assertThat(endings(tiers(call, param), "a", "b c"))
                .containsExactly("value {id: a, tier: tin}", "value {id: b c, tier: gold}");
        assertThat(hill.asked)
                .extracting(it -> it + " " + it.body())
                .as("one question")
                .containsExactly(sent.endsWith("}") ? sent : sent.strip() + " ");
    }

    @Test
    void anIdThatWouldBeTwoIsNotSentAndCostsNobodyElse() {
        hill.bodies("{\"list\":[{\"id\":\"a\",\"tier\":\"tin\"}]}");
        assertThat(endings(tiers("query", "query.ids"), "x,y", "a"))
                .containsExactly(
                        "failed UnusableAnswer: not sent, since \"x,y\" would be two", "value {id: a, tier: tin}");
        assertThat(hill.asked).hasSize(1);
    }

    @Test
    void whoAnswersOfSomebodyElseAnswersNothing() {
        hill.bodies("{\"list\":[{\"id\":\"z\",\"tier\":\"tin\"}]}");
        assertThat(tiers("search", "ids")
                        .fetch(hill.site(), List.of(Doc.of("id", "a")))
                        .get(0))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void whatACallNeedsAndTheBatchDoesNotFillIsNamed() {
        assertThatThrownBy(() -> tiers("path", "id")).hasMessageContaining("hill:path needs ids (did you mean id?)");
    }
}
