package io.nephoscope.azure.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of Resource Graph as answers {@code TABLE | where type in~ ('a', 'b') | order by id asc}. */
final class GraphReplay {
    private static final Pattern QUERY = Pattern.compile(
            "(?<table>[a-z]+) \\| where type in~ \\((?<types>'[a-z./]+'(?:, '[a-z./]+')*)\\) \\| order by id asc");
    private static final Pattern TYPE = Pattern.compile("'([^']+)'");

    private final AzureWorld world;
    private final int largestPage;
    /** Whether the caller may read what an action grants in a subscription. */
    private final BiPredicate<String, String> mayRead;

    GraphReplay(AzureWorld world, int largestPage, BiPredicate<String, String> mayRead) {
        this.world = world;
        this.largestPage = largestPage;
        this.mayRead = mayRead;
    }

    /** @throws IllegalArgumentException for what Resource Graph would not understand */
    ObjectNode answer(JsonNode asked) {
        Matcher query = QUERY.matcher(asked.path("query").asText());
        JsonNode options = asked.path("options");
        if (!query.matches() || !options.path("resultFormat").asText().equals("objectArray")) {
            throw new IllegalArgumentException(asked.toString());
        }
        Set<String> types = TYPE.matcher(query.group("types"))
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> subscriptions = new TreeSet<>();
        asked.path("subscriptions").forEach(id -> subscriptions.add(id.asText()));
        List<ObjectNode> rows = world.table(query.group("table")).stream()
                .filter(row -> types.contains(row.path("type").asText()))
                .filter(row -> subscriptions.isEmpty()
                        || subscriptions.contains(row.path("subscriptionId").asText()))
                .filter(row -> mayRead.test(
                        row.path("subscriptionId").asText(), row.path("type").asText() + "/read"))
                .sorted(Comparator.comparing(row -> row.path("id").asText()))
                .toList();
        int from = options.path("$skipToken").asText().isEmpty()
                ? 0
                : Integer.parseInt(options.path("$skipToken").asText().replace("row-", ""));
        int to = Math.min(rows.size(), from + Math.min(options.path("$top").asInt(100), largestPage));
        ObjectNode answer = AzureWorld.LENIENT
                .createObjectNode()
                .put("totalRecords", rows.size())
                .put("count", to - from)
                .put("resultTruncated", "false");
        answer.putArray("facets");
        ArrayNode data = answer.putArray("data");
        rows.subList(from, to).forEach(data::add);
        if (to < rows.size()) {
            answer.put("$skipToken", "row-" + to);
        }
        return answer;
    }
}
