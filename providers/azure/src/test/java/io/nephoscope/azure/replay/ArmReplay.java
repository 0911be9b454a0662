package io.nephoscope.azure.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The Resource Manager: documents by their address, and the lists of what lies one step below. */
final class ArmReplay {
    private final AzureWorld world;
    private final int page;

    ArmReplay(AzureWorld world, int page) {
        this.world = world;
        this.page = page;
    }

    /** An answer with its status. */
    record Answer(int status, ObjectNode body) {}

    Answer answer(AzureRequest request) {
        String type = request.action().replaceAll("/read$", "");
        Set<String> versions = world.versions(type);
        if (!versions.contains(request.parameter("api-version"))) {
            return error(
                    400,
                    "InvalidApiVersionParameter",
                    "The api-version '" + request.parameter("api-version") + "' is invalid for " + type
                            + ". The supported versions are '" + String.join(", ", versions) + "'.");
        }
        String path = request.path().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
        if (path.equals("/subscriptions")) {
            return list(request, world.subscriptions());
        }
        if (!world.documents().containsKey("/subscriptions/" + request.subscription())) {
            return error(
                    404,
                    "SubscriptionNotFound",
                    "The subscription '" + request.subscription() + "' could not be found.");
        }
        ObjectNode document = world.documents().get(path);
        if (document != null) {
            return new Answer(200, document);
        }
        boolean isList = path.substring(path.lastIndexOf("/providers/") + 1).split("/").length % 2 == 1;
        if (!isList) {
            return error(404, "ResourceNotFound", "The Resource '" + type + "' under '" + path + "' was not found.");
        }
        Optional<String> parent = Stream.of(path.lastIndexOf("/providers/"), path.lastIndexOf('/'))
                .map(end -> path.substring(0, Math.max(0, end)))
                .filter(world.documents()::containsKey)
                .findFirst();
        if (parent.isEmpty()) {
            return error(404, "ParentResourceNotFound", "The parent of '" + path + "' does not exist.");
        }
        return list(
                request,
                world.documents().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(path + "/")
                                && entry.getKey().indexOf('/', path.length() + 1) < 0)
                        .map(java.util.Map.Entry::getValue)
                        .toList());
    }

    /** The link leads to Azure's own address, whatever address was asked. */
    private Answer list(AzureRequest request, List<ObjectNode> items) {
        String token = request.parameter("$skiptoken");
        int from = token.isEmpty() ? 0 : Integer.parseInt(token);
        int to = Math.min(items.size(), from + page);
        ObjectNode answer = AzureWorld.LENIENT.createObjectNode();
        ArrayNode value = answer.putArray("value");
        items.subList(from, to).forEach(value::add);
        if (to < items.size()) {
            answer.put(
                    "nextLink",
                    "https://management.azure.com" + request.path() + "?api-version=" + request.parameter("api-version")
                            + "&$skiptoken=" + to);
        }
        return new Answer(200, answer);
    }

    static Answer error(int status, String code, String message) {
        ObjectNode body = AzureWorld.LENIENT.createObjectNode();
        body.putObject("error").put("code", code).put("message", message);
        return new Answer(status, body);
    }
}
