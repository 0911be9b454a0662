package io.nephoscope.azure.replay;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request as the server understands it.
 *
 * @param path decoded, as it was written
 * @param subscription in lower case; empty where none is named
 * @param action what it takes, as {@code Microsoft.Compute/disks/read}; empty where nothing needs to be granted
 */
public record AzureRequest(String method, String path, String query, String subscription, String action) {
    static final String GRAPH = "/providers/microsoft.resourcegraph/resources";

    static AzureRequest of(String method, URI uri) {
        String path = uri.getPath();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String[] steps = path.split("/");
        boolean named = steps.length > 2 && steps[1].equalsIgnoreCase("subscriptions");
        return new AzureRequest(
                method, path, query, named ? steps[2].toLowerCase(Locale.ROOT) : "", action(path, named, steps));
    }

    /** The type that a path leads to, of which every second step is a name. */
    private static String action(String path, boolean named, String[] steps) {
        int providers = path.toLowerCase(Locale.ROOT).lastIndexOf("/providers/");
        if (providers < 0) {
            boolean isGroup = named && steps.length > 3 && steps[3].equalsIgnoreCase("resourceGroups");
            return "Microsoft.Resources/subscriptions" + (isGroup ? "/resourceGroups" : "") + "/read";
        }
        List<String> type = new ArrayList<>();
        String[] below = path.substring(providers + "/providers/".length()).split("/");
        for (int i = 0; i < below.length; i++) {
            if (i == 0 || i % 2 == 1) {
                type.add(below[i]);
            }
        }
        return String.join("/", type) + "/read";
    }

    boolean isGraph() {
        return path.toLowerCase(Locale.ROOT).equals(GRAPH);
    }

    boolean isToken() {
        return path.endsWith("/oauth2/v2.0/token");
    }

    /** The value of a parameter; empty where there is none. */
    String parameter(String name) {
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && decode(parts[0]).equalsIgnoreCase(name)) {
                return decode(parts[1]);
            }
        }
        return "";
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
